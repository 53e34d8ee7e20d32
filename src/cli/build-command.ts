import { resolve } from 'node:path'
import { watch as watchFiles } from 'chokidar'
import { auditText } from '../audit.ts'
import { knownLanguages, type Lang, parseLang } from '../base/lang.ts'
import { didYouMean, Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { World } from '../base/world.ts'
import { type Built, build } from '../build.ts'
import type { Profile } from '../pdf/paint.ts'
import { keepWorkshop, type OpenWorkshop } from '../read.ts'
import type { Workshop } from '../text/workshop.ts'
import { diskWorld } from './disk.ts'
import { findingsAsJson, printFindings } from './print-findings.ts'
import { progress, type Stream } from './progress.ts'
import { allTargets, findTarget, type Target } from './requests.ts'

export interface BuildOptions {
  readonly out: string
  readonly profile: string
  readonly languages?: string
  readonly draft?: boolean
  readonly json?: boolean
  readonly audit?: boolean
}

/** What a command runs in: its folders, where it prints, and the environment that it honours. */
export interface Surroundings {
  readonly project: string
  /** This program's own folder. */
  readonly program: string
  readonly out: Stream
  readonly errors: Stream
  readonly openWorkshop: OpenWorkshop
  /** SOURCE_DATE_EPOCH. */
  readonly epoch: string | undefined
}

/** Builds publications and prints a line for each. Returns the exit code: 0 all built, 1 an error, 2 wrong usage. */
export function buildCommand(names: readonly string[], options: BuildOptions, around: Surroundings): number {
  const { project, program } = around
  const world = diskWorld({ project, program, output: resolve(project, options.out) })
  const usage = new Report()
  const languages = readLanguages(options.languages, usage)
  const profile = readProfile(options.profile, usage)
  const date = readEpoch(around.epoch, usage)
  const found = names.map((name) => findTarget(name, world.source, usage))
  const targets = names.length > 0 ? found.filter((target) => target !== null) : allTargets(world.source)
  if (targets.length === 0 && !usage.failed) {
    const hint = 'put a `publication.yaml` in a folder under content/, or name a file'
    usage.error('cli/no-publication', 'there is nothing to build', wholeFile('content'), hint)
  }
  print(usage, options, around)
  const isWrongUsage = usage.diagnostics.some((found) => found.code === 'cli/usage')
  if (usage.failed) return isWrongUsage ? 2 : 1
  const fontReport = new Report()
  const workshop = around.openWorkshop(world.source, fontReport)
  print(fontReport, options, around)
  let failed = fontReport.failed
  for (const target of targets) {
    const settings = { languages, isDraft: options.draft === true, profile, date }
    if (!buildOne(target, settings, world, workshop, options, around)) failed = true
  }
  return failed ? 1 : 0
}

interface Settings {
  readonly languages: readonly Lang[] | null
  readonly isDraft: boolean
  readonly profile: Profile
  readonly date: string | null
}

function buildOne(
  target: Target,
  settings: Settings,
  world: World,
  workshop: Workshop,
  options: BuildOptions,
  around: Surroundings,
): boolean {
  const report = new Report()
  const started = performance.now()
  const done = progress(around.errors, target.name)
  const built = build({ ...target, ...settings }, world.source, workshop, report)
  if (built && options.audit) auditText(built.bytes, built.manuscript, report)
  const isGood = built !== null && !report.failed
  if (isGood) world.disk.replace(built.file, built.bytes)
  done()
  print(report, options, around)
  if (isGood)
    around.out.write(
      `${resultLine(built, settings.profile, options, (performance.now() - started) / 1000)}\n`,
    )
  return isGood
}

/** Path, pages, size, languages, profile and seconds of what was made. */
function resultLine(built: Built, profile: Profile, options: BuildOptions, seconds: number): string {
  const path = `${options.out.replace(/\/+$/, '')}/${built.file}`
  const pages = built.laid.pages.length
  const languages = built.publication.languages.map((language) => language.tag)
  if (options.json)
    return JSON.stringify({
      path,
      pages,
      bytes: built.bytes.length,
      languages,
      profile,
      seconds: round(seconds),
    })
  const size = `${Math.ceil(built.bytes.length / 1000)} kB`
  const standard = profile === 'archive' ? 'PDF/A-3a, PDF/UA-1' : 'no profile'
  return [
    path,
    pages === 1 ? '1 page' : `${pages} pages`,
    size,
    languages.join(', '),
    standard,
    `${round(seconds)} s`,
  ].join('  ')
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100
}

function print(report: Report, options: BuildOptions, around: Surroundings): void {
  if (report.diagnostics.length === 0) return
  const text = options.json
    ? findingsAsJson(report.diagnostics)
    : printFindings(report.diagnostics, { colour: around.errors.isTTY === true })
  around.errors.write(text.endsWith('\n') ? text : `${text}\n`)
}

function readLanguages(list: string | undefined, report: Report): readonly Lang[] | null {
  if (list === undefined) return null
  const languages: Lang[] = []
  for (const tag of list.split(',').map((part) => part.trim())) {
    const lang = parseLang(tag)
    if (lang === null)
      report.error(
        'cli/usage',
        `\`${tag}\` is no language that is known`,
        wholeFile('--languages'),
        didYouMean(tag, knownLanguages()),
      )
    else if (!languages.includes(lang)) languages.push(lang)
  }
  return languages
}

function readProfile(name: string, report: Report): Profile {
  if (name === 'archive' || name === 'none') return name
  report.error(
    'cli/usage',
    `\`${name}\` is no profile`,
    wholeFile('--profile'),
    'profiles are `archive` (PDF/A-3a and PDF/UA-1) and `none`',
  )
  return 'archive'
}

/** SOURCE_DATE_EPOCH: seconds since 1970 (reproducible-builds.org). */
function readEpoch(epoch: string | undefined, report: Report): string | null {
  if (epoch === undefined || epoch === '') return null
  const seconds = /^\d{1,11}$/.test(epoch) ? Number(epoch) : Number.NaN
  if (Number.isNaN(seconds)) {
    report.error(
      'cli/usage',
      `\`${epoch}\` is no number of seconds`,
      wholeFile('SOURCE_DATE_EPOCH'),
      'give whole seconds since 1970, or unset it',
    )
    return null
  }
  return new Date(seconds * 1000).toISOString().replace(/\.\d+Z$/, 'Z')
}

/** Builds once, then again whenever a file of the project changes, until it is interrupted. */
export function watchCommand(names: readonly string[], options: BuildOptions, around: Surroundings): void {
  // Faces stay open from one build to the next.
  const keeping = { ...around, openWorkshop: keepWorkshop() }
  buildCommand(names, options, keeping)
  let timer: NodeJS.Timeout | null = null
  const output = resolve(around.project, options.out)
  const watcher = watchFiles(['content', 'templates', 'fonts'], {
    cwd: around.project,
    ignoreInitial: true,
    ignored: (path) => resolve(around.project, path).startsWith(output),
  })
  watcher.on('all', () => {
    if (timer) clearTimeout(timer)
    // Editors write in several steps: wait until they are done.
    timer = setTimeout(() => buildCommand(names, options, keeping), 100)
  })
}
