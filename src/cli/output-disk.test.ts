import { execFile, spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Built } from '../build.ts'
import { LockedError, withLock } from './lock.ts'
import { diskOutput, OutsideError } from './output-disk.ts'
import { writeOutput } from './write-output.ts'

let project = ''
let output = ''
beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'bifolio-'))
  output = join(project, 'output')
  mkdirSync(output)
})
afterEach(() => rmSync(project, { recursive: true }))

const bytes = Buffer.from('new')
const secret = () => join(project, 'secret')

describe('a file of the output', () => {
  test('is replaced whole, and nothing is left beside it', () => {
    writeFileSync(join(output, 'x.pdf'), 'old and longer')
    diskOutput(output, project).replace('x.pdf', bytes)
    expect(readFileSync(join(output, 'x.pdf'), 'utf8')).toBe('new')
    expect(readdirSync(output)).toEqual(['x.pdf'])
  })

  test.each(['x.pdf', `.x.pdf.${process.pid}.part`, '.x.pdf.lock'])(
    'is never written through a link that lies in wait: %s',
    (name) => {
      writeFileSync(secret(), 'mine')
      symlinkSync(secret(), join(output, name))
      diskOutput(output, project).replace('x.pdf', bytes)
      expect(readFileSync(secret(), 'utf8')).toBe('mine')
      expect(readFileSync(join(output, 'x.pdf'), 'utf8')).toBe('new')
      expect(readdirSync(output)).toEqual(['x.pdf'])
    },
  )

  test('does not leave the output folder', () => {
    expect(() => diskOutput(output, project).replace('../x.pdf', bytes)).toThrow('leads out')
  })

  test('is not written where a link of the project leads out of it', () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'bifolio-'))
    symlinkSync(elsewhere, join(project, 'linked'))
    const disk = diskOutput(join(project, 'linked'), project)
    expect(() => disk.replace('x.pdf', bytes)).toThrow(OutsideError)
    expect(readdirSync(elsewhere)).toEqual([])
    const report = new Report()
    writeOutput({ file: 'x.pdf', bytes } as unknown as Built, 'linked', disk, report)
    expect(report.diagnostics).toMatchObject([{ code: 'cli/output' }])
    // The same folder, when it is named as what it is.
    diskOutput(elsewhere, project).replace('x.pdf', bytes)
    expect(readdirSync(elsewhere)).toEqual(['x.pdf'])
    rmSync(elsewhere, { recursive: true })
  })
})

describe('a lock', () => {
  const lock = () => join(output, '.x.pdf.lock')
  /** A process that has ended: nobody has its number now. */
  const ended = () => spawnSync(process.execPath, ['-e', '']).pid

  test('that a killed build left is taken away', () => {
    writeFileSync(lock(), `${hostname()} ${ended()}\n`)
    diskOutput(output, project).replace('x.pdf', bytes)
    expect(readdirSync(output)).toEqual(['x.pdf'])
  })

  test('that is old is taken away, whoever made it', () => {
    writeFileSync(lock(), `elsewhere ${process.pid}\n`)
    utimesSync(lock(), 1, 1)
    diskOutput(output, project).replace('x.pdf', bytes)
    expect(readdirSync(output)).toEqual(['x.pdf'])
  })

  test('of a build that runs is waited for, and then a finding', { timeout: 20_000 }, () => {
    writeFileSync(lock(), `${hostname()} ${process.ppid}\n`)
    expect(() => withLock(lock(), () => {})).toThrow(LockedError)
    const report = new Report()
    const disk = {
      replace: () => {
        throw new LockedError('another build is writing this file')
      },
    }
    writeOutput({ file: 'x.pdf', bytes } as unknown as Built, 'output', disk, report)
    expect(report.diagnostics).toMatchObject([
      { code: 'cli/locked', span: { file: { path: 'output/x.pdf' } } },
    ])
    expect(existsSync(lock())).toBe(true)
  })

  test('is given back when writing fails', () => {
    expect(() =>
      withLock(lock(), () => {
        throw new Error('full')
      }),
    ).toThrow('full')
    expect(readdirSync(output)).toEqual([])
  })

  test('lets only one process at a time into what it guards', { timeout: 30_000 }, async () => {
    const shared = join(output, 'count')
    writeFileSync(shared, '0')
    // Reads, waits and writes back: two at once would lose one of the counts.
    const script = `
      const { withLock } = await import(${JSON.stringify(new URL('./lock.ts', import.meta.url).href)})
      const { readFileSync, writeFileSync } = await import('node:fs')
      for (let time = 0; time < 5; time++) withLock(${JSON.stringify(lock())}, () => {
        const count = Number(readFileSync(${JSON.stringify(shared)}, 'utf8'))
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
        writeFileSync(${JSON.stringify(shared)}, String(count + 1))
      })`
    const run = promisify(execFile)
    const runs = [1, 2, 3].map(() =>
      run(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script]),
    )
    await Promise.all(runs)
    expect(readFileSync(shared, 'utf8')).toBe('15')
    expect(existsSync(lock())).toBe(false)
  })
})
