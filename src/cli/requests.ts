import { didYouMean, type Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Source } from '../base/world.ts'

/** A publication's file and the stem of its output. */
export interface Target {
  readonly path: string
  readonly name: string
}

/** The file of a publication's folder that is built when the folder is named. */
const mainFile = 'publication.yaml'

/** All publications under `content/`: the folders that hold a `publication.yaml`, in the order of their names. */
export function allTargets(source: Source): readonly Target[] {
  return (source.list('content/') ?? [])
    .filter((name) => name.endsWith('/'))
    .flatMap((folder) => targetOf(`content/${folder}`, source) ?? [])
}

/** The publication that an argument names: a folder, a YAML file, or a name under `content/`. */
export function findTarget(argument: string, source: Source, report: Report): Target | null {
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
  if (!source.list(folder)?.includes(mainFile)) return null
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
