import type { Report } from './base/report.ts'
import { type Element, textOf } from './document/element.ts'
import type { Role, Structure, TagId } from './document/structure.ts'
import type { Manuscript } from './layout/manuscript.ts'
import { audit } from './pdf/audit.ts'
import { isWide } from './text/unicode.ts'

/**
 * Reads the text back from a finished PDF, in structure order, and compares it with what the author wrote: each
 * passage exactly once in each language, in order, spaces included. A note follows the passage that calls it. Contents,
 * labels, counted references and artifacts are not the author's and stand aside; a line break of code leaves no
 * character in a PDF, so code is compared without white space.
 */
export function auditText(bytes: Uint8Array, manuscript: Manuscript, report: Report): void {
  const { root, structure } = manuscript
  const expected = expectedPassages(root, structure, manuscript.hidden)
  // U+00AD is the hyphen of a broken word: no text of the author's.
  const found = audit(bytes)
    .filter(({ role, isContents }) => role !== 'Lbl' && role !== 'Reference' && !isContents)
    .map((passage) => ({ ...passage, text: passage.text.replaceAll('\u00ad', '') }))
  for (let index = 0; index < Math.max(expected.length, found.length); index++) {
    const [wanted, read] = [expected[index], found[index]]
    if (wanted && read && wanted.lang === read.lang && isSame(wanted, read.text)) continue
    const span = (wanted ?? expected.at(-1))?.element.span ?? root.span
    const [said, meant] = [read?.text ?? '', wanted?.text ?? '']
    const message = `the PDF says \`${excerpt(said, meant)}\` where the source says \`${excerpt(meant, said)}\``
    report.error(
      'audit/text',
      message,
      span,
      'this is a mistake of the program: please report it with the file',
    )
    return
  }
}

interface ExpectedPassage {
  readonly element: Element
  readonly lang: string
  readonly text: string
  readonly isCode: boolean
}

const inlineRoles: ReadonlySet<Role> = new Set(['Span', 'Link', 'Code'])

/** The texts of the element tree by their tags, in the order of the tags: what the PDF should say. */
function expectedPassages(
  root: Element,
  structure: Structure,
  hidden: ReadonlySet<number>,
): readonly ExpectedPassage[] {
  const byTag = new Map<TagId, { element: Element; parts: string[]; isCode: boolean }>()
  const say = (element: Element, text: string): void => {
    const tag = blockTag(structure.of.get(element.index), structure)
    if (tag === null) return
    const entry = byTag.get(tag) ?? { element, parts: [], isCode: false }
    byTag.set(tag, entry)
    entry.parts.push(text)
    if (element.name === 'pre' || element.name === 'code') entry.isCode = true
  }
  const visit = (element: Element): void => {
    if (element.name === 'nav' || hidden.has(element.index)) return
    for (const child of element.children) {
      if (child.kind === 'text') say(element, textOf(child))
      else {
        if (isCounted(child) && !hidden.has(child.index)) say(element, '\ufffc')
        if (child.name !== 'bi-reference') visit(child)
      }
    }
  }
  visit(root)
  return [...byTag]
    .sort(([a], [b]) => a - b)
    .map(([tag, { element, parts, isCode }]) => ({
      element,
      lang: structure.tags[tag]?.lang ?? '',
      text: collapse(parts.join('')),
      isCode,
    }))
    .filter(({ text }) => text !== '')
}

/** What the PDF says as a Reference: the number of a note or of a page. */
function isCounted({ name }: Element): boolean {
  return name === 'bi-note' || name === 'bi-reference'
}

function blockTag(tag: TagId | undefined, structure: Structure): TagId | null {
  let current = tag ?? null
  while (current !== null) {
    const { role, parent } = structure.tags[current] ?? { role: 'P', parent: null }
    if (!inlineRoles.has(role)) return current
    current = parent
  }
  return null
}

/** White space as CSS collapses it; written apart from the typesetter's own way, so that one can find fault with the other. */
function collapse(text: string): string {
  return text
    .replace(/[\u200b\u00ad]/g, '')
    .replace(/[ \t\r]*\n[ \t\r\n]*/g, '\n')
    .replace(/(.)\n(?=(.))/gsu, (_, before: string, after: string) =>
      isWide(before.codePointAt(0) ?? 0) && isWide(after.codePointAt(0) ?? 0) ? before : `${before} `,
    )
    .replace(/[ \t\r\n]+/g, ' ')
    .trim()
}

function isSame(wanted: ExpectedPassage, read: string): boolean {
  if (wanted.isCode) return wanted.text.replace(/\s/g, '') === read.replace(/\s/g, '')
  return wanted.text === read.trim()
}

/** What stands around the first difference. */
function excerpt(text: string, other: string): string {
  let from = 0
  while (from < text.length && text[from] === other[from]) from++
  const start = Math.max(0, from - 20)
  return `${start > 0 ? '…' : ''}${text.slice(start, start + 60)}${text.length > start + 60 ? '…' : ''}`
}
