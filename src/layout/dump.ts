import type { Color } from '../base/length.ts'
import { unreachable } from '../base/unreachable.ts'
import type { Tag } from '../document/structure.ts'
import { glyphText } from './glyph-text.ts'
import type { Entry, Glyphs, Laid, Link, Page, Path, Placed } from './page.ts'

/** Pages as text, for goldens: a line a mark in painting order, lengths in points to two decimals; then the outline. */
export function dump(laid: Laid): string {
  const pages = Array.from(laid.pages, (page, index) => dumpPage(page, index, laid.tags))
  const outline = laid.outline.map(dumpEntry)
  return [...pages, ...(outline.length > 0 ? [`outline\n${outline.join('')}`] : [])].join('\n')
}

function dumpPage(page: Page, index: number, tags: readonly Tag[]): string {
  const label = page.label === '' ? 'no label' : `label ${page.label}`
  const head = `page ${index + 1} ${page.name}, ${label}, ${pair(page.size.width, page.size.height)}\n`
  return head + page.marks.map((placed) => `  ${dumpMark(placed, tags)}\n`).join('')
}

function dumpMark({ x, y, mark, tag }: Placed, tags: readonly Tag[]): string {
  const at = `${points(x)},${points(y)}`
  switch (mark.kind) {
    case 'glyphs':
      return `text ${at} ${nameOf(tag, tags)} ${mark.face.name} ${points(mark.size)}${inColor(mark.color)} ${textOf(mark)}`
    case 'rect':
      return `rect ${at} ${nameOf(tag, tags)} ${pair(mark.width, mark.height)} ${hex(mark.color)}`
    case 'path':
      return `path ${at} ${nameOf(tag, tags)} ${pair(mark.width, mark.height)}${inkOf(mark)} ${outlineOf(mark.outline)}`
    case 'picture':
      return `picture ${at} ${nameOf(tag, tags)} ${pair(mark.width, mark.height)} ${mark.picture.path}`
    case 'area':
      return `area ${at} ${nameOf(tag, tags)} ${pair(mark.width, mark.height)}`
    case 'unseen':
      return `unseen ${at} ${nameOf(tag, tags)} ${JSON.stringify(mark.text)}`
    case 'link':
      return `link ${at} ${nameOf(tag, tags)} ${pair(mark.width, mark.height)} to ${targetOf(mark)}: ${mark.description}`
    default:
      return unreachable(mark)
  }
}

/** The role and language of a tag, with its index, since two paragraphs are two tags; an artifact has none. */
function nameOf(tag: Placed['tag'], tags: readonly Tag[]): string {
  if (tag === null) return 'artifact'
  const found = tags[tag]
  return found ? `${found.role}#${tag}:${found.lang}` : `#${tag}`
}

/** Quoted, so that spaces at the ends show; the zero-width spaces of wide gaps are left out. */
function textOf(glyphs: Glyphs): string {
  const text = glyphText(glyphs).replace(/\u200b/g, '')
  const actual =
    glyphs.actual === null ? '' : ` for ${JSON.stringify(glyphs.actual).replace('\u00ad', '\\u00ad')}`
  return JSON.stringify(text) + actual
}

/** How it is filled and stroked. */
function inkOf({ fill, stroke }: Path): string {
  return `${fill ? ` ${hex(fill)}` : ''}${stroke ? ` stroke ${points(stroke.width)} ${hex(stroke.color)}` : ''}`
}

function outlineOf(outline: Path['outline']): string {
  return outline.map(([step, ...numbers]) => step + numbers.map(points).join(',')).join(' ')
}

function targetOf({ target }: Link): string {
  return target.kind === 'uri' ? target.uri : `#${target.anchor}`
}

function dumpEntry({ title, level, lang, place }: Entry): string {
  return `${'  '.repeat(level)}${title} (${lang}) page ${place.page + 1} at ${points(place.x)},${points(place.y)}\n`
}

function pair(width: number, height: number): string {
  return `${points(width)}x${points(height)}`
}

/** Two decimals at most, never `-0`. */
function points(length: number): string {
  return String(Number(length.toFixed(2)) + 0)
}

function inColor(color: Color): string {
  return color.every((part) => part === 0) ? '' : ` ${hex(color)}`
}

function hex(color: Color): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`
}
