import { expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Disk } from '../base/world.ts'
import type { Built } from '../build.ts'
import { writeOutput } from './write-output.ts'

// Only these two are looked at.
const built = { file: 'x.pdf', bytes: new Uint8Array(1) } as Built

test.each(['EEXIST', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'ENOSPC', 'EROFS', 'ENAMETOOLONG', 'EIO'])(
  'what the disk refuses with %s is a finding',
  (code) => {
    const report = new Report()
    const problem = Object.assign(new Error(code), { code, syscall: 'open' })
    writeOutput(built, 'out/', failing(problem), report)
    expect(report.diagnostics).toMatchObject([
      { severity: 'error', code: 'cli/output', span: { file: { path: 'out/x.pdf' } } },
    ])
    expect(report.diagnostics[0]?.message.includes(code)).toBe(code === 'EIO')
  },
)

test.each([
  new Error('a bug'),
  Object.assign(new TypeError('a wrong call'), { code: 'ERR_INVALID_ARG_TYPE' }),
])('a mistake of ours is thrown on: %s', (problem) => {
  expect(() => writeOutput(built, 'out', failing(problem), new Report())).toThrow(problem)
})

function failing(problem: Error): Disk {
  return {
    replace: () => {
      throw problem
    },
  }
}
