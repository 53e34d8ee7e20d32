import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { place, Report } from '../../src/base/report.ts'
import { readPrint, type WrittenPrint } from '../../src/cli/print-options.ts'
import { buildOutputs, type Copy } from '../../src/outputs/build-outputs.ts'
import { openWorkshop } from '../../src/read.ts'
import { isInstalled, run } from './command.ts'
import { readByPdftotext } from './reader-texts.ts'
import { requestFor, type Sample, sampleWorld } from './samples.ts'
import { leftOut, type Verdict, verdict } from './verdict.ts'

/** How an office and a printing shop ask for sheets; each with the guide's own layout, so that its pages are the same. */
const jobs: readonly WrittenPrint[] = [
  { impose: 'saddle', paper: 'a3' },
  { impose: 'saddle', paper: 'a4', duplex: 'long' },
  { impose: 'saddle', paper: 'a4', binding: 'right', sides: 'front' },
  { impose: 'perfect', signature: '16', up: '8', marks: 'crop,fold,registration,slug', bleed: '3mm' },
  { impose: 'nup=2x2', paper: 'a4' },
  { impose: 'cut-stack=2x1', paper: 'a3' },
  { impose: 'repeat=2x1', paper: 'a3' },
]

/** The most that a print copy may take of what its copy for reading does. */
const mostBytes = 1.15

/** Print copies of the guide: files that qpdf takes, with the text of their pages, that say what they are copies of. */
export function printCopies(samples: readonly Sample[]): readonly Verdict[] {
  const sample = samples.find(({ name }) => name === 'guide')
  if (!sample) return []
  const missing = ['qpdf', 'pdftotext'].filter((program) => !isInstalled(program))
  if (missing.length > 0) return [leftOut('print copies', `${missing.join(' and ')} not installed`)]
  const text = countsOf(sample.path)
  return jobs.map((job) => verdict(whatOf(job), problemsOf(job, sample, text)))
}

function whatOf(job: WrittenPrint): string {
  return `the guide as ${Object.values(job).join(' ')} is a print copy`
}

function problemsOf(job: WrittenPrint, sample: Sample, text: ReadonlyMap<string, number>): readonly string[] {
  const { reading, printed, found } = printedAs(job)
  if (!reading || !printed) return found.length > 0 ? found : ['nothing was made']
  const path = join(dirname(sample.path), `${whatOf(job).replaceAll(/\W+/g, '-')}.pdf`)
  writeFileSync(path, printed.bytes)
  const { code, out, errors } = run('qpdf', ['--check', path])
  const problems = code === 0 ? [] : [`${out}${errors}`.trim()]
  const sha256 = createHash('sha256').update(reading.bytes).digest('hex')
  const said = run('pdfinfo', [path]).out
  if (!said.includes(sha256) || !said.includes(reading.file)) problems.push('it does not say what it is of')
  const most = Math.round(mostBytes * reading.bytes.length)
  if (printed.bytes.length > most) problems.push(`it has ${printed.bytes.length} bytes, at most ${most}`)
  const again = printedAs(job).printed
  if (!again || Buffer.compare(printed.bytes, again.bytes) !== 0)
    problems.push('made again it is another file')
  const isWhole = printed.print?.settings.sides === 'both' && printed.print.settings.scheme.kind !== 'repeat'
  return isWhole ? [...problems, ...difference(text, countsOf(path))] : problems
}

/** Both copies, and what was found. */
function printedAs(job: WrittenPrint): {
  readonly reading: Copy | undefined
  readonly printed: Copy | undefined
  readonly found: readonly string[]
} {
  const { source } = sampleWorld()
  const report = new Report()
  const asked = readPrint({ ...job, layout: 'booklet' }, report)
  const copies =
    asked &&
    buildOutputs(
      requestFor('guide'),
      { choose: (publication) => asked.outputsOf(publication, source), printer: null },
      source,
      openWorkshop(source, report),
      report,
    )
  const [reading, printed] = copies ?? []
  const found = report.diagnostics.map(({ code, message, span }) => `${place(span)}: ${code}: ${message}`)
  return { reading, printed, found }
}

/** How often each character stands in the text of a file: sheets have it in another order. */
function countsOf(path: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const character of readByPdftotext(path, '-raw').flat().join('').replace(/\s/g, ''))
    counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

function difference(
  wanted: ReadonlyMap<string, number>,
  found: ReadonlyMap<string, number>,
): readonly string[] {
  return [...wanted]
    .filter(([character, count]) => found.get(character) !== count)
    .map(([character, count]) => `${character}: ${count} times, here ${found.get(character) ?? 0}`)
    .slice(0, 5)
}
