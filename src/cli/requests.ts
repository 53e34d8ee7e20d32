import { posix } from 'node:path'
import { didYouMean, type Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { namesIn, type Source } from '../base/world.ts'
import { isPublication, namedOutputs } from '../read.ts'

/** A publication's file and the stem of its output. */
export interface Target {
  readonly path: string
  readonly name: string
}

/** The publications that the arguments name, or without any all of them under `content/`; what is not found is reported. */
export function targetsOf(names: readonly string[], source: Source, report: Report): readonly Target[] {
  if (names.length === 0) return allTargets(source)
  return names.flatMap((name) => findTarget(name, source, report) ?? [])
}

/** A file that a build of a target writes: its stem, and the file that it is made of; `isPlain`: as that file is by itself. */
export interface TargetFile {
  readonly name: string
  readonly of: string
  readonly isPlain: boolean
}

/** The files that a build of a target writes. */
export function filesOf({ path, name }: Target, source: Source): readonly TargetFile[] {
  return namedOutputs(path, source).map((output) => ({
    name: output.name === 'reading' ? name : `${name}-${output.name}`,
    of: output.from?.path ?? path,
    isPlain: output.layout === null && output.press === null,
  }))
}

/** Reports publications of one run that would be written to the same file, the later over the earlier. */
export function reportSameOutput(
  targets: readonly Target[],
  files: (target: Target) => readonly TargetFile[],
  report: Report,
): void {
  const first = new Map<string, OfTarget>()
  for (const { target, file } of targets.flatMap((one) =>
    files(one).map((file) => ({ target: one, file })),
  )) {
    const { path } = target
    const other = first.get(file.name)
    if (other === undefined) first.set(file.name, { ...file, path })
    else if (!isSameFile(other, { ...file, path })) {
      const message = `\`${other.path}\` and \`${path}\` would both be written to \`${file.name}.pdf\``
      const hint = 'rename one of them, or build them one by one with `--out` for each'
      const earlier = { at: wholeFile(other.path), note: 'the other one' }
      report.error('cli/same-output', message, wholeFile(path), hint, earlier)
    }
  }
}

type OfTarget = TargetFile & { readonly path: string }

/** Whether two files of one name have the same bytes: a target named twice, or one that is an output of another. */
function isSameFile(one: OfTarget, other: OfTarget): boolean {
  const isOne = (a: string, b: string): boolean => posix.normalize(a) === posix.normalize(b)
  return isOne(one.path, other.path) || (one.isPlain && other.isPlain && isOne(one.of, other.of))
}

/** The file of a publication's folder that is built when the folder is named. */
const mainFile = 'publication.yaml'

/**
 * All publications in the folders of `content/`, in the order of their names: the main file of each, then its other
 * files that are publications, but for those that are an output of another. Patterns of sheets are for `batch`.
 */
function allTargets(source: Source): readonly Target[] {
  return namesIn(source, 'content/')
    .filter((name) => name.endsWith('/'))
    .flatMap((name): readonly Target[] => {
      const folder = `content/${name}`
      const others = namesIn(source, folder)
        .filter((file) => /\.ya?ml$/.test(file) && file !== mainFile)
        .map((file) => folder + file)
        .filter((path) => isPublication(path, source))
      const main = targetOf(folder, source)
      const all = [...(main ? [main] : []), ...others.map((path) => ({ path, name: nameOf(path) }))]
      return withoutOutputs(all, source)
    })
}

/** Publications without those that another makes as one of its outputs, and that make nothing else themselves. */
function withoutOutputs(targets: readonly Target[], source: Source): readonly Target[] {
  const all = targets.map((target) => ({ target, files: filesOf(target, source) }))
  const made = new Set(
    all.flatMap(({ target, files }) => files.flatMap(({ of }) => (of === target.path ? [] : [of]))),
  )
  return all
    .filter(({ target, files }) => files.length > 1 || !made.has(target.path))
    .map(({ target }) => target)
}

/** The name of a publication's folder; of its file where that lies in none. */
export function folderName(path: string): string {
  return path.split('/').at(-2) ?? nameOf(path)
}

/** The publication that an argument names: a folder, a YAML file, or a name under `content/`. */
function findTarget(argument: string, source: Source, report: Report): Target | null {
  const path = argument.replace(/\\/g, '/').replace(/^\.\//, '').replace(/\/+$/, '')
  if (/\.ya?ml$/.test(path)) return { path, name: nameOf(path) }
  const found = targetOf(`${path}/`, source) ?? targetOf(`content/${path}/`, source)
  if (!found) {
    const known = allTargets(source).map((target) => target.name)
    const hint =
      known.length > 0 ? didYouMean(argument, known) : `put a \`${mainFile}\` in a folder under content/`
    report.error('cli/no-publication', `there is no publication \`${argument}\``, wholeFile(argument), hint)
  }
  return found
}

function targetOf(folder: string, source: Source): Target | null {
  if (!namesIn(source, folder).includes(mainFile)) return null
  return { path: folder + mainFile, name: nameOf(folder + mainFile) }
}

/** `<folder>` for its main file, `<folder>-<file>` for another one. */
function nameOf(path: string): string {
  const parts = path.split('/')
  const file = (parts.at(-1) ?? '').replace(/\.ya?ml$/, '')
  const folder = parts.at(-2)
  if (!folder || folder === '..') return file
  return file === 'publication' ? folder : `${folder}-${file}`
}
