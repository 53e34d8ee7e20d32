import { execFileSync } from 'node:child_process'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { makeProject, type Project } from '../testing/project.ts'

const publication = `theme: own.css
languages: { en: { name: English } }
title: Water
layout: plain
blocks: [{ paragraph: Clean water. }]
`
const theme = 'content/x/own.css'

let project: Project
/** A folder beside the project, with what nobody may read. */
let outside = ''
beforeEach(() => {
  outside = mkdtempSync(join(tmpdir(), 'bifolio-outside-'))
  writeFileSync(join(outside, 'secret.css'), 'p { color: black }\n')
  mkdirSync(join(outside, 'plain'))
  writeFileSync(join(outside, 'plain/layout.hbs'), '{{#passage}}<p>{{title}}</p>{{/passage}}')
  writeFileSync(join(outside, 'publication.yaml'), publication)
  project = makeProject({
    'content/x/publication.yaml': publication,
    'templates/plain/layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}',
    'templates/plain/theme.css': 'html { font-family: "Source Serif 4" }',
    'output/x.pdf': 'the previous one',
  })
})
afterEach(() => {
  project.remove()
  rmSync(outside, { recursive: true })
})

/** The codes that a build finds; the PDF of before must still be there, and nothing else beside it. */
function found(names: readonly string[] = ['x']): readonly string[] {
  const run = project.build(names, { json: true })
  expect(run.errors).not.toMatch(/\bat .*\.[jt]s:/)
  expect(run.code).toBe(1)
  expect(readFileSync(join(project.folder, 'output/x.pdf'), 'utf8')).toBe('the previous one')
  expect(readdirSync(join(project.folder, 'output'))).toEqual(['x.pdf'])
  return run.errors.split('\n').flatMap((line) => (line === '' ? [] : String(JSON.parse(line).code)))
}

function link(target: string, path: string): void {
  const full = join(project.folder, path)
  mkdirSync(dirname(full), { recursive: true })
  rmSync(full, { recursive: true, force: true })
  symlinkSync(target, full)
}

describe('nothing outside the project is read', () => {
  test('by a link to a file', () => {
    link(join(outside, 'secret.css'), theme)
    expect(found()).toEqual(['read/outside'])
  })

  test('by a chain of links', () => {
    link(join(outside, 'secret.css'), 'content/x/second.css')
    link('second.css', theme)
    expect(found()).toEqual(['read/outside'])
  })

  test('by a link to a folder above a file', () => {
    link(outside, 'content/x/shared')
    project.write('content/x/publication.yaml', publication.replace('own.css', 'shared/secret.css'))
    expect(found()).toEqual(['read/outside'])
  })

  test('by a folder of a layout that is a link', () => {
    link(join(outside, 'plain'), 'templates/plain')
    project.write(theme, '')
    expect(found()).toEqual(['read/outside'])
  })

  test('by a folder of a publication that is a link', () => {
    link(outside, 'content/y')
    expect(found(['content/y/publication.yaml'])).toEqual(['read/outside'])
  })

  test('by a partial that is a link', () => {
    link(join(outside, 'plain/layout.hbs'), 'templates/plain/partials/p.hbs')
    project.write(theme, '')
    expect(found()).toEqual(['read/outside'])
  })

  test.each(['../../../secret.css', '../../../../../../../../etc/passwd'])('by the path %s', (path) => {
    project.write('content/x/publication.yaml', publication.replace('own.css', path))
    expect(found()).toEqual(['read/outside'])
  })

  test('by a font', () => {
    link(join(outside, 'secret.css'), 'fonts/x.ttf')
    project.write(theme, 'p { font-family: X }')
    project.write('fonts/fonts.yaml', '- { family: X, licence: OFL-1.1, faces: [{ file: fonts/x.ttf }] }\n')
    expect(found()).toContain('fonts/unreadable')
  })

  test('while a link inside is followed', () => {
    project.write('shared/own.css', 'q { color: black }')
    link('../../shared/own.css', theme)
    expect(found()).toEqual(['style/element'])
  })
})

describe('what is no file is not opened', () => {
  test('a link that leads to itself', () => {
    link('own.css', theme)
    expect(found()).toEqual(['read/unreadable'])
  })

  test('a folder in place of a file', () => {
    mkdirSync(join(project.folder, theme))
    expect(found()).toEqual(['read/special'])
  })

  test('a file in place of the folder of a layout', () => {
    rmSync(join(project.folder, 'templates/plain'), { recursive: true })
    project.write('templates/plain', 'x')
    project.write(theme, '')
    expect(found()).toEqual(['read/special'])
  })

  test('a pipe, which nobody writes to', () => {
    execFileSync('mkfifo', [join(project.folder, theme)])
    expect(found()).toEqual(['read/special'])
  })

  test('a pipe in place of a publication and of its fonts', () => {
    project.write(theme, '')
    project.write('fonts/x', '')
    execFileSync('mkfifo', [join(project.folder, 'fonts/fonts.yaml')])
    expect(found()).toContain('read/special')
  })

  test('a socket', async () => {
    const server = createServer()
    await new Promise<void>((done) => server.listen(join(project.folder, theme), done))
    try {
      expect(found()).toEqual(['read/special'])
    } finally {
      await new Promise((done) => server.close(done))
    }
  })

  test('a device, by a link', () => {
    link('/dev/zero', theme)
    expect(found()).toEqual(['read/outside'])
  })

  test('a file with a name that nobody can read', () => {
    project.write(theme, '')
    project.write('templates/plain/partials/a\u202ebsh.hbs', 'x')
    expect(found()).toEqual(['read/name'])
  })
})
