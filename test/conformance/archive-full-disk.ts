import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  addOf,
  changedFiles,
  editionsOf,
  publication,
  publicationPath,
  putProject,
  storedFiles,
  wrongNumbers,
  wrongWith,
} from './archive-hello.ts'
import { type Program, unless } from './archive-program.ts'
import { run } from './command.ts'
import type { OcflPython } from './ocfl-python.ts'
import { temporaryFolder } from './samples.ts'
import { leftOut, type Verdict, verdict } from './verdict.ts'

/** Room that is left for an edition that needs more, in bytes. */
const left = 32 * 1024

/** A disk of 3 MB that is full while an edition is added. */
export function smallDisk(program: Program, judge: OcflPython | null): readonly Verdict[] {
  const what = 'a disk of 3 MB that is full: it says so, keeps what it has, and goes on when there is room'
  const disk = temporaryFolder()
  const mounted = run('mount', ['-t', 'tmpfs', '-o', 'size=3m', 'tmpfs', disk])
  if (mounted.code !== 0) return [leftOut(what, `no disk can be mounted here: ${mounted.errors.trim()}`)]
  try {
    return [verdict(what, onSmallDisk(program, disk, judge))]
  } finally {
    run('umount', [disk])
  }
}

function onSmallDisk(program: Program, disk: string, judge: OcflPython | null): readonly string[] {
  putProject(program, disk, ['hello'])
  const add = (edition: string) => program.run(addOf('hello', edition), { folder: disk })
  const begun = unless('add', add('1'))
  const bytes = storedFiles(disk)
  writeFileSync(join(disk, publicationPath('hello')), publication('Twice'))
  const { bavail, bsize } = statfsSync(disk)
  const ballast = join(disk, 'ballast')
  writeFileSync(ballast, new Uint8Array(Math.max(0, bavail * bsize - left)))
  const full = add('2')
  const refused = full.code === 1 && full.errors.includes('disk full: nothing was added')
  const kept = [...changedFiles(bytes, storedFiles(disk), false), ...wrongWith(program, disk, null)]
  rmSync(ballast)
  return [
    ...begun,
    ...(refused ? [] : [`it ended with ${full.code}: ${full.errors}`]),
    ...kept,
    ...unless('the next add', add('2')),
    ...wrongNumbers(['1', '2'], editionsOf(program, disk, 'hello')),
    ...wrongWith(program, disk, judge),
  ]
}
