import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { readJournal } from '../batch/manifest.ts'
import { digestOf } from '../batch/work.ts'
import { sheetPath, townFiles } from '../testing/batch.ts'
import { type BatchProject, makeBatchProject } from '../testing/batch-project.ts'
import { programFolder } from '../testing/project.ts'
import { threadsFromSource } from '../testing/threads.ts'

const count = 150
const rows = Array.from({ length: count }, (_, index) => `t${index},Town ${index},${index}\n`)

let project: BatchProject | null = null
afterEach(() => {
  project?.remove()
  project = null
})

/** The program of a process of its own: a batch on two threads. */
function program(): string {
  const main = pathToFileURL(join(programFolder, 'src/cli/batch-command.ts')).href
  const { module, options } = threadsFromSource()
  return `
    import { batchCommand } from ${JSON.stringify(main)}
    const stream = { write: () => true }
    await batchCommand(${JSON.stringify(sheetPath)}, { profile: 'archive', media: 'screen', workers: '2' }, {
      project: process.cwd(),
      program: ${JSON.stringify(programFolder)},
      out: stream,
      errors: stream,
      epoch: undefined,
      threads: { module: new URL(${JSON.stringify(module.href)}), options: ${JSON.stringify(options)} },
      onInterrupt: () => () => {},
    })`
}

/** Runs a batch in a process of its own and kills it when so many files are in its journal. */
async function killAfter(files: number, folder: string): Promise<string | null> {
  const { options = [] } = threadsFromSource()
  const child = spawn(process.execPath, [...options, '--input-type=module', '--eval', program()], {
    cwd: folder,
  })
  const journal = join(folder, 'output/towns/manifest.jsonl')
  const done = new Promise<string | null>((resolve) => child.on('exit', (_, signal) => resolve(signal)))
  const watch = setInterval(() => {
    const text = existsSync(journal) ? readFileSync(journal, 'utf8') : ''
    if ((text.match(/"row"/g) ?? []).length >= files) child.kill('SIGKILL')
  }, 2)
  const signal = await done
  clearInterval(watch)
  return signal
}

test('a batch that is killed leaves whole files, and the next run ends as one that was not', {
  timeout: 60_000,
}, async () => {
  project = makeBatchProject(townFiles(rows.join('')))
  const { folder, batch } = project
  expect(await killAfter(8, folder)).toBe('SIGKILL')
  const out = join(folder, 'output/towns')
  const journal = readJournal(readFileSync(join(out, 'manifest.jsonl'), 'utf8'))
  expect(journal?.files.length).toBeGreaterThanOrEqual(8)
  expect(existsSync(join(out, 'manifest.json'))).toBe(false)
  for (const { file, sha256 } of journal?.files ?? [])
    expect(digestOf(readFileSync(join(out, file)))).toBe(sha256)
  for (const name of readdirSync(out).filter((one) => one.endsWith('.pdf')))
    expect(readFileSync(join(out, name), 'latin1').endsWith('%%EOF\n')).toBe(true)
  expect(await batch({ workers: '1' })).toMatchObject({ code: 0, errors: '' })
  expect(await batch({ workers: '1', out: 'undisturbed' })).toMatchObject({ code: 0, errors: '' })
  const names = readdirSync(join(folder, 'undisturbed'))
  expect(readdirSync(out)).toEqual(names)
  for (const name of names)
    expect(readFileSync(join(out, name)).equals(readFileSync(join(folder, 'undisturbed', name))), name).toBe(
      true,
    )
})
