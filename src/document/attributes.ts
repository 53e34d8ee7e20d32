import { type Lang, parseLang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import { didYouMean, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Attrs } from './element.ts'
import { attributes } from './elements.ts'
import { tokenStart, untoken } from './leaf.ts'
import { isLinkTarget, linkTargets } from './link.ts'
import { plain } from './markdown.ts'
import type { Markup } from './template.ts'

type Pieces = readonly (string | Leaf)[]

/** Reads the attributes of a tag, with their tokens exchanged for texts; `lang` is the language that it stands in. */
export function readAttributes(
  written: Readonly<Record<string, string>>,
  lang: Lang | null,
  { leaves, gaps }: Pick<Markup, 'leaves' | 'gaps'>,
  span: Span,
  report: Report,
): Attrs {
  const attrs = new Map<string, string>()
  for (const name in written) {
    const value = written[name]
    if (name === 'bi-at' || value === undefined) continue
    if (!attributes.has(name) && !name.startsWith('data-')) reportUnknown(name, span, report)
    if (!value.includes(tokenStart)) {
      attrs.set(name, value)
      continue
    }
    const pieces = untoken(value, leaves)
    if (name === 'alt' && lang === null && pieces.some(isLeaf)) addAlts(pieces, attrs)
    // A path is no text with marks.
    else if (name === 'src')
      attrs.set(name, pieces.map((piece) => (isLeaf(piece) ? piece.text : piece)).join(''))
    // The mark of a gap is no address.
    else if (name !== 'href' || !pieces.some((piece) => isLeaf(piece) && gaps.has(piece)))
      attrs.set(name, textOf(pieces))
  }
  if (attrs.size === 0) return none
  checkLink(attrs, span, report)
  checkCount('colspan', attrs, span, report)
  checkCount('rowspan', attrs, span, report)
  return attrs
}

const none: Attrs = new Map()

/** The language that an element says it is in; null where it says none, or none that is known. */
export function languageOf(attrs: Attrs, span: Span, report: Report): Lang | null {
  const written = attrs.get('lang')
  if (written === undefined) return null
  const lang = parseLang(written)
  if (lang === null) {
    const hint = 'use a BCP 47 tag, as `en` or `zh-Hans`'
    report.error('document/unknown-language', `\`${written}\` is no language known here`, span, hint)
  }
  return lang
}

/** What a picture shows, for each language that says so: `alt:en`, `alt:zh-Hans`. */
function addAlts(pieces: Pieces, attrs: Map<string, string>): void {
  for (const piece of pieces) if (isLeaf(piece)) attrs.set(`alt:${piece.lang}`, plain(piece))
}

function textOf(pieces: Pieces): string {
  return pieces.map((piece) => (isLeaf(piece) ? plain(piece) : piece)).join('')
}

function isLeaf(piece: string | Leaf): piece is Leaf {
  return typeof piece !== 'string'
}

function reportUnknown(name: string, span: Span, report: Report): void {
  const hint =
    name === 'style'
      ? 'give it a class, and write the style in the theme'
      : didYouMean(name, [...attributes.keys()])
  report.warning('document/unknown-attribute', `the attribute \`${name}\` has no effect`, span, hint)
}

function checkLink(attrs: Map<string, string>, span: Span, report: Report): void {
  const href = attrs.get('href')
  if (href === undefined || isLinkTarget(href)) return
  const hint = `links lead to ${linkTargets}`
  report.error('document/link', `a link cannot lead to \`${href}\``, span, hint)
  attrs.delete('href')
}

/** A cell covers at least one column and row, and never as many as could not be counted. */
function checkCount(name: string, attrs: Map<string, string>, span: Span, report: Report): void {
  const written = attrs.get(name)
  if (written === undefined || /^[1-9]\d{0,2}$/.test(written)) return
  const message = `\`${name}="${written}"\` is no number of cells`
  report.error('document/attribute', message, span, `write \`${name}="2"\``)
  attrs.delete(name)
}
