import { jsonObject } from './base/json-object.ts'
import { type Lang, type PerLanguage, parseLang } from './base/lang.ts'
import type { UnitId } from './base/leaf.ts'
import type { SourceBytes } from './base/world.ts'
import type { Profile } from './pdf/paint.ts'
import { type Media, media } from './style/media.ts'

/** How a copy for reading was made: with its sources all that its bytes depend on, as far as this program knows it. */
export interface Rendering {
  /** Name and version of the program. */
  readonly program: string
  /** The publication's file among the sources. */
  readonly publication: string
  /** The file of the row that filled it; null: it was a publication as it stood. */
  readonly row: string | null
  /** The printed languages, in order. */
  readonly languages: readonly Lang[]
  readonly layout: string
  readonly isDraft: boolean
  /** What has a bar beside it, in each language; null: nothing was compared, and the file says nothing of it. */
  readonly changed: PerLanguage<ReadonlySet<UnitId>> | null
  readonly media: Media
  readonly profile: Profile
  /** ISO 8601 date and time. */
  readonly date: string
}

/** Under this name it stands among the sources that a PDF embeds: no author's file has one of this program's own. */
export const renderingPath = 'bifolio:rendering.json'

const format = 'bifolio-rendering-1'

/** As a file: the same rendering, the same bytes. */
export function renderingFile(rendering: Rendering): SourceBytes {
  const { program, publication, row, languages, layout, isDraft, changed, media, profile, date } = rendering
  const written = {
    format,
    program,
    publication,
    row,
    languages,
    layout,
    draft: isDraft,
    ...(changed === null ? {} : { changed: asLists(changed) }),
    media,
    profile,
    date,
  }
  return { path: renderingPath, bytes: new TextEncoder().encode(`${JSON.stringify(written, null, 1)}\n`) }
}

/** Reads such a file; what is wrong with it as a text, in words that follow `it`. */
export function readRendering(bytes: Uint8Array): Rendering | string {
  const read = jsonObject(bytes)
  if (read === null || read.format !== format) return `is not of the form \`${format}\``
  const { program, publication, row, layout, draft, date } = read
  const profile = (['archive', 'none'] as const).find((known) => known === read.profile)
  const medium = media.find((known) => known === read.media)
  const languages = languagesIn(read.languages)
  const changed = read.changed === undefined ? null : changedIn(read.changed)
  if (typeof program !== 'string' || typeof publication !== 'string' || typeof layout !== 'string')
    return 'lacks a program, a publication or a layout'
  if (row !== null && typeof row !== 'string') return 'names a row that is no file'
  if (languages === null) return 'names languages that are not known'
  if (changed === undefined) return 'names what has changed in no form that is known'
  if (typeof draft !== 'boolean' || profile === undefined || medium === undefined)
    return 'lacks a draft, a profile or a medium'
  if (typeof date !== 'string' || !isDate(date)) return 'has no date of ISO 8601'
  const made = { program, publication, row, languages, layout, isDraft: draft, changed }
  return { ...made, media: medium, profile, date }
}

function languagesIn(read: unknown): readonly Lang[] | null {
  if (!Array.isArray(read) || read.length === 0) return null
  const languages = read.map((tag: unknown) => (typeof tag === 'string' ? parseLang(tag) : null))
  return languages.every((lang) => lang !== null) ? languages : null
}

/** Units by language, in one order. */
function asLists(changed: PerLanguage<ReadonlySet<UnitId>>): Readonly<Record<Lang, readonly UnitId[]>> {
  const languages = [...changed.keys()].sort()
  return Object.fromEntries(languages.map((lang) => [lang, [...(changed.get(lang) ?? [])].sort()]))
}

/** Undefined: it is no such object. */
function changedIn(read: unknown): Rendering['changed'] | undefined {
  if (typeof read !== 'object' || read === null || Array.isArray(read)) return undefined
  const changed = new Map<Lang, ReadonlySet<UnitId>>()
  for (const [tag, units] of Object.entries(read)) {
    const lang = parseLang(tag)
    if (lang === null || !Array.isArray(units)) return undefined
    if (!units.every((unit): unit is UnitId => typeof unit === 'string')) return undefined
    changed.set(lang, new Set(units))
  }
  return changed
}

/** As `describe` and SOURCE_DATE_EPOCH write it. */
function isDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(date) && !Number.isNaN(Date.parse(date))
}
