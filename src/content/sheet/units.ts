import type { Lang, PerLanguage } from '../../base/lang.ts'
import type { Report } from '../../base/report.ts'
import { type Precision, usual } from '../../figures/said.ts'
import type { Unit } from '../../figures/unit.ts'
import type { WrittenPrecision, WrittenUnit } from '../schema-sheet.ts'
import type { WrittenText } from '../schema-values.ts'
import { readText, type TextSettings } from '../texts.ts'

/** Reads what values are counted in; a bare number where nothing is said. */
export function readUnit(written: WrittenUnit | undefined, settings: TextSettings, report: Report): Unit {
  if (written === undefined) return { kind: 'plain' }
  if (typeof written === 'string') return { kind: written }
  const words = (text: WrittenText | undefined): PerLanguage<string> => wordsOf(text, settings, report)
  return { kind: 'own', prefix: words(written.prefix), word: words(written.word) }
}

/** The unit of a figure, which may be any word: only those with a way of printing of their own count. */
export function unitNamed(name: string): Unit {
  switch (name) {
    case 'people':
    case 'usd':
    case 'percent':
      return { kind: name }
    case 'USD':
      return { kind: 'usd' }
    default:
      return { kind: 'plain' }
  }
}

/** How far a figure by hand is rounded: as it is given, unless told. */
export function readPrecision(written: WrittenPrecision | undefined): Precision {
  if (written === undefined) return { kind: 'exact' }
  if ('significant' in written) return { ...usual, digits: Number(written.significant.text) }
  return { kind: 'decimals', digits: Number(written.text) }
}

/** Whether values of two units can stand on one scale. */
export function isSameUnit(one: Unit, other: Unit): boolean {
  if (one.kind !== 'own' || other.kind !== 'own') return one.kind === other.kind
  return isSame(one.prefix, other.prefix) && isSame(one.word, other.word)
}

function isSame(one: PerLanguage<string>, other: PerLanguage<string>): boolean {
  return one.size === other.size && [...one].every(([lang, words]) => other.get(lang) === words)
}

function wordsOf(text: WrittenText | undefined, settings: TextSettings, report: Report): PerLanguage<string> {
  if (text === undefined) return new Map<Lang, string>()
  const { versions } = readText(text, settings, report)
  return new Map([...versions].map(([lang, leaf]) => [lang, leaf.text]))
}
