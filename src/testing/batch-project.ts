import { type BatchOptions, type BatchSurroundings, batchCommand } from '../cli/batch-command.ts'
import { sheetPath } from './batch.ts'
import { makeProject, type Project, programFolder, type Run } from './project.ts'
import { threadsFromSource } from './threads.ts'

/** A project on the disk in which batches are run. */
export interface BatchProject extends Project {
  /** Runs `bifolio batch` in it, over the towns. */
  batch(options?: Partial<BatchOptions>, around?: Partial<BatchSurroundings>): Promise<Run>
}

export function makeBatchProject(files: Readonly<Record<string, string>>): BatchProject {
  const project = makeProject(files)
  return {
    ...project,
    batch: async (options = {}, around = {}) => {
      const printed = { out: '', errors: '' }
      const code = await batchCommand(
        sheetPath,
        { profile: 'archive', media: 'screen', ...options },
        {
          project: project.folder,
          program: programFolder,
          out: { write: (text: string) => (printed.out += text) },
          errors: { write: (text: string) => (printed.errors += text) },
          epoch: undefined,
          threads: threadsFromSource(),
          onInterrupt: () => () => {},
          ...around,
        },
      )
      return { code, ...printed }
    },
  }
}
