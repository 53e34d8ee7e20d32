import type { PerLanguage } from '../base/lang.ts'

/** A text in several languages; a reader that knows none of them shows the first (ISO 16684-1, 8.2.2.4). */
export function alternatives(fallback: string, versions: PerLanguage<string>): string {
  const entries = [...versions].map(([lang, text]) => alternative(lang, text))
  return `<rdf:Alt>${alternative('x-default', fallback)}${entries.join('')}</rdf:Alt>`
}

function alternative(lang: string, text: string): string {
  return `<rdf:li xml:lang="${escaped(lang)}">${escaped(text)}</rdf:li>`
}

/** An entry of a list. */
export function item(text: string): string {
  return `<rdf:li>${escaped(text)}</rdf:li>`
}

/** As it stands in XML, in texts and attributes. */
export function escaped(text: string): string {
  return clean(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** As it can be written: XML 1.0 has no place for control characters, nor UTF-8 for lone surrogates. */
export function clean(text: string): string {
  return text.replace(/\p{Cc}+/gu, ' ').replace(/[\p{Cs}\ufffe\uffff]/gu, '')
}
