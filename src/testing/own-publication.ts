import { Report } from '../base/report.ts'
import { type Built, build } from '../build.ts'
import { diskWorld } from '../cli/disk.ts'
import type { HowTo } from '../how-to/how-to-print.ts'
import { withFiles } from '../how-to/with-files.ts'
import { openWorkshop } from '../read.ts'
import { programFolder } from './project.ts'

// The project is this program's own folder: its instructions ask for nothing of a project.
const { source } = diskWorld({ project: programFolder, program: programFolder, output: 'nowhere' })
const workshop = openWorkshop(source, new Report())

/** Builds an instruction or a test sheet; it must give no finding. */
export function buildOwn({ request, files }: HowTo): Built {
  const report = new Report()
  const asked = { ...request, isDraft: false, media: 'screen', profile: 'archive', date: null } as const
  const built = build(asked, withFiles(source, files), workshop, report)
  const found = report.diagnostics.map(({ code, message }) => `${code}: ${message}`)
  if (!built || found.length > 0) throw new Error(`not made as it should be: ${found.join('; ')}`)
  return built
}
