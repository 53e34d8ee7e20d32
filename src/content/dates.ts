import { isChinese, type Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { PublicationDate, Text } from './publication.ts'
import type { YamlScalar } from './yaml-node.ts'

/** Reads `2014`, `2014-05` or `2014-05-26` and writes it out in each language; null after a finding. */
export function readDate(
  scalar: YamlScalar,
  languages: readonly Lang[],
  report: Report,
): PublicationDate | null {
  const parts = partsOf(scalar.text)
  if (parts === null) {
    const message = `\`${scalar.text}\` is no date`
    const hint = 'write the year, year and month, or the day: `2014`, `2014-05`, `2014-05-26`'
    report.error('content/bad-date', message, scalar.span, hint)
    return null
  }
  const month = inWords({ ...parts, day: null }, languages, scalar)
  const day = inWords(parts, languages, scalar)
  return { iso: scalar.text, month, day, dayFirst: inWords(parts, languages, scalar, dayFirst) }
}

interface DateParts {
  readonly year: number
  /** From 1. */
  readonly month: number | null
  readonly day: number | null
}

function partsOf(text: string): DateParts | null {
  const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text)
  if (match === null) return null
  const year = Number(match[1])
  const month = match[2] === undefined ? null : Number(match[2])
  const day = match[3] === undefined ? null : Number(match[3])
  if (month !== null && (month < 1 || month > 12)) return null
  if (month !== null && day !== null && (day < 1 || day > daysIn(year, month))) return null
  return { year, month, day }
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** American English alone puts the month first: elsewhere, and in the United Nations, English writes `26 May 2014`. */
function dayFirst(lang: Lang): Lang {
  return lang === 'en' || lang === 'en-US' ? 'en-GB' : lang
}

function inWords(
  parts: DateParts,
  languages: readonly Lang[],
  { span }: YamlScalar,
  convention: (lang: Lang) => Lang = (lang) => lang,
): Text {
  const versions = new Map<Lang, Leaf>()
  for (const lang of languages) {
    // All of it stands for the date in the YAML: each character has its place at the beginning.
    versions.set(lang, { text: written(parts, convention(lang)), lang, span, places: null })
  }
  return { kind: 'text', versions, only: null }
}

function written({ year, month, day }: DateParts, lang: Lang): string {
  if (isChinese(lang) || lang === 'ja') {
    return `${year}年${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`
  }
  const names = months.get(lang.split('-')[0] ?? '')
  const name = month === null ? undefined : names?.[month - 1]
  if (month === null) return `${year}`
  if (name === undefined) return [year, pad(month), ...(day === null ? [] : [pad(day)])].join('-')
  return day === null ? monthOf(name, year, lang) : dayOf(day, name, month, year, lang)
}

function monthOf(name: string, year: number, lang: Lang): string {
  return lang.startsWith('es') ? `${name} de ${year}` : `${name} ${year}`
}

function dayOf(day: number, name: string, month: number, year: number, lang: Lang): string {
  switch (lang.split('-')[0]) {
    case 'en':
      return lang === 'en-GB' ? `${day} ${name} ${year}` : `${name} ${day}, ${year}`
    case 'es':
      return `${day} de ${name} de ${year}`
    case 'fr':
      return `${day === 1 ? '1er' : day} ${name} ${year}`
    case 'ru':
      return `${day} ${russianGenitives[month - 1] ?? name} ${year} года`
    default:
      return `${day} ${name} ${year}`
  }
}

/** From CLDR 48, frozen here: a newer Node must not change a publication. Arabic as in `ar`, with European digits. */
const months: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    en: 'January February March April May June July August September October November December',
    fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    ru: 'январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь',
    ar: 'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  }).map(([lang, names]) => [lang, names.split(' ')]),
)

const russianGenitives =
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря'.split(' ')

function pad(number: number): string {
  return String(number).padStart(2, '0')
}
