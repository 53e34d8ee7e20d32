import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Program, unless } from './archive-program.ts'
import type { OcflPython } from './ocfl-python.ts'
import { temporaryFolder } from './samples.ts'

const by = 'Ada <ada@example.org>'

/** A publication that is built in a moment. */
export function publication(says: string): string {
  return `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: { en: Hello, zh-Hans: 你好 }
blocks:
  - heading: { en: Two columns, zh-Hans: 左右两栏 }
  - paragraph: { en: ${says}, zh-Hans: 每一页都说两遍。 }
`
}

export function publicationPath(name: string): string {
  return `content/${name}/publication.yaml`
}

/** A folder of its own as a project with an archive `kept` and publications of these names. */
export function projectOf(program: Program, names: readonly string[]): string {
  const folder = temporaryFolder()
  putProject(program, folder, names)
  return folder
}

/** Makes an empty folder such a project. */
export function putProject(program: Program, folder: string, names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, publicationPath(name))), { recursive: true })
    writeFileSync(join(folder, publicationPath(name)), publication('Once'))
  }
  const problems = unless('init', program.run(['archive', 'init', 'kept'], { folder }))
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

export function idOf(name: string): string {
  return `tag:example.org,2024:${name}`
}

/** The command that adds an edition to the archive of such a project. */
export function addOf(name: string, edition: string): readonly string[] {
  return ['archive', 'add', name, '--edition', edition, '--id', idOf(name), '--by', by, '--archive', 'kept']
}

/** The numbers of the editions that a project's archive has of a publication, oldest first. */
export function editionsOf(program: Program, folder: string, name: string): readonly string[] {
  const { out } = program.run(['archive', 'list', name, '--json', '--archive', 'kept'], { folder })
  const lines = out.split('\n').filter((line) => line !== '')
  return lines.map((line) => {
    const { edition }: { readonly edition: string } = JSON.parse(line)
    return edition
  })
}

/** In whatever order they came. */
export function wrongNumbers(wanted: readonly string[], found: readonly string[]): readonly string[] {
  const [a, b] = [wanted, found].map((numbers) => numbers.toSorted().join())
  return a === b ? [] : [`there are editions ${b}, not ${a}`]
}

/** All that the program or a judge can find wrong with a project's archive. */
export function wrongWith(program: Program, folder: string, judge: OcflPython | null): readonly string[] {
  const verified = program.run(['archive', 'verify', '--archive', 'kept'], { folder })
  const litter = readdirSync(join(folder, 'kept', 'work')).map((name) => `work/${name} was left`)
  const refused = judge === null ? [] : judge.refusals(join(folder, 'kept', 'store'))
  return [...unless('verify', verified), ...litter, ...refused]
}

/** SHA-512 of each file in the store. */
export function storedFiles(folder: string): ReadonlyMap<string, string> {
  const store = join(folder, 'kept', 'store')
  const entries = readdirSync(store, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(paths.map((path) => [path, createHash('sha512').update(readFileSync(path)).digest('hex')]))
}

/** Nothing that was stored may change but the inventory of the object, and that with a new edition only. */
export function changedFiles(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
  isNew: boolean,
): readonly string[] {
  const isExchanged = (path: string): boolean => isNew && /hello\/inventory\.json(?:\.sha512)?$/.test(path)
  const changed = [...before].filter(([path, digest]) => now.get(path) !== digest && !isExchanged(path))
  const added = isNew ? [] : [...now.keys()].filter((path) => !before.has(path))
  return [...changed.map(([path]) => `${path} was changed`), ...added.map((path) => `${path} was left`)]
}
