import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { dataPath, sheetPath, townFiles } from '../testing/batch.ts'
import { type BatchProject, makeBatchProject } from '../testing/batch-project.ts'

const head = 'code,name,people\n'
const rows = 'a,Accra,1\nb,Bern,2\nc,Cuzco,3\n'

let project: BatchProject | null = null
function started(files: Readonly<Record<string, string>> = townFiles(rows)): BatchProject {
  project = makeBatchProject(files)
  return project
}
afterEach(() => {
  project?.remove()
  project = null
})

/** `path:line:column code` of what a run printed as JSON. */
function places(errors: string): readonly string[] {
  return errors
    .trim()
    .split('\n')
    .map((line) => {
      // A cast: the program's own lines, whose form is tested elsewhere.
      const { path, line: row, column, code } = JSON.parse(line) as Record<string, unknown>
      return `${path}:${row}:${column} ${code}`
    })
}

describe('bifolio batch', () => {
  test('makes a PDF of each row and says how many', async () => {
    const { folder, batch } = started()
    const run = await batch()
    expect(run.errors).toBe('')
    expect(run.code).toBe(0)
    expect(run.out).toMatch(
      /^output\/towns {2}3 made, 0 unchanged, 0 failed {2}[\d.]+ s {2}[\d.]+ a second\n$/,
    )
    expect(readdirSync(join(folder, 'output/towns'))).toEqual(['a.pdf', 'b.pdf', 'c.pdf', 'manifest.json'])
    const again = await batch({ json: true })
    expect(JSON.parse(again.out)).toMatchObject({ path: 'output/towns', made: 0, unchanged: 3, failed: 0 })
  })

  test('embeds the sources, and of the data the head and the own row', async () => {
    const { folder, batch } = started(townFiles('a,"Accra, ""Ga""",1\nb,Bern,2\n'))
    await batch({ profile: 'none' })
    const text = readFileSync(join(folder, 'output/towns/a.pdf'), 'latin1')
    expect(text).toContain(`(${sheetPath})`)
    expect(text).toContain('(content/towns/towns.row.csv)')
    expect(text).not.toContain(`(${dataPath})`)
  })

  test('takes other data, another folder, and makes all anew on demand', async () => {
    const { folder, batch } = started({ ...townFiles(rows), 'other.csv': 'code,name,people\nz,Zug,1\n' })
    expect(await batch({ data: './other.csv', out: 'there' })).toMatchObject({ code: 0, errors: '' })
    expect(readdirSync(join(folder, 'there'))).toEqual(['manifest.json', 'z.pdf'])
    const fresh = await batch({ data: 'other.csv', out: 'there', fresh: true, json: true })
    expect(JSON.parse(fresh.out)).toMatchObject({ made: 1, unchanged: 0 })
  })

  test('names files after the languages where they are not the default ones', async () => {
    const files = townFiles('a,Accra,1\n')
    const french = (files[sheetPath] ?? '')
      .replace('} }', '}, fr: { name: Français } }\nprint: [en]')
      .replace(/title: (.*)/, 'title: { en: "$1", fr: "$1" }')
      .replace('people." }', 'people.", fr: Des habitants. }')
    const { folder, batch } = started({ ...files, [sheetPath]: french })
    expect(await batch({ languages: 'fr' })).toMatchObject({ code: 0, errors: '' })
    expect(readdirSync(join(folder, 'output/towns'))).toContain('a.fr.pdf')
  })

  test('joins all in one file on demand', async () => {
    const { folder, batch } = started()
    const run = await batch({ combine: true })
    expect(run.errors).toBe('')
    expect(run.out).toContain('output/towns/towns-sheet.pdf  3 pages\n')
    expect(existsSync(join(folder, 'output/towns/towns-sheet.pdf'))).toBe(true)
  })

  test('no row may have the name of the combined file', async () => {
    const { batch } = started(townFiles('a,Accra,1\nTowns-Sheet,Bern,2\n'))
    expect(places((await batch({ combine: true, json: true })).errors)).toEqual([
      `${dataPath}:3:1 batch/same-name`,
    ])
  })

  test.each(['0', '-1', 'two', '1.5', '1000'])('%s is no number of workers', async (workers) => {
    const run = await started().batch({ workers, json: true })
    expect(run.code).toBe(2)
    expect(places(run.errors)).toEqual(['--workers:1:1 cli/usage'])
  })

  test('a folder of something else is left alone', async () => {
    const { folder, batch, write } = started()
    write('output/towns/manifest.json', '{"name": "a web page"}')
    const run = await batch({ json: true })
    expect([run.code, places(run.errors)]).toEqual([1, ['output/towns:1:1 batch/other-output']])
    expect(readdirSync(join(folder, 'output/towns'))).toEqual(['manifest.json'])
  })

  test('a link in place of the journal is not followed', async () => {
    const { folder, batch, write } = started()
    write('output/towns/x', '')
    write('precious.txt', 'precious')
    symlinkSync(join(folder, 'precious.txt'), join(folder, 'output/towns/manifest.jsonl'))
    expect((await batch()).code).toBe(0)
    expect(readFileSync(join(folder, 'precious.txt'), 'utf8')).toBe('precious')
  })

  test('what a run that was killed left half written is taken away, what others write is not', async () => {
    const { folder, batch, write } = started()
    const gone = '.a.pdf.2147483646.part'
    write(`output/towns/${gone}`, 'half')
    writeFileSync(join(folder, `output/towns/.b.pdf.${process.pid}.part`), 'half')
    await batch()
    expect(existsSync(join(folder, 'output/towns', gone))).toBe(false)
    // That of the living process was its own: the file was written over it.
    expect(readdirSync(join(folder, 'output/towns')).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  test('stops when it is asked to, and goes on from there', async () => {
    const many = Array.from({ length: 12 }, (_, index) => `t${index},Town ${index},${index}\n`)
    const { folder, batch } = started(townFiles(many.join('')))
    const onInterrupt = (listener: () => void) => {
      listener()
      return () => {}
    }
    const stopped = await batch({ workers: '1', json: true }, { onInterrupt })
    expect(stopped.code).toBe(130)
    expect(JSON.parse(stopped.out)).toMatchObject({ isWhole: false })
    expect(existsSync(join(folder, 'output/towns/manifest.json'))).toBe(false)
    expect(await batch({ workers: '1' })).toMatchObject({ code: 0, errors: '' })
    expect(readdirSync(join(folder, 'output/towns'))).toHaveLength(13)
  })

  test('threads make the same files and the same manifest', { timeout: 60_000 }, async () => {
    const { folder, batch } = started()
    expect(await batch({ workers: '1', out: 'one' })).toMatchObject({ code: 0, errors: '' })
    expect(await batch({ workers: '2', out: 'two' })).toMatchObject({ code: 0, errors: '' })
    const names = readdirSync(join(folder, 'one'))
    expect(names).toHaveLength(4)
    expect(readdirSync(join(folder, 'two'))).toEqual(names)
    for (const name of names)
      expect(
        readFileSync(join(folder, 'two', name)).equals(readFileSync(join(folder, 'one', name))),
        name,
      ).toBe(true)
  })
})

describe('what is wrong with data is a finding at its cell, and the other rows are made', () => {
  const sheet = townFiles('')[sheetPath] ?? ''
  const cases: readonly (readonly [
    about: string,
    data: string,
    found: readonly string[],
    made: readonly string[],
  ])[] = [
    ['a missing column', 'code,name\na,Accra\n', [`${sheetPath}:7:35 content/unknown-column`], []],
    ['an empty file', '', [`${dataPath}:1:1 content/no-data`], []],
    ['a head without rows', head, [`${dataPath}:1:1 content/no-data`], []],
    [
      'an empty cell',
      `${head}${rows.replace('Bern', '')}`,
      [`${dataPath}:3:3 content/empty-cell`],
      ['a', 'c'],
    ],
    [
      'a row that is too short',
      `${head}${rows.replace(',Bern', '')}`,
      [`${dataPath}:3:4 content/uneven-data`],
      ['a', 'c'],
    ],
    [
      'two rows of one name',
      `${head}${rows}a,Ankara,4\n`,
      [`${dataPath}:5:1 batch/same-name`],
      ['a', 'b', 'c'],
    ],
    [
      'names that differ by capitals alone',
      `${head}${rows}A,Ankara,4\n`,
      [`${dataPath}:5:1 batch/same-name`],
      ['a', 'b', 'c'],
    ],
    [
      'a name that leads elsewhere',
      `${head}${rows}../d,Dakar,4\n`,
      [`${dataPath}:5:1 content/file-name`],
      ['a', 'b', 'c'],
    ],
    [
      'a name of two lines',
      `${head}${rows}"d\ne",Dakar,4\n`,
      [`${dataPath}:5:2 content/file-name`],
      ['a', 'b', 'c'],
    ],
    [
      'an empty cell below a cell of two lines',
      `${head}a,"Accra\nGa",1\nb,,2\nc,Cuzco,3\n`,
      [`${dataPath}:4:3 content/empty-cell`],
      ['a', 'c'],
    ],
    ['a hidden name', `${head}${rows}.d,Dakar,4\n`, [`${dataPath}:5:1 content/file-name`], ['a', 'b', 'c']],
  ]
  test.each(cases)('%s', async (_, data, found, made) => {
    const { folder, batch } = started({ ...townFiles(''), [sheetPath]: sheet, [dataPath]: data })
    const run = await batch({ json: true })
    expect(places(run.errors)).toEqual(found)
    expect(run.code).toBe(1)
    const out = join(folder, 'output/towns')
    const names = existsSync(out) ? readdirSync(out).filter((name) => name.endsWith('.pdf')) : []
    expect(names).toEqual(made.map((name) => `${name}.pdf`))
  })

  test.each([
    ['a byte order mark', dataPath, `\ufeff${head}${rows}`],
    ['line ends of Windows', dataPath, `${head}${rows}`.replaceAll('\n', '\r\n')],
    ['quotes', dataPath, `${head}${rows.replace('Bern', '"Bern"')}`],
    ['JSON Lines', dataPath.replace('csv', 'jsonl'), asJsonLines(rows)],
  ])('%s change no byte', async (_, path, data) => {
    const { folder, batch, write } = started()
    await batch({ out: 'usual' })
    write(path, data)
    expect(await batch({ data: path, out: 'other' })).toMatchObject({ code: 0, errors: '' })
    for (const name of ['a.pdf', 'b.pdf', 'c.pdf'])
      expect(
        readFileSync(join(folder, 'other', name)).equals(readFileSync(join(folder, 'usual', name))),
      ).toBe(true)
  })
})

function asJsonLines(lines: string): string {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const [code, name, people] = line.split(',')
      return `${JSON.stringify({ code, name, people })}\n`
    })
    .join('')
}
