import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { defaultLayout, objectPath } from '../../src/archive/ocfl/layout.ts'
import { rootFiles } from '../../src/archive/ocfl/root-files.ts'
import { validateObject } from '../../src/archive/ocfl/validate-object.ts'
import { validateRoot } from '../../src/archive/ocfl/validate-root.ts'
import { isError } from '../../src/archive/ocfl/verdict.ts'
import { diskVault } from '../../src/cli/disk-vault.ts'
import { MemoryVault } from '../../src/testing/memory-vault.ts'
import { putObject, type TestFiles } from '../../src/testing/ocfl.ts'
import { run } from './command.ts'
import { type OcflPython, ocflPython } from './ocfl-python.ts'
import { projectFolder, temporaryFolder } from './samples.ts'
import { failed, leftOut, type Verdict, verdict } from './verdict.ts'

/** OCFL: its published fixtures to our validator, our storage roots to the validator of OCFL's editors. */
export function ocfl(): readonly Verdict[] {
  return [...judgeFixtures(), ...askOcflPy()]
}

const kinds = ['good', 'warn', 'bad'] as const
type Kind = (typeof kinds)[number]

/** Each object of OCFL's fixtures: a good one without any verdict, a warned or bad one with all codes of its name. */
function judgeFixtures(): readonly Verdict[] {
  const name = '../shared/data/archive/ocfl-fixtures.tar.xz'
  const file = join(projectFolder, name)
  if (!existsSync(file)) return [leftOut('OCFL fixtures', `there is no ${name}`)]
  const folder = temporaryFolder()
  const { code, errors } = run('tar', ['-xJf', file, '-C', folder])
  if (code !== 0) return [leftOut('OCFL fixtures', `tar cannot unpack them: ${errors.trim()}`)]
  return ['1.0', '1.1'].flatMap((version) => kinds.map((kind) => judgeKind(folder, version, kind)))
}

function judgeKind(folder: string, version: string, kind: Kind): Verdict {
  const below = `${version}/${kind}-objects`
  const names = existsSync(join(folder, below)) ? readdirSync(join(folder, below)).sort() : []
  const what = `OCFL ${version}: ${names.length} ${kind} objects get their codes`
  if (names.length === 0) return failed(what, 'no object was examined')
  const vault = diskVault(folder)
  const problems = names.flatMap((name) => {
    const verdicts = validateObject(vault, `${below}/${name}`)
    const codes = [...new Set(verdicts.map(({ code }) => code))].sort()
    const expected: readonly string[] = name.match(/[EW]\d{3}/g) ?? []
    const missing = expected.filter((code) => !codes.includes(code))
    // What follows from a broken rule may break others; what is only warned of, or good, gets nothing more.
    const extra = kind === 'bad' ? [] : codes.filter((code) => !expected.includes(code))
    const isWrong = missing.length > 0 || extra.length > 0 || verdicts.some(isError) !== (kind === 'bad')
    return isWrong ? [`${name}: ${codes.join(' ') || 'nothing'}`] : []
  })
  return verdict(what, problems)
}

/** Storage roots of ours, one sound and some spoilt: `ocfl-py` and our validator must be of one mind. */
function askOcflPy(): readonly Verdict[] {
  const sound = storageRoot()
  const spoilt: readonly (readonly [string, MemoryVault])[] = [
    ['a content file that was changed', changed(sound, '/v1/content/', (it, path) => it.set(path, 'x'))],
    ['a content file that is missing', changed(sound, '/v2/content/', (it, path) => it.drop(path))],
    ['an extra file', changed(sound, '/v1/content/', (it, path) => it.set(`${dirname(path)}/extra`, 'x'))],
    ['another inventory', changed(sound, '/inventory.json', (it, path) => it.set(path, '{}'))],
    ['no declaration', changed(sound, '0=ocfl_object_1.1', (it, path) => it.drop(path))],
  ]
  const ours = [
    verdict('our storage root is valid to ourselves', errorsOf(sound)),
    ...spoilt.map(([name, vault]) =>
      verdict(`we refuse ${name}`, errorsOf(vault).length > 0 ? [] : ['it passed']),
    ),
  ]
  const judge = ocflPython()
  if (typeof judge === 'string') return [...ours, leftOut('ocfl-py', judge)]
  return [
    ...ours,
    verdict('ocfl-py finds our storage root valid', refusalsOf(judge, sound)),
    ...spoilt.map(([name, vault]) =>
      verdict(`ocfl-py refuses ${name}`, refusalsOf(judge, vault).length > 0 ? [] : ['it passed']),
    ),
  ]
}

/** Objects with ids and files that are hard to store. */
function storageRoot(): MemoryVault {
  const vault = new MemoryVault()
  for (const [path, bytes] of rootFiles(defaultLayout)) vault.set(path, bytes)
  const first: TestFiles = {
    'pdf/guide.pdf': 'one',
    'text/zh-Hans.txt': '文',
    'source/A.png': 'A',
    'source/a.png': 'a',
    'source/图 表/CON': '',
    'source/.hidden': 'hidden',
  }
  const second: TestFiles = { ...first, 'pdf/guide.pdf': 'two', 'source/copy.png': 'A' }
  const ids = ['tag:example.org,2026:guide', 'tag:例え.jp,2026:手引き/..', `urn:x:${'long'.repeat(60)}`]
  for (const id of ids) putObject(vault, objectPath(id), [first, second, first, {}], id)
  return vault
}

/** The same with the first file that has this in its path changed. */
function changed(
  vault: MemoryVault,
  part: string,
  change: (vault: MemoryVault, path: string) => void,
): MemoryVault {
  const path = [...vault.files().keys()].find((one) => one.includes(part))
  if (path === undefined) throw new Error(`no file has ${part} in its path`)
  const copy = vault.again()
  change(copy, path)
  return copy
}

function errorsOf(vault: MemoryVault): readonly string[] {
  return validateRoot(vault, '').map(({ code, path, message }) => `${code} ${path}: ${message}`)
}

/** What the judge has to say of an archive that is put on the disk for it. */
function refusalsOf(judge: OcflPython, vault: MemoryVault): readonly string[] {
  const folder = temporaryFolder()
  for (const [path, bytes] of vault.files()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), bytes)
  }
  return judge.refusals(folder)
}
