import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { makeProject, type Project } from '../testing/project.ts'

const hello = `languages:
  en: { name: English }
  zh-Hans: { name: 中文 }
title: { en: Hello, zh-Hans: 你好 }
date: 2026-11
blocks:
  - heading: { en: Two columns, zh-Hans: 左右两栏 }
  - paragraph: { en: Each page says it twice., zh-Hans: 每一页都说两遍。 }
    id: twice
`
const path = 'content/hello/publication.yaml'
const pdf = 'output/hello.pdf'

let project: Project | null = null
function started(files: Readonly<Record<string, string>> = { [path]: hello }): Project {
  project = makeProject(files)
  return project
}
afterEach(() => {
  project?.remove()
  project = null
})

describe('bifolio build', () => {
  test('prints a line for what it made: path, pages, size, languages, profile, seconds', () => {
    const run = started().build([])
    expect(run.errors).toBe('')
    expect(run.code).toBe(0)
    expect(run.out).toMatch(
      /^output\/hello\.pdf {2}5 pages {2}\d+ kB {2}en, zh-Hans {2}PDF\/A-3a, PDF\/UA-1 {2}[\d.]+ s\n$/,
    )
  })

  test('prints JSON on demand', () => {
    const run = started().build(['hello'], { json: true })
    expect(JSON.parse(run.out)).toMatchObject({
      path: pdf,
      pages: 5,
      languages: ['en', 'zh-Hans'],
      profile: 'archive',
    })
  })

  test('finds a publication by name, folder and file, and gives the same bytes each time', {
    timeout: 20_000,
  }, () => {
    const { folder, build } = started()
    const bytes = ['hello', 'content/hello', 'content/hello/', path].map((name) => {
      expect(build([name]).code).toBe(0)
      return readFileSync(join(folder, pdf))
    })
    expect(bytes.every((one) => one.equals(bytes[0] ?? Buffer.alloc(0)))).toBe(true)
  })

  test('names the output after the languages where they are not the default ones', () => {
    const { folder, build } = started()
    expect(build([], { languages: 'zh-hans' }).code).toBe(0)
    expect(build([], { languages: 'zh-Hans,en' }).code).toBe(0)
    expect(readdirSync(join(folder, 'output')).sort()).toEqual(['hello.zh-Hans+en.pdf', 'hello.zh-Hans.pdf'])
  })

  test('dates the document by SOURCE_DATE_EPOCH, else by the publication, never by the clock', () => {
    const { folder, build } = started()
    const text = (): string => readFileSync(join(folder, pdf), 'latin1')
    expect(build([]).code).toBe(0)
    expect(text()).toContain('D:20261101000000Z')
    expect(build([], {}, '86400').code).toBe(0)
    expect(text()).toContain('D:19700102000000Z')
  })

  test('audits the finished text', () => {
    expect(started().build([], { audit: true })).toMatchObject({ code: 0, errors: '' })
  })

  test('a draft marks a missing translation and is built', () => {
    const { build } = started({ [path]: hello.replace(', zh-Hans: 每一页都说两遍。', '') })
    expect(build([]).code).toBe(1)
    const run = build([], { draft: true })
    expect(run.code).toBe(0)
    expect(run.errors).toContain('warning')
  })

  test('for print the theme’s rules for print hold, and the file says so', () => {
    const { build } = started({
      [path]: `theme: own.css\n${hello}`,
      'content/hello/own.css': '@media print { @page { size: A5 } }',
    })
    const screen = build([])
    const print = build([], { media: 'print' })
    expect([screen.code, print.code]).toEqual([0, 0])
    expect(screen.out).toContain('output/hello.pdf')
    expect(print.out).toContain('output/hello.print.pdf')
  })

  test('wrong usage is exit 2', () => {
    const { build } = started()
    expect(build([], { profile: 'archival' }).code).toBe(2)
    expect(build([], { media: 'paper' }).code).toBe(2)
    expect(build([], { languages: 'klingon' }).code).toBe(2)
    expect(build([], {}, 'yesterday').code).toBe(2)
  })

  test('a language that is not known gets a hint: one like it, its variants, or those that there are', () => {
    const { build } = started()
    const hint = (languages: string) => build([], { languages }).errors.match(/hint: (.*)/)?.[1]
    expect(hint('zh-Hant-TW')).toBe('did you mean `zh-Hant`?')
    expect(hint('es-Latn-AR')).toBe('known of `es`: es, es-419')
    expect(hint('xx-yy')).toMatch(/^known here: en, fr, .*, zh, .*; some also with .* `zh-Hans`$/)
  })

  test('two publications with one output are a finding, and neither is built', () => {
    const { folder, write, build } = started()
    write('a-b/publication.yaml', hello)
    write('a/b.yaml', hello)
    const run = build(['a-b', 'hello', 'a/b.yaml'], { json: true })
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(JSON.parse(run.errors)).toMatchObject({ code: 'cli/same-output', path: 'a/b.yaml' })
    expect(run.errors).toContain('a-b/publication.yaml')
    expect(existsSync(join(folder, 'output'))).toBe(false)
    expect(build(['hello', 'content/hello', path]).code).toBe(0)
  })

  test.each([
    ['the output folder is a file', 'taken', 'taken/hello.pdf'],
    ['the output folder lies below a file', 'taken/pdf/', 'taken/pdf/hello.pdf'],
    ['a folder has the name of the output', 'folder', 'folder/hello.pdf'],
  ])('an output that cannot be written is a finding: %s', (_, out, file) => {
    const { folder, write, build } = started()
    write('taken', 'a file')
    write('folder/hello.pdf/x', '')
    const run = build(['hello'], { out, json: true })
    expect(run).toMatchObject({ code: 1, out: '' })
    expect(JSON.parse(run.errors)).toMatchObject({
      code: 'cli/output',
      path: file,
      hints: [expect.stringContaining('--out')],
    })
    expect(readFileSync(join(folder, 'taken'), 'utf8')).toBe('a file')
    expect(readdirSync(join(folder, 'folder'))).toEqual(['hello.pdf'])
  })

  test('an unknown publication is a finding with the names that there are', () => {
    const run = started().build(['helo'])
    expect(run.code).toBe(1)
    expect(run.errors).toContain('[cli/no-publication]')
    expect(run.errors).toContain('did you mean `hello`?')
  })
})

describe('bad input is a finding with a code, a place and a hint, exit 1, and the previous PDF stays', () => {
  const cases: readonly [
    name: string,
    files: Readonly<Record<string, string>>,
    code: string,
    place: string,
  ][] = [
    [
      'a missing translation',
      { [path]: hello.replace(', zh-Hans: 你好', '') },
      'content/missing-translation',
      `${path}:4:10`,
    ],
    ['an unknown key', { [path]: hello.replace('date:', 'dates:') }, 'content/unknown-key', `${path}:5:1`],
    [
      'a wrong type',
      { [path]: hello.replace('date: 2026-11', 'date: [2026]') },
      'content/wrong-value',
      `${path}:5:1`,
    ],
    [
      'a duplicate id',
      { [path]: `${hello}  - paragraph: { en: Again., zh-Hans: 又一遍。 }\n    id: twice\n` },
      'content/duplicate-id',
      `${path}:11:9`,
    ],
    [
      'an unknown language tag',
      { [path]: hello.replace('  zh-Hans: {', '  zh-Hanx: {') },
      'content/unknown-language',
      `${path}:3:3`,
    ],
    ['broken YAML', { [path]: `${hello}  - [` }, 'content/yaml', `${path}:10:5`],
    [
      'a character that no face has',
      { [path]: hello.replace('it twice', 'it \u{12000}') },
      'text/missing-glyph',
      `${path}:8:40`,
    ],
    [
      'an unknown property in the theme',
      { [path]: `theme: own.css\n${hello}`, 'content/hello/own.css': 'p { colr: black }' },
      'style/property',
      'content/hello/own.css:1:5',
    ],
    ['a theme that is not there', { [path]: `theme: own.css\n${hello}` }, 'read/missing', `${path}:1:8`],
    [
      'a theme outside the project',
      { [path]: `theme: ../../../own.css\n${hello}` },
      'read/outside',
      `${path}:1:8`,
    ],
    [
      'a file outside the project that a theme imports',
      { [path]: `theme: own.css\n${hello}`, 'content/hello/own.css': '@import "../../../own.css";' },
      'read/outside',
      'content/hello/own.css:1:9',
    ],
    [
      'a mistake in a file that a theme imports',
      {
        [path]: `theme: own.css\n${hello}`,
        'content/hello/own.css': '@import "./parts/colours.css";',
        'content/hello/parts/colours.css': '@import "../base.css"; p { colr: black }',
        'content/hello/base.css': 'p { color: black }',
      },
      'style/property',
      'content/hello/parts/colours.css:1:28',
    ],
    [
      'a theme that a comment names as well',
      { [path]: `# a theme: own.css\ntheme: own.css\n${hello}` },
      'read/missing',
      `${path}:2:8`,
    ],
    [
      'a layout that a comment names as well',
      { [path]: `# leaflet\nlayout: leaflet\n${hello}` },
      'layout/unknown',
      `${path}:2:9`,
    ],
    ['an unknown layout', { [path]: `layout: leaflet\n${hello}` }, 'layout/unknown', `${path}:1:9`],
    [
      'an unknown helper',
      { 'templates/booklet/layout.hbs': '{{#passge}}<p>{{title}}</p>{{/passge}}' },
      'document/unknown-helper',
      'templates/booklet/layout.hbs:1:4',
    ],
    [
      'an unknown partial',
      { 'templates/booklet/layout.hbs': '<section>{{> chapter}}</section>' },
      'document/missing-partial',
      'templates/booklet/layout.hbs:1:10',
    ],
    [
      'an unknown name',
      { 'templates/booklet/layout.hbs': '{{#passage}}<p>{{titel}}</p>{{/passage}}' },
      'document/unknown-name',
      'templates/booklet/layout.hbs:1:18',
    ],
    [
      'a font package that is not installed',
      {
        'fonts/fonts.yaml':
          '- family: Source Serif 4\n  licence: OFL-1.1\n  faces:\n    - { weight: 400, file: "npm:no-such-font/x.ttf" }\n',
      },
      'fonts/unreadable',
      'fonts/fonts.yaml:4:7',
    ],
    [
      'a font that is broken',
      {
        'fonts/fonts.yaml':
          '- family: Source Serif 4\n  licence: OFL-1.1\n  faces:\n    - { weight: 400, file: "fonts/x.ttf" }\n',
        'fonts/x.ttf': 'no font at all',
      },
      'fonts/broken',
      'fonts/fonts.yaml:4:7',
    ],
    [
      'fonts that the theme names and nobody declared',
      {
        'fonts/fonts.yaml':
          '- family: Other\n  licence: OFL-1.1\n  faces:\n    - { weight: 400, file: "fonts/x.ttf" }\n',
      },
      'text/no-face',
      'fonts/fonts.yaml:1:1',
    ],
  ]
  test.each(cases)('%s', (_, files, code, place) => {
    const { folder, write, build } = started()
    write(pdf, 'the previous one')
    for (const [file, text] of Object.entries(files)) write(file, text)
    const run = build(['hello'])
    expect(run.code).toBe(1)
    expect(run.out).toBe('')
    expect(run.errors).toContain(`[${code}]`)
    expect(run.errors).toContain(`${place}: error: `)
    expect(run.errors).toContain('hint: ')
    expect(run.errors).not.toMatch(/^\s+at .*\.[jt]s:/m)
    expect(readFileSync(join(folder, pdf), 'utf8')).toBe('the previous one')
    expect(readdirSync(join(folder, 'output'))).toEqual(['hello.pdf'])
  })

  test('a link that leads out of the project', () => {
    const { folder, build } = started({ [path]: `theme: own.css\n${hello}` })
    symlinkSync('/etc/hostname', join(folder, 'content/hello/own.css'))
    const run = build(['hello'])
    expect(run.code).toBe(1)
    expect(run.errors).toContain('[read/outside]')
    expect(existsSync(join(folder, pdf))).toBe(false)
  })

  test.skipIf(process.platform === 'win32' /* it has no named pipes in folders */)('a pipe', () => {
    const { folder, build } = started({ [path]: `theme: own.css\n${hello}` })
    execFileSync('mkfifo', [join(folder, 'content/hello/own.css')])
    expect(build(['hello']).errors).toContain('[read/special]')
  })
})
