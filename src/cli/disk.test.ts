import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { diskWorld } from './disk.ts'

const above = mkdtempSync(join(tmpdir(), 'bifolio-'))
const project = join(above, 'project')
const files = ['secret.ttf', 'x/secret.ttf', 'project/secret.ttf', 'project/node_modules/secret.ttf']
const packages = ['plain', '_odd.name-1', '@scope/font']
for (const file of [...files, ...packages.map((name) => `project/node_modules/${name}/secret.ttf`)]) {
  mkdirSync(dirname(join(above, file)), { recursive: true })
  writeFileSync(join(above, file), file)
}
const { source } = diskWorld({ project, program: project, output: join(project, 'output') })
afterAll(() => rmSync(above, { recursive: true }))

test.each(packages)('a file of the package %s is read', (name) => {
  const read = source.read(`npm:${name}/secret.ttf`, 100)
  expect(read.ok && Buffer.from(read.bytes).toString()).toBe(`project/node_modules/${name}/secret.ttf`)
  expect(source.list(`npm:${name}/`)).toEqual({ ok: true, names: ['secret.ttf'] })
})

test.each([
  'npm:../secret.ttf',
  'npm:..',
  'npm:./secret.ttf',
  'npm:./x',
  'npm:/x',
  `npm:${above}/secret.ttf`,
  'npm:@x/../y',
  'npm:@scope/../secret.ttf',
  'npm:@scope/..',
  'npm:@scope/./../../secret.ttf',
  'npm:plain/../secret.ttf',
  'npm:plain/../../secret.ttf',
  'npm:..\\secret.ttf',
  'npm:',
])('`%s` is no file of a package', (path) => {
  expect(source.read(path, 100).ok).toBe(false)
  expect(source.list(path).ok).toBe(false)
})
