import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { watched } from './watched.ts'

const project = resolve('/project')
const targets = [{ path: 'content/hello/publication.yaml', name: 'hello' }]
const ignoredWith = (out: string) => watched(targets, project, resolve(project, out)).isIgnored

describe('what is watched', () => {
  test.each([
    ['content, templates and fonts', 'content/hello/publication.yaml', ['content', 'templates', 'fonts']],
    ['the folder of a publication', 'papers/p.yaml', ['content', 'templates', 'fonts', 'papers']],
    ['the project, for a publication in it', 'p.yaml', ['.']],
    ['nothing outside', '../other/p.yaml', ['content', 'templates', 'fonts']],
  ])('%s', (_, path, folders) => {
    const found = watched([{ path, name: 'p' }], project, join(project, 'output')).folders
    expect(found).toEqual(folders.map((folder) => resolve(project, folder)))
  })
})

describe('what is not watched', () => {
  test.each(['con', 'content/hell', 'output'])(
    'a folder is not output for its first letters: --out %s',
    (out) => {
      const isIgnored = ignoredWith(out)
      const paths = ['content', 'content/hello', 'content/hello/publication.yaml', `${out}ish/x.pdf`]
      expect(paths.filter(isIgnored)).toEqual([])
      expect(isIgnored(`${out}/hello.pdf`)).toBe(true)
      expect(isIgnored(join(project, out, 'notes.txt'))).toBe(true)
    },
  )

  test.each(['.', '..', 'content', 'content/hello', 'fonts'])(
    'in a folder that holds sources, only what a build writes: --out %s',
    (out) => {
      const isIgnored = ignoredWith(out)
      const sources = ['.', 'content', 'content/hello', 'content/hello/publication.yaml', 'fonts/fonts.yaml']
      expect(sources.filter(isIgnored)).toEqual([])
      const written = ['hello.pdf', '.hello.pdf.17.part', '.hello.pdf.lock'].map((name) =>
        join(project, out, name),
      )
      expect(written.filter(isIgnored)).toEqual(written)
    },
  )

  test('packages and history, for a publication in the project’s folder', () => {
    const { isIgnored } = watched([{ path: 'p.yaml', name: 'p' }], project, join(project, 'output'))
    expect(['node_modules', 'node_modules/x/y.css', '.git/HEAD'].every(isIgnored)).toBe(true)
    expect(['.', 'p.yaml', 'theme.css'].some(isIgnored)).toBe(false)
  })
})
