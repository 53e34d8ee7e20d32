import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { wayInRepository } from './repository.ts'

const above = mkdtempSync(join(tmpdir(), 'bifolio-'))
mkdirSync(join(above, 'repository/books/one'), { recursive: true })
afterEach(() => rmSync(join(above, 'repository/.git'), { recursive: true, force: true }))

test.each([
  ['a repository', () => mkdirSync(join(above, 'repository/.git'))],
  [
    'a worktree, where `.git` is a file',
    () => writeFileSync(join(above, 'repository/.git'), 'gitdir: elsewhere'),
  ],
])('the way to a project in %s', (_, make) => {
  make()
  expect(wayInRepository(join(above, 'repository/books/one'))).toBe('books/one')
  expect(wayInRepository(join(above, 'repository'))).toBe('')
})

test('outside of a repository there is none', () => {
  expect(wayInRepository(join(above, 'repository/books/one'))).toBe('')
})
