import { appendFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { add } from '../archive/store/add.ts'
import { Report } from '../base/report.ts'
import {
  type ArchiveProject,
  dataOf,
  inKept,
  makeArchiveProject,
  type Ran,
} from '../testing/archive-project.ts'
import { bytesOf, edition, someone } from '../testing/archives.ts'
import { threadsFromSource } from '../testing/threads.ts'
import { openedIn } from './archive-open.ts'
import { archiveVerify } from './archive-verify.ts'
import { verifyProgress } from './archive-verify-progress.ts'

let project: ArchiveProject

beforeAll(() => {
  project = makeArchiveProject()
  project.run((around) => {
    const report = new Report()
    const archive = openedIn('kept', around, report)
    for (let index = 0; archive && index < 12; index++) {
      const version = {
        id: `tag:example.org,2024:n${index}`,
        message: 'one',
        user: someone,
        files: bytesOf(edition(index)),
      }
      add(archive, version, { evenIfUnchanged: false }, report)
    }
    return report.failed ? 1 : 0
  })
})

afterAll(() => project.remove())

const { options = [] } = threadsFromSource()
const threads = { module: new URL('archive-verify-worker.ts', import.meta.url), options }

function verify(workers?: string, name?: string): Promise<Ran> {
  const wish = { ...inKept, json: true, ...(workers === undefined ? {} : { workers }) }
  return project.runLater((around) => archiveVerify(name, wish, around), { threads })
}

/** The path of a stored file whose path ends so, in the folder of the project. */
function stored(ending: string): string {
  const paths = readdirSync(join(project.folder, 'kept/store'), { recursive: true, encoding: 'utf8' })
  const found = paths.find((path) => path.endsWith(ending))
  if (found === undefined) throw new Error(`nothing ends in ${ending}`)
  return join(project.folder, 'kept/store', found)
}

describe('a verification', () => {
  test('says the same on any number of threads', { timeout: 60_000 }, async () => {
    const [alone, onTwo] = [await verify('1'), await verify('2')]
    expect([alone.code, alone.errors]).toEqual([0, ''])
    expect(onTwo).toEqual(alone)
    expect(dataOf(alone)).toMatchObject([{ publications: 13, damages: [] }])
    rmSync(stored('n3/v1/content/edition.json'))
    appendFileSync(stored('n7/v1/content/pdf/water.pdf'), 'x')
    const [harmed, again] = [await verify('1'), await verify('3')]
    expect([harmed.code, again]).toEqual([1, harmed])
    expect(harmed.errors).toMatch(/archive\/damaged(.|\n)*archive\/missing/)
    expect(dataOf(harmed)).toMatchObject([{ damages: [{ kind: 'damaged' }, { kind: 'missing' }] }])
  })

  test('may be of one publication', async () => {
    const ran = await verify(undefined, 'n4')
    expect([ran.code, dataOf(ran)]).toMatchObject([0, [{ publications: 1, damages: [] }]])
  })

  test('takes no number of threads that is none', async () => {
    expect((await verify('0')).code).toBe(2)
  })
})

test('progress is shown on a terminal, not more often than can be seen, and taken away', () => {
  let shown = ''
  let now = 0
  const write = (text: string): unknown => (shown += text)
  const progress = verifyProgress({ write, isTTY: true }, 'kept', 3, () => now)
  progress.file()
  progress.file()
  now = 100
  progress.unit(5)
  progress.end()
  expect(shown.split('\r\u001b[K')).toEqual([
    '',
    'kept  0/3 publications  1 files read',
    'kept  1/3 publications  7 files read',
    '',
  ])
  const piped = verifyProgress({ write, isTTY: false }, 'kept', 3, () => now)
  piped.file()
  piped.unit()
  piped.end()
  expect(shown.endsWith('read\r\u001b[K')).toBe(true)
})
