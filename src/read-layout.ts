import type { Report } from './base/report.ts'
import { type SourceFile, wholeFile } from './base/span.ts'
import { namesIn, type Source, type Unread } from './base/world.ts'
import { type FitStep, type LayoutSettings, layoutSettings } from './content/layout-settings.ts'
import type { LayoutName, Publication } from './content/publication.ts'
import { mergeWords, words } from './content/words.ts'
import type { Layout } from './document/template.ts'
import { readText, readYaml, reportUnread } from './read.ts'

/** How many layouts may derive from each other: a sixth would be found by nobody. */
const longestChain = 5

/** How many partials a layout may have: the shipped one has twenty, and each may have a megabyte. */
export const mostPartials = 200

/** A layout, and what it does where room is short. */
export interface LayoutFolder extends Layout {
  /** The steps of the nearest `layout.yaml` that has any, in order. */
  readonly fit: readonly FitStep[]
  /** The steps of those that it stands on top of, which it does not take. */
  readonly passedOver: readonly FitStep[]
}

/**
 * Reads a layout: `layout.hbs`, `partials/*.hbs`, `words.yaml` and `theme.css`. What its folder does not have comes
 * from the layout that it extends, file by file and word by word; themes add up. A folder of the project stands in this
 * way on top of the one of the same name that comes with this program.
 */
export function readLayout(layout: LayoutName, source: Source, report: Report): LayoutFolder | null {
  const chain = chainOf(layout, source, report)
  if (chain === null) return null
  const { folders, fits } = chain
  const [fit = [], ...others] = fits
  const reading = { folders, source, report }
  const main = readText(`${folderWith('layout.hbs', reading)}layout.hbs`, source, report)
  const wording = readWords(reading)
  const themes = having('theme.css', reading).toReversed()
  return (
    main &&
    wording && {
      name: layout.name,
      main,
      partials: readPartials(reading),
      words: wording,
      themes: themes.flatMap((folder) => readText(`${folder}theme.css`, source, report) ?? []),
      fit,
      passedOver: others.flat(),
    }
  )
}

/** The layout that sets for A5 what another sets for A4, by its name; null: there is none. */
export function a5Variant(layout: string, source: Source): string | null {
  const name = `${layout}-a5`
  const [, there] = listable([`templates/${name}/`, `bifolio:templates/${name}/`], source)
  return there.length > 0 ? name : null
}

/** The files of a theme: the layout's, then the publication's own, which overrides it. */
export function readTheme(
  { themes }: Layout,
  { theme }: Publication,
  source: Source,
  report: Report,
): readonly SourceFile[] {
  const own = theme && readText(theme.path, source, report, theme.span)
  return own === null ? themes : [...themes, own]
}

interface Reading {
  /** The folders of the layout and of those that it derives from, nearest first. */
  readonly folders: readonly string[]
  readonly source: Source
  readonly report: Report
}

/** A layout and those that it derives from, nearest first. */
interface Chain {
  readonly folders: readonly string[]
  /** The steps of each that has any. */
  readonly fits: readonly (readonly FitStep[])[]
}

/** Follows a chain of layouts; null after a finding. */
function chainOf(layout: LayoutName, source: Source, report: Report): Chain | null {
  const folders: string[] = []
  const fits: (readonly FitStep[])[] = []
  const names = new Set<string>()
  let next: LayoutName | null = layout
  while (next !== null) {
    const { name, span }: LayoutName = next
    const [unread, own] = listable([`templates/${name}/`, `bifolio:templates/${name}/`], source)
    if (unread !== null) {
      reportUnread(unread, span, report)
      return null
    }
    if (!/^[a-z0-9-]+$/i.test(name) || own.length === 0) {
      const hint = 'a layout is a folder in `templates/` with a `layout.hbs`'
      report.error('layout/unknown', `there is no layout \`${name}\``, span, hint)
      return null
    }
    if (names.has(name)) {
      const hint =
        'extend another, or delete the line; a folder named as a shipped one stands on top of it anyway'
      report.error('layout/cycle', `the layout \`${name}\` derives from itself`, span, hint)
      return null
    }
    names.add(name)
    if (names.size > longestChain) {
      const hint = 'put what the inner ones change into one'
      report.error(
        'layout/long-chain',
        `more than ${longestChain} layouts derive from each other`,
        span,
        hint,
      )
      return null
    }
    folders.push(...own)
    const settings = settingsOf(own, source, report)
    if (settings?.fit) fits.push(settings.fit)
    next = settings?.base ?? null
  }
  return { folders, fits }
}

/** Of some folders those that are there; and of one that is there but may not be read, why. */
function listable(
  folders: readonly string[],
  source: Source,
): [unread: Unread | null, listable: readonly string[]] {
  const there: string[] = []
  for (const folder of folders) {
    const listed = source.list(folder)
    if (listed.ok) there.push(folder)
    else if (listed.problem !== 'missing') return [listed, []]
  }
  return [null, there]
}

/** What the nearest `layout.yaml` of a name says; null where there is none. */
function settingsOf(folders: readonly string[], source: Source, report: Report): LayoutSettings | null {
  const [folder] = having('layout.yaml', { folders, source, report })
  const loaded = folder === undefined ? null : readYaml(`${folder}layout.yaml`, source, report)
  return loaded && layoutSettings(loaded, report)
}

/** The folders that have a file, nearest first. */
function having(file: string, { folders, source }: Reading): readonly string[] {
  return folders.filter((folder) => namesIn(source, folder).includes(file))
}

/** The nearest folder that has a file; where none has, the nearest, where it is missed. */
function folderWith(file: string, reading: Reading): string {
  return having(file, reading)[0] ?? reading.folders[0] ?? ''
}

function readPartials({ folders, source, report }: Reading): ReadonlyMap<string, SourceFile> {
  const paths = new Map<string, string>()
  for (const folder of folders) {
    for (const file of namesIn(source, `${folder}partials/`)) {
      const name = file.replace(/\.hbs$/, '')
      if (name !== file && !paths.has(name)) paths.set(name, `${folder}partials/${file}`)
    }
  }
  const partials = new Map<string, SourceFile>()
  if (paths.size > mostPartials) {
    const where = wholeFile(`${folders[0]}partials`)
    const message = `a layout has at most ${mostPartials} partials, not ${paths.size}`
    report.error('layout/many-partials', message, where, 'delete those that are not called, or join them')
    return partials
  }
  for (const [name, path] of [...paths].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const partial = readText(path, source, report)
    if (partial) partials.set(name, partial)
  }
  return partials
}

/** The layout's own texts; null when they cannot be read: each use of one would be found wrong as well. */
function readWords(reading: Reading): Layout['words'] | null {
  let merged: Layout['words'] = new Map()
  for (const folder of having('words.yaml', reading).toReversed()) {
    const loaded = readYaml(`${folder}words.yaml`, reading.source, reading.report)
    if (loaded === null) return null
    merged = mergeWords(merged, words(loaded, reading.report))
  }
  return merged
}
