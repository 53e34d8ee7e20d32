import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { Report } from '../../base/report.ts'
import { edition, emptyArchive, foundBy, opened, tryAdd, wrongWith } from '../../testing/archives.ts'
import { Killed } from '../../testing/memory-vault.ts'
import { checkObject } from './fixity.ts'
import { takeLock } from './lock.ts'
import { openStaging } from './staging.ts'
import { concludeVerification, verify, verifyUnits } from './verify.ts'

const ids = ['paper', 'rain', 'water'].map((name) => `tag:example.org,2024:${name}`)

test('the parts of a verification are plain data, and come to the same in any order', () => {
  const vault = emptyArchive()
  for (const id of ids) tryAdd(opened(vault), edition(1), id)
  const damaged = [...vault.files().keys()].find(
    (path) => path.includes('rain') && path.endsWith('edition.json'),
  )
  vault.set(damaged ?? '', 'x')
  const [alone, inParts] = [vault.again(), vault.again()]
  const [one, other] = [new Report(), new Report()]
  const whole = verify(opened(alone), null, () => {}, one)
  const units = structuredClone(verifyUnits(opened(inParts), null))
  expect(units.length).toBe(3)
  const outcomes = units.toReversed().map((unit) => structuredClone(checkObject(inParts, unit, () => {})))
  const parts = concludeVerification(opened(inParts), null, outcomes.toReversed(), other)
  expect(parts).toEqual(whole)
  expect(foundBy(other)).toEqual(foundBy(one))
  expect(inParts.files()).toEqual(alone.files())
})

test('what a writer has half done is waited for, and is no damage', () => {
  const start = emptyArchive()
  tryAdd(opened(start), edition(1))
  const whole = start.again()
  tryAdd(opened(whole), edition(2))
  let verified = 0
  for (const [index, operation] of whole.operations.entries()) {
    // The reader looks while the writer stands at an operation; he goes on when the reader pauses.
    const vault = start.again({ fault: { kind: 'stop', at: index + 1 } })
    const writer = opened(vault, { pid: 5 })
    expect(() => tryAdd(writer, edition(2))).toThrow(Killed)
    const disk = vault.again()
    const report = new Report()
    const onPause = (): void => {
      for (const path of disk.paths().filter((one) => one.startsWith('work/') && one.endsWith('.lock')))
        disk.drop(path)
      // From here on the lock is nobody's, and the next writer finishes.
      tryAdd(opened(disk, { pid: 6 }), edition(2))
    }
    verify(opened(disk, { pid: 9, othersRun: true, onPause }), null, () => {}, report)
    const found = foundBy(report).filter((one) => !one.startsWith('archive/not-logged'))
    expect(found, operation).toEqual([])
    verified += 1
  }
  expect(verified).toBe(whole.operations.length)
})

test('a lock alone keeps nobody from verifying', () => {
  const vault = emptyArchive()
  tryAdd(opened(vault), edition(1), ids[0])
  const archive = opened(vault, { pid: 3 })
  expect(takeLock(archive, { kind: 'object', id: ids[0] ?? '' }, openStaging(archive))).toBeNull()
  const report = new Report()
  verify(opened(vault, { othersRun: true }), null, () => {}, report)
  expect(foundBy(report)).toEqual([])
  tryAdd(opened(vault), edition(2), ids[0])
  expect(wrongWith(opened(vault))).toEqual([])
})

test('an inventory that fits its own sidecar, and that this program never wrote, is named where the log knows nothing', () => {
  const vault = emptyArchive()
  tryAdd(opened(vault), edition(1))
  tryAdd(opened(vault), edition(2))
  const path = [...vault.files().keys()].find((one) => one.endsWith('/v1/inventory.json')) ?? ''
  const forged = Buffer.from(vault.read(path) ?? '')
    .toString('utf8')
    .replace('an edition', 'no edition')
  vault.set(path, forged)
  const digest = createHash('sha512').update(forged).digest('hex')
  vault.set(`${path}.sha512`, `${digest} inventory.json\n`)
  const unit = verifyUnits(opened(vault), null)[0] ?? { folder: '', logged: null }
  const { damages } = checkObject(vault, { ...unit, logged: null }, () => {})
  expect(damages).toEqual([
    { kind: 'changed', path, why: 'is not as it was written' },
    { kind: 'changed', path: `${path}.sha512`, why: 'is not as it was written' },
  ])
})
