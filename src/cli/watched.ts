import { dirname, relative, resolve, sep } from 'node:path'
import { isInside } from './inside.ts'
import type { Target } from './requests.ts'

/** Which files a watch looks at. */
export interface Watched {
  /** Absolute; none lies in another. */
  readonly folders: readonly string[]
  /** Whether a path, absolute or from the project on, is none of the sources. */
  readonly isIgnored: (path: string) => boolean
}

/** The project's own folders and those of the publications, without what a build writes into `output`. */
export function watched(targets: readonly Target[], project: string, output: string): Watched {
  const sources = [...projectFolders, ...targets.map((target) => dirname(target.path))]
    .map((folder) => resolve(project, folder))
    // A build reads nothing outside the project.
    .filter((folder, index, all) => isInside(project, folder) && all.indexOf(folder) === index)
  const isAmongSources = sources.some((source) => isInside(output, source))
  return {
    folders: sources.filter(
      (folder) => !sources.some((other) => other !== folder && isInside(other, folder)),
    ),
    isIgnored(path) {
      const file = resolve(project, path)
      if (relative(project, file).split(sep).some(isForeign)) return true
      return isInside(output, file) && (!isAmongSources || /\.(pdf|part|lock)$/.test(file))
    },
  }
}

const projectFolders = ['content', 'templates', 'fonts']

/** A publication may lie in the project's folder itself, beside these. */
function isForeign(name: string): boolean {
  return name === 'node_modules' || name === '.git'
}
