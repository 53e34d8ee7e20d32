import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { auditText } from '../../src/audit.ts'
import { place, Report } from '../../src/base/report.ts'
import type { Source } from '../../src/base/world.ts'
import { openDesk } from '../../src/batch/desk.ts'
import { type Batch, readBatch } from '../../src/batch/read-batch.ts'
import type { BatchSettings } from '../../src/batch/unit.ts'
import { work } from '../../src/batch/work.ts'
import { type Built, build, type Request } from '../../src/build.ts'
import { openWorkshop } from '../../src/read.ts'
import type { Workshop } from '../../src/text/workshop.ts'
import { type Flavour, type Judgement, judge } from '../verapdf/judge.ts'
import { isInstalled, run } from './command.ts'
import { type Country, chooseCountries, readCountries } from './country-data.ts'
import { sampleWorld, temporaryFolder } from './samples.ts'
import { chartProblems } from './sheet-charts.ts'
import { textProblems } from './sheet-marks.ts'
import { dataProblems, seenCharts, trials } from './sheet-texts.ts'
import { figure, leftOut, type Verdict, verdict } from './verdict.ts'

const pattern = 'content/countries/sheet.yaml'
const chapter = 'content/progress-in-human-rights-2013-ix/factsheet.yaml'

/** Other choices of languages that the pattern has, and countries whose names or values are long in them. */
const choices: readonly (readonly string[])[] = [
  ['en'],
  ['zh-Hans'],
  ['en', 'fr'],
  ['en', 'es'],
  ['en', 'ru'],
  ['fr', 'zh-Hans'],
]
const inChoices: readonly string[] = ['CHN', 'VCT', 'MAF', 'SSD', 'COD']

const settings: BatchSettings = {
  languages: null,
  isDraft: false,
  media: 'screen',
  profile: 'archive',
  date: null,
}

/** Where sheets are made, and with what. */
interface Bench {
  readonly source: Source
  readonly workshop: Workshop
  readonly folder: string
  readonly batch: Batch
}

/** A sheet that was built once more, for what its file does not say. */
interface Sheet {
  readonly name: string
  readonly path: string
  readonly built: Built
  /** Null: it is about no country. */
  readonly country: Country | null
}

/** All sheets of the countries, of which some are looked at closely, the chapter's, and pairs of other languages. */
export function sheets(): readonly Verdict[] {
  const { source } = sampleWorld()
  const reading = new Report()
  const batch = readBatch(pattern, null, source, reading)
  if (!batch) return [verdict('the countries can be read', reading.diagnostics.map(said))]
  const bench = { source, workshop: openWorkshop(source, new Report()), folder: temporaryFolder(), batch }
  const all = readCountries()
  const found: Verdict[] = [makeAll(bench)]
  const made: Sheet[] = []
  const add = (name: string, request: Request, country: Country | null): void => {
    const sheet = buildSheet(name, request, country, bench)
    if (typeof sheet === 'string') found.push(verdict(`${name} is built`, [sheet]))
    else made.push(sheet)
  }
  for (const country of all) add(country.id, requestFor(country.id, null, batch), country)
  add('the chapter’s sheet', { ...settings, path: chapter, name: 'chapter', row: null }, null)
  for (const languages of choices)
    for (const country of all.filter(({ id }) => inChoices.includes(id)))
      add(`${country.id} in ${languages.join(' and ')}`, requestFor(country.id, languages, batch), country)
  const chosen = new Set(chooseCountries(all).map(({ id }) => id))
  const closely = made.filter(({ name, country }) => country?.id !== name || chosen.has(name))
  return [
    ...found,
    sameAsBatch(
      made.filter(({ name, country }) => country?.id === name),
      bench,
    ),
    verdict(
      `${made.length} sheets: on each the texts, the numbers and the charts are as the data has them`,
      made.flatMap((sheet) => problemsOf(sheet).map((problem) => `${sheet.name}: ${problem}`)),
    ),
    ...trials(made.flatMap(({ built, country }) => (country === null ? [] : [{ built, country }]))),
    figure(`the validators are given ${closely.map(({ name }) => name).join(', ')}`),
    ...judged(closely),
    ...checked(closely),
  ]
}

function said({ code, message, span }: Report['diagnostics'][number]): string {
  return `${place(span)}: ${code}: ${message}`
}

function requestFor(id: string, languages: readonly string[] | null, { named }: Batch): Request {
  const row = named.find(({ stem }) => stem === id)?.row
  if (!row) throw new Error(`there is no row of ${id}`)
  return { ...settings, path: pattern, name: id, row, languages }
}

/** Every row by the unit of a batch: a file of one page, without a finding. */
function makeAll({ source, folder, batch }: Bench): Verdict {
  const started = performance.now()
  const open = (seen: Source): Workshop => openWorkshop(seen, new Report())
  mkdirSync(join(folder, 'batch'))
  const desk = openDesk(source, open, (file, bytes) => writeFileSync(join(folder, 'batch', file), bytes))
  const jobs = batch.named.map(({ row, stem }) => ({ row: row.number, stem, key: '' }))
  const { lines, findings } = work({ sheet: pattern, data: batch.data.file.path, settings, jobs }, desk)
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  return verdict(`${lines.length} sheets in ${seconds} s, each of one page, without a finding`, [
    ...(lines.length === readCountries().length ? [] : [`there are ${readCountries().length} countries`]),
    ...lines.flatMap(({ file, status, pages }) =>
      status === 'made' && pages === 1 ? [] : [`${file}: ${status}, ${pages} pages`],
    ),
    ...findings.map(({ row, code, message }) => `row ${row}: ${code}: ${message}`),
  ])
}

function buildSheet(
  name: string,
  request: Request,
  country: Country | null,
  { source, workshop, folder }: Bench,
): Sheet | string {
  const report = new Report()
  const built = build(request, source, workshop, report)
  if (!built || report.diagnostics.length > 0) return report.diagnostics.map(said).join('\n')
  const path = join(folder, built.file)
  writeFileSync(path, built.bytes)
  return { name, path, built, country }
}

/** Built alone, a sheet has the bytes that it has in the batch. */
function sameAsBatch(own: readonly Sheet[], { folder }: Bench): Verdict {
  const other = own.filter(
    ({ built }) => Buffer.compare(readFileSync(join(folder, 'batch', built.file)), built.bytes) !== 0,
  )
  return verdict(
    `${own.length} sheets are alone what they are in the batch`,
    other.map(({ name }) => `${name} is not`),
  )
}

function problemsOf({ built, country }: Sheet): readonly string[] {
  const { bytes, laid, manuscript } = built
  const [page, ...more] = laid.pages
  if (!page || more.length > 0) return [`it has ${laid.pages.length} pages`]
  const report = new Report()
  auditText(bytes, manuscript, report)
  const ofPage = [...report.diagnostics.map(said), ...textProblems(page)]
  if (country === null) return ofPage
  const series = [country.population, country.gdp]
  const charts = seenCharts(built).flatMap((chart, index) =>
    chartProblems(chart, series[index] ?? new Map()).map((problem) => `chart ${index + 1}: ${problem}`),
  )
  return [...ofPage, ...dataProblems(built, country), ...charts]
}

const flavours: readonly Flavour[] = ['3a', 'ua1']

function judged(made: readonly Sheet[]): readonly Verdict[] {
  const judgements = judge(
    made.map(({ path }) => path),
    flavours,
  )
  if (typeof judgements === 'string') return [leftOut('veraPDF on the sheets', judgements)]
  const count = made.length * flavours.length
  const problems = (one: Judgement): readonly string[] => {
    if (!one.isCompliant) return one.violations.length > 0 ? one.violations : ['no reason given']
    return one.glyphs > 100 ? [] : [`it met only ${one.glyphs} glyphs`]
  }
  return [
    verdict(
      `veraPDF judged ${made.length} sheets`,
      judgements.length === count ? [] : ['some were not judged'],
    ),
    ...flavours.map((flavour) => {
      const ofFlavour = judgements.filter((one) => one.flavour === flavour)
      const wrong = ofFlavour.flatMap((one) => {
        const name = made.find(({ path }) => path === one.file)?.name ?? one.file
        return problems(one).map((problem) => `${name}: ${problem}`)
      })
      return verdict(`${ofFlavour.length} sheets pass veraPDF ${flavour}`, wrong)
    }),
  ]
}

function checked(made: readonly Sheet[]): readonly Verdict[] {
  if (!isInstalled('qpdf')) return [leftOut('qpdf on the sheets', 'qpdf is not installed')]
  const problems = made.flatMap(({ name, path }) => {
    const { code, out, errors } = run('qpdf', ['--check', path])
    return code === 0 ? [] : [`${name}: ${`${out}${errors}`.trim()}`]
  })
  return [verdict(`${made.length} sheets pass qpdf --check`, problems)]
}
