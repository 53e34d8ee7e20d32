/** An opening tag, with the values of its attributes. */
interface Tag {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
}

/** Opening tags that were read, by what stands between their brackets; filled by `readMarkup`. */
export type KnownTags = Map<string, Tag>

/** What is told of markup as it is read. */
export interface MarkupReader {
  open(tag: Tag): void
  close(): void
  text(text: string): void
}

/**
 * Reads markup as layouts write it: elements with quoted attributes, and text. False at the first thing that is more
 * than that, or broken: an XML parser is to read it all from its beginning then, and to say what is wrong.
 */
export function readMarkup(markup: string, reader: MarkupReader, known: KnownTags = new Map()): boolean {
  if (unusual.test(markup)) return false
  const open: string[] = []
  let at = 0
  while (at < markup.length) {
    const tag = markup.indexOf('<', at)
    const end = tag < 0 ? markup.length : tag
    if (end > at) {
      const text = plainText(markup.slice(at, end))
      if (text === null || open.length === 0) return false
      reader.text(text)
    }
    if (tag < 0) return false
    at =
      markup.charCodeAt(tag + 1) === slash
        ? closeTag(markup, tag, open, reader)
        : openTag(markup, tag, open, known, reader)
    if (at < 0) return false
    if (open.length === 0) return at === markup.length
  }
  return false
}

/** What XML does not allow, a carriage return, and what is written in two code units. */
const unusual = /[^\t\n -\ud7ff\ue000-\ufffd]/

const slash = 0x2f

/** The offset behind a closing tag; -1 where it does not close what is open. */
function closeTag(markup: string, tag: number, open: string[], reader: MarkupReader): number {
  const name = open.pop() ?? ''
  const end = tag + 2 + name.length
  if (name === '' || !markup.startsWith(name, tag + 2) || markup[end] !== '>') return -1
  reader.close()
  return end + 1
}

/** The offset behind an opening tag; -1 where it is not written as usual. */
function openTag(
  markup: string,
  tag: number,
  open: string[],
  known: KnownTags,
  reader: MarkupReader,
): number {
  const end = markup.indexOf('>', tag)
  if (end < 0) return -1
  const isEmpty = markup.charCodeAt(end - 1) === slash
  const inside = markup.slice(tag + 1, isEmpty ? end - 1 : end)
  const read = known.get(inside) ?? readTag(inside)
  if (read === null) return -1
  if (known.size < mostKnown && isRepeated(inside)) known.set(inside, read)
  reader.open(read)
  if (isEmpty) reader.close()
  else open.push(read.name)
  return end + 1
}

/** Whether a tag may come again: a layout writes few that name nothing of their own, and writes these again and again. */
function isRepeated(inside: string): boolean {
  return !inside.includes(' id=') && !inside.includes(' href=')
}

const mostKnown = 1000

/** What stands between the brackets of an opening tag; null where it is not written as usual. */
function readTag(inside: string): Tag | null {
  const name = namePattern.exec(inside)?.[0]
  if (name === undefined) return null
  const attributes: Record<string, string> = {}
  for (let from = name.length; from < inside.length; from = attributePattern.lastIndex) {
    attributePattern.lastIndex = from
    const [whole, key = '', value = ''] = attributePattern.exec(inside) ?? []
    if (whole === undefined) return null
    if (key === '') {
      if (attributePattern.lastIndex < inside.length) return null
      break
    }
    const text = plainText(value)
    if (text === null || key in attributes) return null
    attributes[key] = /[\t\n\r]/.test(text) ? text.replace(/[\t\n\r]/g, ' ') : text
  }
  return { name, attributes }
}

const namePattern = /^[a-zA-Z][a-zA-Z0-9-]*(?=\s|$)/
const attributePattern = /\s+(?:([a-zA-Z][a-zA-Z0-9-]*)="([^"<]*)")?/y

/** Text with the entities that printing writes; null where there is another. */
function plainText(text: string): string | null {
  if (text.includes('\r') || text.includes(']]>')) return null
  if (!text.includes('&')) return text
  let isKnown = true
  const plain = text.replace(/&(#?[a-zA-Z0-9]*;?)/g, (whole, name: string) => {
    const character = written.get(name)
    isKnown &&= character !== undefined
    return character ?? whole
  })
  return isKnown ? plain : null
}

/** What printing a value writes for the characters that mean something in markup. */
const written: ReadonlyMap<string, string> = new Map([
  ['amp;', '&'],
  ['lt;', '<'],
  ['gt;', '>'],
  ['quot;', '"'],
  ['#x27;', "'"],
  ['#x60;', '`'],
  ['#x3D;', '='],
])
