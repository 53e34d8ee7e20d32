import type { Lang } from '../base/lang.ts'
import type { Pt } from '../base/length.ts'
import { laneOf } from './geometry.ts'
import type { GalleySettings } from './setting.ts'
import type { TableLane } from './table/table.ts'
import { openFrame, sectionOf, type Walk } from './walk.ts'

/** What a language is set with on the pages of the open section; null: what all share. */
export function settingsFor(walk: Walk, lang: Lang | null): GalleySettings {
  const { page } = sectionOf(walk)
  const known = walk.settings.get(page) ?? settingsOf(walk)
  walk.settings.set(page, known)
  const settings = known.get(lang)
  if (!settings) throw new Error(`there is no lane for ${lang}`)
  return settings
}

function settingsOf(walk: Walk): ReadonlyMap<Lang | null, GalleySettings> {
  const { languages, workshop, pictures, charts, labels } = walk.arrangement
  const frame = openFrame(walk)
  const widthOf = (lang: Lang | null): Pt =>
    (lang === null ? frame.lanes.at(-1) : frame.lanes[laneOf(frame, lang)])?.width ?? 0
  const lanes = new Map(languages.map((lang) => [lang, widthOf(lang)]))
  const setting = { workshop, pictures, charts, languages, labels, lanes, depth: frame.text.depth }
  return new Map(
    [...languages, null].map((lang) => {
      const measure = widthOf(lang)
      return [lang, { ...setting, measure, lane: measure, lang: lang ?? languages[0] ?? 'en' }]
    }),
  )
}

/** The lanes of a table whose rows are passages, with the languages that stand in each. */
export function tableLanes(walk: Walk): readonly TableLane[] {
  const { rows, lanes } = openFrame(walk)
  return lanes.slice(0, -1).map((_, lane) => {
    const languages = rows.flatMap((row) => row[lane] ?? [])
    return { languages, settings: settingsFor(walk, languages[0] ?? null) }
  })
}
