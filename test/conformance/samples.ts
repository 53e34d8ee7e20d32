import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { place, Report } from '../../src/base/report.ts'
import { type Built, build, type Request } from '../../src/build.ts'
import { diskWorld } from '../../src/cli/disk.ts'
import { openWorkshop } from '../../src/read.ts'

/** A publication that was built as `bifolio build` builds it, and where its PDF lies. */
export interface Sample {
  readonly name: string
  readonly built: Built
  readonly path: string
}

/** The repository's own folder. */
export const projectFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** The publications that ship with the program. */
const sampleNames: readonly string[] = ['guide', 'progress-in-human-rights-2013-ix']

/** What the command line asks for when it is given nothing but a name. */
export function requestFor(name: string): Request {
  const path = `content/${name}/publication.yaml`
  return {
    path,
    name,
    languages: null,
    isDraft: false,
    row: null,
    profile: 'archive',
    media: 'screen',
    date: null,
  }
}

/** The world in which the samples are built; nothing is written through it. */
export function sampleWorld() {
  return diskWorld({ project: projectFolder, program: projectFolder, output: join(projectFolder, 'output') })
}

/** An empty folder of its own for what a run makes; it is left to the system to clear. */
export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'bifolio-conformance-'))
}

/** Builds each publication into a folder. Throws where one cannot be built: then there is nothing to examine. */
export function buildSamples(folder: string): readonly Sample[] {
  const { source } = sampleWorld()
  const report = new Report()
  const workshop = openWorkshop(source, report)
  mkdirSync(folder, { recursive: true })
  return sampleNames.map((name) => {
    const built = build(requestFor(name), source, workshop, report)
    const found = report.diagnostics.map(({ code, message, span }) => `${place(span)}: ${code}: ${message}`)
    if (!built) throw new Error(`${name} was not built:\n${found.join('\n')}`)
    const path = join(folder, built.file)
    writeFileSync(path, built.bytes)
    return { name, built, path }
  })
}
