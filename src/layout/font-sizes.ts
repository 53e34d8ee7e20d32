import { type Pt, tolerance } from '../base/length.ts'
import type { Inline, ParagraphBox } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import { widthsOf } from '../text/paragraph.ts'
import type { Column } from './column.ts'
import { withLabels } from './references.ts'

/** Sets paragraphs in the first of some sizes at which no line of theirs is broken in a measure, else in the last. */
export function fittingIn(
  sizes: readonly Pt[],
  measure: Pt,
  { settings: { workshop, labels, lang }, report }: Pick<Column, 'settings' | 'report'>,
): (box: ParagraphBox) => ParagraphBox {
  const styles = new Styles()
  return (box) => {
    const last = sizes.at(-1) ?? box.style.fontSize
    for (const size of sizes) {
      const set = atSize(box, size, styles)
      if (size === last) return set
      const { inlines, element, style } = set
      const { natural } = widthsOf(withLabels(inlines, labels), element.lang ?? lang, workshop, report)
      if (natural + Math.max(0, style.textIndent) <= measure + tolerance) return set
    }
    return atSize(box, last, styles)
  }
}

/** A paragraph in a size, all that stands in it in proportion; its lines stay as high. */
export function atSize(box: ParagraphBox, size: Pt, styles = new Styles()): ParagraphBox {
  const scale = size / box.style.fontSize
  if (scale === 1) return box
  const inlines = box.inlines.map((inline) => scaledInline(inline, scale, styles))
  return { ...box, style: styles.scaled(box.style, scale), inlines }
}

function scaledInline(inline: Inline, scale: number, styles: Styles): Inline {
  switch (inline.kind) {
    case 'break':
      return inline
    case 'space':
      return { ...inline, width: inline.width * scale }
    case 'unit': {
      const inlines = inline.inlines.map((one) => scaledInline(one, scale, styles))
      return { ...inline, inlines, width: inline.width * scale, style: styles.scaled(inline.style, scale) }
    }
    case 'note': {
      // The note itself stands at the foot.
      const call = inline.call.map((one) => scaledInline(one, scale, styles))
      return { ...inline, call, style: styles.scaled(inline.style, scale) }
    }
    default:
      return { ...inline, style: styles.scaled(inline.style, scale) }
  }
}

/** Styles in other sizes: one that comes again is the same object, as caches by identity want it. */
class Styles {
  readonly #known = new Map<ComputedStyle, Map<number, ComputedStyle>>()

  scaled(style: ComputedStyle, scale: number): ComputedStyle {
    const sizes = this.#known.get(style) ?? new Map<number, ComputedStyle>()
    this.#known.set(style, sizes)
    const { fontSize, autospace, letterSpacing, raise } = style
    const made = sizes.get(scale) ?? {
      ...style,
      fontSize: fontSize * scale,
      autospace: autospace * scale,
      letterSpacing: letterSpacing * scale,
      raise: raise * scale,
    }
    sizes.set(scale, made)
    return made
  }
}
