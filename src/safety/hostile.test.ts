import { afterAll, describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import type { Read, Source } from '../base/world.ts'
import { build } from '../build.ts'
import { diskWorld } from '../cli/disk.ts'
import { openWorkshop } from '../read.ts'
import { unsound } from '../testing/fuzz/sound-report.ts'
import { hostileCases } from '../testing/hostile.ts'
import { memoryWorld } from '../testing/memory-world.ts'
import { makeProject, programFolder } from '../testing/project.ts'

// What is not in memory comes from a real disk, where there is nothing but what ships with this program.
const empty = makeProject({})
const disk = diskWorld({ project: empty.folder, program: programFolder, output: empty.folder })
const workshop = openWorkshop(disk.source, new Report())
afterAll(() => empty.remove())

const request = {
  path: 'content/hostile/publication.yaml',
  name: 'hostile',
  languages: null,
  isDraft: false,
  row: null,
  media: 'screen',
  profile: 'archive',
  date: null,
} as const

/** A source that remembers what was read. */
function remembering(source: Source): Source & { readonly reads: readonly Read[] } {
  const reads: Read[] = []
  return {
    reads,
    list: (folder) => source.list(folder),
    read(path, limit) {
      const read = source.read(path, limit)
      reads.push(read)
      return read
    },
  }
}

describe('what is hostile is a finding, or a PDF like any other', () => {
  test.each(hostileCases)('$name', { timeout: 60_000 }, ({ files, code }) => {
    const made = files()
    const source = remembering(memoryWorld(made, disk.source).source)
    const report = new Report()
    const built = build(request, source, workshop, report)
    const found = report.diagnostics.map((one) => one.code)
    if (code === null) expect(built, found.join(', ')).not.toBeNull()
    else {
      expect(found).toContain(code)
      expect(built).toBeNull()
    }
    expect(unsound(report)).toEqual([])
    const ours = source.reads
      .flatMap((read) => (read.ok ? read.path : []))
      .filter((path) => !Object.hasOwn(made, path))
    expect(
      ours.filter((path) => !/^(?:bifolio:(?:templates|fonts)|npm:[@\w-]+\/[\w-]+)\//.test(path)),
    ).toEqual([])
  })
})
