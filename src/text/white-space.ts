import { isChinese, type Lang } from '../base/lang.ts'
import { AtomKind, classOf } from './cjk.ts'
import { isWide, script } from './unicode.ts'

/** What collapses: space, line feed, tab, carriage return (CSS Text 3, 4.1.1). */
export function isWhite(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09 || unit === 0x0d
}

/**
 * Whether a line of the source that ends or begins with a character needs no space there (CSS Text 3, 4.1.3): wide
 * ones but Hangul, and in Chinese the marks that it shares with other languages.
 */
export function joinsLines(codePoint: number, lang: Lang): boolean {
  if (isWide(codePoint)) return script(codePoint) !== 'Hang'
  if (codePoint < 0xb7 || !isChinese(lang)) return false
  return classOf(codePoint, lang) !== AtomKind.latin
}

/** What is no white space and has no width either: zero width space, word joiner, soft hyphen. */
export function isZeroWidth(unit: number): boolean {
  return unit === 0x200b || unit === 0x2060 || unit === 0xad
}

/** The last unit of a text that white space looks back to: what has no width lets it see through. */
export function lastShown(text: string): number | null {
  for (let at = text.length - 1; at >= 0; at--) {
    const unit = text.charCodeAt(at)
    if (!isZeroWidth(unit)) return unit
  }
  return null
}

/** The last character of a text that is not empty. */
export function lastCodePoint(text: string): number {
  const low = text.charCodeAt(text.length - 1)
  return low >= 0xdc00 && low < 0xe000 && text.length > 1 ? (text.codePointAt(text.length - 2) ?? low) : low
}
