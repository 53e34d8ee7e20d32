import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { BatchSurroundings } from '../cli/batch-command.ts'
import { programFolder } from './project.ts'

/** The threads of a batch, run from the sources: Node 20 reads no TypeScript, and a thread inherits no loader. */
export function threadsFromSource(): BatchSurroundings['threads'] {
  const file = (path: string) => pathToFileURL(join(programFolder, path)).href
  const register = `import { register } from ${JSON.stringify(import.meta.resolve('tsx/esm/api'))}; register()`
  return {
    module: new URL(file('src/cli/batch-worker.ts')),
    options: ['--import', `data:text/javascript,${encodeURIComponent(register)}`],
  }
}
