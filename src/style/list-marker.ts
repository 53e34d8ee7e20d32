import type { Lang } from '../base/lang.ts'
import type { ParagraphBox } from './box.ts'
import type { Marker, Styled } from './cascade.ts'
import { counterSuffix, isCounterStyle } from './counter-style.ts'
import { generatedText, type Making, pseudoInlines } from './inlines.ts'

/** The item's bullet, number or text: the theme's `::marker`, else by its `list-style-type`. */
export function listMarker(
  { element, style }: Styled,
  { computed, style: line }: Marker,
  making: Making,
): ParagraphBox | null {
  const inlines =
    computed.style.content === null
      ? generatedText(markerText(style.listStyle, element.lang, making), element, computed.style, making)
      : pseudoInlines(computed.style, computed.style, element, making)
  return inlines.length === 0 ? null : { kind: 'paragraph', element, style: line, inlines }
}

/** A `list-style-type` with a quotation mark in front is a text. */
function markerText(listStyle: string | null, lang: Lang | null, { counters }: Making): string {
  if (listStyle === null) return ''
  if (listStyle.startsWith('"')) return listStyle.slice(1)
  if (!isCounterStyle(listStyle)) return ''
  return counters.text(lang, 'list-item', listStyle) + counterSuffix(listStyle)
}
