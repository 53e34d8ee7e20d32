import { posix } from 'node:path'
import { didYouMean, type Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { namesIn, type Source } from '../base/world.ts'
import { isPublication } from '../read.ts'

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

/** Reports publications of one run that would be written to the same file, the later over the earlier. */
export function reportSameOutput(targets: readonly Target[], report: Report): void {
  const first = new Map<string, string>()
  for (const { name, path } of targets) {
    const other = first.get(name)
    if (other === undefined) first.set(name, path)
    else if (posix.normalize(other) !== posix.normalize(path)) {
      const message = `\`${other}\` and \`${path}\` would both be written to \`${name}.pdf\``
      const hint = 'rename one of them, or build them one by one with `--out` for each'
      const earlier = { at: wholeFile(other), note: 'the other one' }
      report.error('cli/same-output', message, wholeFile(path), hint, earlier)
    }
  }
}

/** The file of a publication's folder that is built when the folder is named. */
const mainFile = 'publication.yaml'

/**
 * All publications in the folders of `content/`, in the order of their names: the main file of each, then its other
 * files that are publications. Patterns of sheets are for `batch`.
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
      return [...(main ? [main] : []), ...others.map((path) => ({ path, name: nameOf(path) }))]
    })
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
