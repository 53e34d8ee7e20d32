import { existsSync, mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { editionElements } from '../../src/archive/bagit/edition-elements.ts'
import { type BagProblem, isBagError } from '../../src/archive/bagit/problem.ts'
import { readBag } from '../../src/archive/bagit/read-bag.ts'
import { validateBag } from '../../src/archive/bagit/validate-bag.ts'
import { writeBag } from '../../src/archive/bagit/write-bag.ts'
import { withCrate } from '../../src/archive/ro-crate/crate.ts'
import { readRecord, recordPath } from '../../src/archive/ro-crate/record.ts'
import { diskVault } from '../../src/cli/disk-vault.ts'
import { editionOf } from '../../src/edition/edition.ts'
import { bagElements, bagFiles } from '../../src/testing/bags.ts'
import {
  chapterRequest,
  chapterSource,
  editionSettings,
  reporting,
  withProgram,
} from '../../src/testing/edition.ts'
import { type BagitPython, bagitPython } from './bagit-python.ts'
import { run } from './command.ts'
import { projectFolder, temporaryFolder } from './samples.ts'
import { leftOut, type Verdict, verdict } from './verdict.ts'

/** BagIt: the conformance suite to our validator, our bags to the validator of the Library of Congress, and its bags to ours. */
export function bags(): readonly Verdict[] {
  const suite = unpackSuite()
  const judge = bagitPython()
  const ofSuite = typeof suite === 'string' ? [leftOut('BagIt suite', suite)] : judgeSuite(suite)
  if (typeof judge === 'string') return [...ofSuite, ...judgeOurs(null), leftOut('bagit', judge)]
  const compared = typeof suite === 'string' ? [] : [compareOnSuite(suite, judge)]
  return [...ofSuite, ...compared, ...judgeOurs(judge), judgeTheirs(judge)]
}

/** A bag of the suite with the folder that says what is expected of it. */
interface SuiteBag {
  readonly version: string
  readonly group: string
  readonly name: string
  readonly folder: string
}

/** The suite in a folder of its own, or why there is none. */
function unpackSuite(): { readonly root: string; readonly bags: readonly SuiteBag[] } | string {
  const name = '../shared/data/archive/bagit-conformance-suite.tar.gz'
  const file = join(projectFolder, name)
  if (!existsSync(file)) return `there is no ${name}`
  const root = temporaryFolder()
  const { code, errors } = run('tar', ['-xzf', file, '-C', root])
  if (code !== 0) return `tar cannot unpack it: ${errors.trim()}`
  // Its manifest has the digest of nothing for this file, which was lost on the way into the archive.
  const lost = join(root, 'v0.97/warning/special-system-files/data/.DS_Store')
  if (!existsSync(lost)) writeFileSync(lost, '')
  const bags = foldersIn(root).flatMap((version) =>
    foldersIn(join(root, version)).flatMap((group) =>
      foldersIn(join(root, version, group)).map((bag) => ({
        version,
        group,
        name: bag,
        folder: `${version}/${group}/${bag}`,
      })),
    ),
  )
  return { root, bags }
}

function foldersIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .sort()
}

type Suite = Exclude<ReturnType<typeof unpackSuite>, string>

/** Those that only one system would follow are refused on each. */
const groups = ['valid', 'warning', 'invalid', 'linux-only', 'windows-only'] as const

function judgeSuite({ root, bags: all }: Suite): readonly Verdict[] {
  const vault = diskVault(root)
  const versions = [...new Set(all.map(({ version }) => version))]
  const unknown = all.filter(({ group }) => !groups.some((known) => known === group))
  const judged = versions.flatMap((version) =>
    groups.flatMap((group) => {
      const some = all.filter((bag) => bag.version === version && bag.group === group)
      if (some.length === 0) return []
      const problems = some.flatMap(({ name, folder }) => {
        const found = validateBag(vault, folder)
        return isRight(group, found) ? [] : [`${name}: ${lines(found)}`]
      })
      return [verdict(`BagIt ${version}: ${some.length} bags are judged ${group}`, problems)]
    }),
  )
  const names = unknown.map(({ folder }) => folder)
  const counted = verdict(
    `all ${all.length} bags of the suite were judged`,
    all.length < 50 ? ['too few'] : names,
  )
  return [...judged, counted]
}

/** A bag that is valid may be warned of as well: of `./` before paths, or of files that need not be fetched any more. */
function isRight(group: string, found: readonly BagProblem[]): boolean {
  const isInvalid = found.some(isBagError)
  if (group === 'valid') return !isInvalid
  return group === 'warning' ? !isInvalid && found.length > 0 : isInvalid
}

/** Takes space before the colons of `bagit.txt`, which the suite has among the invalid. */
const knownDifferences = ['v1.0/invalid/bagit-with-invalid-whitespace']

/** Where there is a right answer on this system, both give it, but for what is known. */
function compareOnSuite({ root, bags: all }: Suite, judge: BagitPython): Verdict {
  const vault = diskVault(root)
  const compared = all.filter(({ group }) => ['valid', 'invalid', 'linux-only'].includes(group))
  const differing = compared.filter(({ folder }) => {
    const isValid = !validateBag(vault, folder).some(isBagError)
    return isValid !== (judge.refusals(join(root, folder)).length === 0)
  })
  const names = differing.map(({ folder }) => folder)
  const unexpected = names.filter((name) => !knownDifferences.includes(name))
  const settled = knownDifferences.filter((name) => !names.includes(name)).map((name) => `${name} is settled`)
  return verdict(`bagit and we agree on ${compared.length - names.length} bags of the suite`, [
    ...unexpected,
    ...settled,
  ])
}

/** Bags of ours, some of them spoilt; null: there is no other judge. */
function judgeOurs(judge: BagitPython | null): readonly Verdict[] {
  const sound: readonly (readonly [string, ReadonlyMap<string, Uint8Array>])[] = [
    ['a bag with names that are hard to carry', writeBag(carried(bagFiles), bagElements)],
    ['a bag of an edition', editionBag()],
  ]
  const bag = sound.at(0)?.[1] ?? new Map()
  const changed = new TextEncoder().encode('x')
  const spoilt: readonly (readonly [string, ReadonlyMap<string, Uint8Array>])[] = [
    ['a file that was changed', new Map([...bag, ['data/text/en.txt', changed]])],
    ['a file that is missing', new Map([...bag].filter(([path]) => path !== 'data/text/en.txt'))],
    ['a file that is not listed', new Map([...bag, ['data/new', changed]])],
    ['a tag file that was changed', new Map([...bag, ['bag-info.txt', changed]])],
    ['no declaration', new Map([...bag].filter(([path]) => path !== 'bagit.txt'))],
  ]
  const refusals = ({ root, folder }: Placed) => judge?.refusals(join(root, folder)) ?? []
  return [
    ...sound.flatMap(([name, files]) => {
      const placed = place(files)
      const found = validateBag(diskVault(placed.root), placed.folder)
      const ours = verdict(`${name} has no problem`, found.length > 0 ? [lines(found)] : [])
      return judge === null ? [ours] : [ours, verdict(`bagit accepts ${name}`, refusals(placed))]
    }),
    ...spoilt.flatMap(([name, files]) => {
      const placed = place(files)
      const isRefused = validateBag(diskVault(placed.root), placed.folder).some(isBagError)
      const ours = verdict(`we refuse ${name}`, isRefused ? [] : ['it passed'])
      const passes = judge !== null && refusals(placed).length === 0
      return judge === null ? [ours] : [ours, verdict(`bagit refuses ${name}`, passes ? ['it passed'] : [])]
    }),
  ]
}

/** Without percent signs: bagit takes `%25` for a name as it stands, where RFC 8493 (2.1.3) has it mean `%`. */
function carried(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  return new Map([...files].filter(([path]) => !path.includes('%')))
}

/** A whole edition with its RO-Crate. */
function editionBag(): ReadonlyMap<string, Uint8Array> {
  return withProgram((behind) => {
    const { report, lines: findings } = reporting()
    const edition = editionOf(chapterRequest, editionSettings, chapterSource(behind), report)
    const record = readRecord(edition?.files.get(recordPath) ?? new Uint8Array())
    if (edition === null || record === null) throw new Error(findings().join('\n'))
    return writeBag(withCrate(edition.files), editionElements(record))
  })
}

/** A bag that bagit has made is valid to us, and what was put in is read. */
function judgeTheirs(judge: BagitPython): Verdict {
  const placed = place(bagFiles)
  judge.make(join(placed.root, placed.folder))
  const { bag, problems } = readBag(diskVault(placed.root), placed.folder)
  const read = [...(bag?.files ?? [])].map(([path, bytes]) => `${path} ${Buffer.from(bytes).toString('hex')}`)
  const put = [...bagFiles].map(([path, bytes]) => `${path} ${Buffer.from(bytes).toString('hex')}`)
  const isSame = read.sort().join('\n') === put.sort().join('\n')
  const wrong = isSame ? [] : ['other files are read than were put in']
  return verdict('a bag of bagit’s is read whole', problems.length > 0 ? [lines(problems)] : wrong)
}

interface Placed {
  readonly root: string
  readonly folder: string
}

/** Puts files into a folder of the disk. */
function place(files: ReadonlyMap<string, Uint8Array>): Placed {
  const root = temporaryFolder()
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(root, 'bag', path)), { recursive: true })
    writeFileSync(join(root, 'bag', path), bytes)
  }
  return { root, folder: 'bag' }
}

function lines(found: readonly BagProblem[]): string {
  if (found.length === 0) return 'nothing is said'
  return found.map(({ severity, path, message }) => `${severity}: ${path}: ${message}`).join('; ')
}
