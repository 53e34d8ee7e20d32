import { once } from 'node:events'
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { FSWatcher } from 'chokidar'
import { afterEach, expect, test, vi } from 'vitest'
import { keepWorkshop, type OpenWorkshop } from '../read.ts'
import { makeProject, type Project, programFolder } from '../testing/project.ts'
import { watchCommand } from './watch-command.ts'

const hello = `languages:
  en: { name: English }
title: { en: Hello }
blocks:
  - paragraph: { en: Once. }
`
const path = 'papers/hello.yaml'
const pdf = 'output/papers-hello.pdf'

// Chokidar says `ready` too early where a folder is missing.
const folders = { 'content/x': '', 'templates/x': '', 'fonts/x': '' }

const opener = keepWorkshop()
let project: Project | null = null
let watcher: FSWatcher | null = null
afterEach(async () => {
  await watcher?.close()
  project?.remove()
  watcher = null
  project = null
})

test('a publication outside content/ is built again when it changes', async () => {
  const { folder, write, printed } = await watching()
  expect(existsSync(join(folder, pdf))).toBe(true)
  write(path, hello.replace('Hello', '[Hello'))
  await vi.waitFor(() => expect(printed()).toContain('[content/yaml]'), { timeout: 15_000 })
}, 60_000)

test('an output folder that became a file is a finding, and the watch goes on', async () => {
  const { folder, write, printed } = await watching()
  rmSync(join(folder, 'output'), { recursive: true })
  write('output', 'a file')
  write(path, hello.replace('Once', 'Twice'))
  await vi.waitFor(() => expect(printed()).toContain('[cli/output]'), { timeout: 15_000 })
  rmSync(join(folder, 'output'))
  write(path, hello)
  await vi.waitFor(() => expect(existsSync(join(folder, pdf))).toBe(true), { timeout: 15_000 })
}, 60_000)

test('a build that throws is said in a sentence, and the watch goes on', async () => {
  let isBroken = true
  const { folder, write, printed } = await watching((source, report) => {
    if (isBroken) throw new Error('the press is broken')
    return opener(source, report)
  })
  expect(printed()).toMatch(/^bifolio: the press is broken\n {2}.*BIFOLIO_TRACE=1\n$/)
  write(path, hello.replace('Once', 'Twice'))
  await vi.waitFor(() => expect(printed().match(/broken/g)).toHaveLength(2), { timeout: 15_000 })
  isBroken = false
  write(path, hello)
  await vi.waitFor(() => expect(existsSync(join(folder, pdf))).toBe(true), { timeout: 15_000 })
}, 60_000)

test('files that cannot be watched are a finding, and the watch goes on', async () => {
  const { printed } = await watching()
  watcher?.emit('error', new Error('ENOSPC: too many files'))
  expect(printed()).toMatch(/warning: some files cannot be watched: ENOSPC.*\[cli\/watch\]/)
}, 60_000)

test('wrong usage begins no watch', () => {
  project = makeProject({ [path]: hello })
  expect(watch(project, { write: () => {} }, opener, 'archival')).toBeNull()
})

/** Starts a watch on a project with one publication; `printed` is what it has said so far on stderr. */
async function watching(open: OpenWorkshop = opener) {
  project = makeProject({ [path]: hello, ...folders })
  let text = ''
  const errors = { write: (more: string) => (text += more) }
  watcher = watch(project, errors, open, 'archive')
  if (!watcher) throw new Error('it watches')
  await once(watcher, 'ready')
  return { folder: project.folder, write: project.write, printed: () => text }
}

function watch(
  { folder }: Project,
  errors: { write(text: string): unknown },
  open: OpenWorkshop,
  profile: string,
): FSWatcher | null {
  const out = { write: () => {} }
  const around = {
    project: folder,
    program: programFolder,
    out,
    errors,
    openWorkshop: open,
    epoch: undefined,
  }
  return watchCommand([path], { out: 'output', profile, media: 'screen' }, around)
}
