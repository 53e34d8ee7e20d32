/** A BCP 47 tag in canonical case, one of those in `languages` below. */
export type Lang = string

/** One value for each language that has it; in the order in which the author wrote them. */
export type PerLanguage<T> = ReadonlyMap<Lang, T>

/** ISO 15924 codes of the scripts that languages are mainly written in. */
export type Script = 'Latn' | 'Hans' | 'Hant' | 'Jpan' | 'Kore' | 'Cyrl' | 'Grek' | 'Arab' | 'Hebr'

export type Direction = 'ltr' | 'rtl'

/** Languages that a publication may name. Their scripts come from CLDR 48 (likelySubtags). */
const languages: ReadonlyMap<Lang, Script> = new Map<Lang, Script>([
  ...words('en fr es pt de it nl sv da nb nn fi is pl cs sk hu ro sl hr tr vi id ms sw la', 'Latn'),
  ...words('en-GB en-US fr-CA es-419 pt-BR pt-PT', 'Latn'),
  ...words('ru uk bg sr mk be kk mn', 'Cyrl'),
  ...words('zh zh-Hans zh-CN zh-SG', 'Hans'),
  ...words('zh-Hant zh-TW zh-HK', 'Hant'),
  ...words('ja', 'Jpan'),
  ...words('ko', 'Kore'),
  ...words('el', 'Grek'),
  ...words('ar fa ur ug', 'Arab'),
  ...words('he', 'Hebr'),
])

/** The canonical tag for what an author wrote (`zh-hans` is `zh-Hans`), or null when it is unknown. */
export function parseLang(tag: string): Lang | null {
  if (languages.has(tag)) return tag
  const canonical = tag
    .split('-')
    .map((part, index) => {
      if (index === 0 || part.length > 4) return part.toLowerCase()
      return part.length === 4
        ? `${part[0]?.toUpperCase()}${part.slice(1).toLowerCase()}`
        : part.toUpperCase()
    })
    .join('-')
  return languages.has(canonical) ? canonical : null
}

/** All tags that `parseLang` knows, for hints. */
export function knownLanguages(): readonly Lang[] {
  return [...languages.keys()]
}

export function scriptOf(lang: Lang): Script {
  return languages.get(lang) ?? 'Latn'
}

export function directionOf(lang: Lang): Direction {
  const script = scriptOf(lang)
  return script === 'Arab' || script === 'Hebr' ? 'rtl' : 'ltr'
}

/** Whether text of this language is set by clreq: full-width marks, no word spaces. */
export function isChinese(lang: Lang): boolean {
  const script = scriptOf(lang)
  return script === 'Hans' || script === 'Hant'
}

/** `:lang(zh)` matches `zh-Hans`: a range matches itself and what begins with it and a hyphen (RFC 4647 3.3.1). */
export function langMatches(lang: Lang, range: string): boolean {
  const tag = lang.toLowerCase()
  const prefix = range.toLowerCase()
  return tag === prefix || tag.startsWith(`${prefix}-`)
}

function words(list: string, script: Script): [Lang, Script][] {
  return list.split(' ').map((lang) => [lang, script])
}
