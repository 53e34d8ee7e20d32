import { knownLanguages, type Lang, parseLang } from '../base/lang.ts'
import { nearest, type Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Profile } from '../pdf/paint.ts'
import { type Media, media } from '../style/media.ts'

/** The options that say how to build, as they were written. */
export interface WrittenOptions {
  readonly profile: string
  readonly media: string
  readonly languages?: string
  readonly draft?: boolean
}

export interface Settings {
  /** Languages to print, in order; null: those that each publication prints. */
  readonly languages: readonly Lang[] | null
  readonly isDraft: boolean
  readonly profile: Profile
  readonly media: Media
  /** ISO 8601 date and time; null: the publication's own. */
  readonly date: string | null
}

/** Reads the options of a command and SOURCE_DATE_EPOCH; what is wrong with them is a finding `cli/usage`. */
export function readOptions(options: WrittenOptions, epoch: string | undefined, report: Report): Settings {
  return {
    languages: readLanguages(options.languages, report),
    isDraft: options.draft === true,
    profile: readProfile(options.profile, report),
    media: readMedia(options.media, report),
    date: readEpoch(epoch, report),
  }
}

function readLanguages(list: string | undefined, report: Report): readonly Lang[] | null {
  if (list === undefined) return null
  const languages: Lang[] = []
  for (const tag of list.split(',').map((part) => part.trim())) {
    const lang = parseLang(tag)
    if (lang === null) {
      const message = `\`${tag}\` is no language that is known`
      report.error('cli/usage', message, wholeFile('--languages'), hintFor(tag))
    } else if (!languages.includes(lang)) languages.push(lang)
  }
  return languages
}

/** The nearest tag, else the variants of the same language, else the languages without their variants. */
function hintFor(tag: string): string {
  const known = knownLanguages()
  const near = nearest(tag, known)
  if (near !== null) return `did you mean \`${near}\`?`
  const [language = ''] = tag.toLowerCase().split('-')
  const variants = known.filter((one) => one.split('-')[0] === language)
  if (variants.length > 0) return `known of \`${language}\`: ${variants.join(', ')}`
  const languages = known.filter((one) => !one.includes('-'))
  return `known here: ${languages.join(', ')}; some also with a script or region, as \`zh-Hans\``
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

function readMedia(name: string, report: Report): Media {
  const found = media.find((known) => known === name)
  if (found !== undefined) return found
  const hint = 'media are `screen` and `print`, as in the theme’s `@media`'
  report.error('cli/usage', `\`${name}\` is no medium`, wholeFile('--media'), hint)
  return 'screen'
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
