import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { place, Report } from '../../src/base/report.ts'
import { build } from '../../src/build.ts'
import { openWorkshop } from '../../src/read.ts'
import { problemsOf } from '../../src/testing/check-laid.ts'
import { memoryWorld } from '../../src/testing/memory-world.ts'
import { pngFile } from '../../src/testing/pictures.ts'
import { type RandomDocument, randomDocument } from '../../src/testing/random-document.ts'
import { type Flavour, type Judgement, judge } from '../verapdf/judge.ts'
import { requestFor, sampleWorld, temporaryFolder } from './samples.ts'
import { failed, leftOut, type Verdict, verdict } from './verdict.ts'

const seeds = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const
const flavours: readonly Flavour[] = ['3a', 'ua1']

/** Random documents with all that the shipped layout can set: built whole, looked over page by page, judged by veraPDF. */
export function randomDocuments(): readonly Verdict[] {
  const folder = temporaryFolder()
  const disk = sampleWorld()
  const workshop = openWorkshop(disk.source, new Report())
  const built: string[] = []
  const verdicts = seeds.map((seed): Verdict => {
    const name = `random-${seed}`
    const document = randomDocument(seed, { passages: 300, hasPicture: true })
    const found = buildOne(name, document, disk.source, workshop)
    if (typeof found === 'string') return failed(`${name} is built`, found)
    const path = join(folder, `${name}.pdf`)
    writeFileSync(path, found.bytes)
    built.push(path)
    return verdict(`${name}: ${found.pages} pages hold all of it, each in its place`, found.problems)
  })
  return [...verdicts, ...judged(built)]
}

interface Found {
  readonly bytes: Uint8Array
  readonly pages: number
  readonly problems: readonly string[]
}

function buildOne(
  name: string,
  document: RandomDocument,
  behind: Parameters<typeof memoryWorld>[1],
  workshop: Parameters<typeof build>[2],
): Found | string {
  const request = requestFor(name)
  const picture = pngFile({ width: 1200, height: 400 })
  const { source } = memoryWorld(
    { [request.path]: document.yaml, [`content/${name}/dot.png`]: picture },
    behind,
  )
  const report = new Report()
  const made = build(request, source, workshop, report)
  const findings = report.diagnostics.map(({ code, message, span }) => `${place(span)}: ${code}: ${message}`)
  if (!made) return findings.join('\n')
  const problems = problemsOf(document, made.manuscript, made.laid)
  return { bytes: made.bytes, pages: made.laid.pages.length, problems: [...findings, ...problems] }
}

function judged(files: readonly string[]): readonly Verdict[] {
  const judgements = judge(files, flavours)
  if (typeof judgements === 'string') return [leftOut('veraPDF on random documents', judgements)]
  const count = judgements.length === files.length * flavours.length ? [] : ['some files were not judged']
  return [
    verdict(`veraPDF judged ${files.length} random documents`, count),
    ...judgements.map((one) => verdict(`${nameOf(one)} passes veraPDF ${one.flavour}`, problemsIn(one))),
  ]
}

function problemsIn({ isCompliant, violations, glyphs }: Judgement): readonly string[] {
  if (!isCompliant) return violations.length > 0 ? violations : ['no reason given']
  return glyphs > 1000 ? [] : [`it met only ${glyphs} glyphs`]
}

function nameOf({ file }: Judgement): string {
  return file.split('/').at(-1)?.replace('.pdf', '') ?? file
}
