import type { Lang } from '../../base/lang.ts'
import { type Leaf, placeInLeaf } from '../../base/leaf.ts'
import { didYouMean, type Report } from '../../base/report.ts'
import type { Span } from '../../base/span.ts'
import { type DataCell, nameOfCell, type Row } from '../data/rows.ts'
import type { YamlScalar } from '../yaml-node.ts'
import { Pieces } from './pieces.ts'

/** A row whose cells stand in for `${column}`, and how they are written into a text. */
export interface SheetRow {
  readonly row: Row
  readonly cells: Row['cells']
  /** `marked`: what would be a mark in a text is none in a cell; `bare`: the text has no marks; `address`: in a URL. */
  readonly form: 'marked' | 'bare' | 'address'
}

export function sheetRow(row: Row): SheetRow {
  return { row, cells: row.cells, form: 'marked' }
}

/** Whether a text may name cells. */
export function hasPlaces(text: string): boolean {
  return text.includes('${')
}

/**
 * A text with the cells that it names: `${name}` is the column `name`, else `name_<language>`; `$${` is `${` itself.
 * Null where one is missing or empty, which is reported where there is a report. What is a cell as a whole has its
 * place in the data, any other text in the file of its author.
 */
export function fill(leaf: Leaf, row: SheetRow, report: Report | null): Leaf | null {
  const { text, lang } = leaf
  const pieces = new Pieces(leaf)
  let from = 0
  for (const match of text.matchAll(/\$\$\{|\$\{([^{}\n]*)\}/g)) {
    const [whole, named] = match
    const at = match.index
    pieces.keep(from, named === undefined ? at + 1 : at)
    from = named === undefined ? at + 2 : at + whole.length
    if (named === undefined) continue
    const place = {
      start: placeInLeaf(leaf, at).start,
      end: placeInLeaf(leaf, from - 1).end,
      file: leaf.span.file,
    }
    const cell = find(named.trim(), lang, place, row, report)
    if (cell === null) return null
    if (whole.length === text.length) return leafOfCell(cell, lang, row.form)
    pieces.put(written(cell.text, row.form), place.start)
  }
  pieces.keep(from, text.length)
  return pieces.leaf()
}

/** The same for what stands in no language: a path, an address. */
export function fillScalar(
  scalar: YamlScalar,
  row: SheetRow | null,
  form: SheetRow['form'],
  report: Report,
): YamlScalar | null {
  if (row === null || !hasPlaces(scalar.text)) return scalar
  const { text, span, places } = scalar
  const filled = fill({ text, lang: '', span, places }, { ...row, form }, report)
  return filled && { ...scalar, ...filled }
}

/** The cell of a column, for a text of a language. */
function find(
  name: string,
  lang: string,
  place: Span,
  { cells, row }: SheetRow,
  report: Report | null,
): DataCell | null {
  const inLanguage = `${name}_${lang}`
  const column = cells.has(name) || lang === '' ? name : inLanguage
  const cell = cells.get(column)
  if (cell === undefined) {
    // That a language is missing is said of what is there in others.
    const isInOthers = lang !== '' && [...cells.keys()].some((other) => other.startsWith(`${name}_`))
    const names = isInOthers ? `\`${name}\` or \`${inLanguage}\`` : `\`${name}\``
    const hint = 'for the signs themselves write `$${`'
    report?.error(
      'content/unknown-column',
      `the data has no column ${names}`,
      place,
      columnsLike(name, cells),
      hint,
    )
    return null
  }
  if (cell.text.trim() !== '') return cell
  const hint = 'fill it in, or leave the row out'
  const shown = { at: place, note: 'it is shown here' }
  report?.error(
    'content/empty-cell',
    `${nameOfCell(column, row)} is empty, and is shown`,
    cell.span,
    hint,
    shown,
  )
  return null
}

function columnsLike(name: string, cells: Row['cells']): string {
  const stems = [...cells.keys()].map((column) => column.replace(/_[a-z]{2,3}(?:-[A-Za-z0-9]+)*$/, ''))
  return didYouMean(name, [...new Set([...cells.keys(), ...stems])])
}

/** A cell as a text of its own; each character has its place in the data. */
export function leafOfCell(cell: DataCell, lang: Lang, form: SheetRow['form'] = 'marked'): Leaf {
  const leaf = { text: cell.text, lang, span: cell.span, places: cell.places }
  if (written(cell.text, form) === cell.text) return leaf
  const pieces = new Pieces(leaf)
  for (let at = 0; at < cell.text.length; at++) {
    const character = cell.text.charAt(at)
    const shown = form === 'address' ? null : written(character, form)
    if (shown === character) pieces.keep(at, at + 1)
    else if (shown !== null) pieces.put(shown, placeInLeaf(leaf, at).start)
  }
  if (form === 'address') pieces.put(written(cell.text, form), cell.span.start)
  return pieces.leaf()
}

function written(text: string, form: SheetRow['form']): string {
  switch (form) {
    case 'bare':
      return text
    case 'address':
      return encodeURIComponent(text.trim())
    case 'marked':
      // A cell is text: none of its signs is a mark of emphasis, a link, a call or a hard break.
      return text.replace(/[*`[\]\\{}]/g, '\\$&').replace(/ +\n/g, '\n')
  }
}
