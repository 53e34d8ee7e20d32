import { linesOf } from './tag-text.ts'

/** One of the lines that describe a bag; a label may come more than once, and their order counts (RFC 8493, 2.2.2). */
export interface BagElement {
  readonly label: string
  readonly value: string
}

/** `bag-info.txt`, read: what is wrong in which line, in words that follow the name of the file. */
export interface ReadElements {
  readonly elements: readonly BagElement[]
  readonly problems: readonly string[]
}

export const oxumLabel = 'Payload-Oxum'

/** Columns that lines should not exceed (RFC 8493, 2.2.2). */
const width = 79

/** The elements as text. A value is one line to who reads it: space and line ends within it become one space. */
export function writeElements(elements: readonly BagElement[]): string {
  return elements.map(({ label, value }) => `${writeElement(label, oneLine(value))}\n`).join('')
}

/** The value as it is read back. Controls would end a line, or the element, for one program or another. */
export function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Zl}\p{Zp} ]+/gu, ' ').trim()
}

function writeElement(label: string, value: string): string {
  if (!isLabel(label)) throw new Error(`not a label of bag-info.txt: ${JSON.stringify(label)}`)
  const lines: string[] = []
  let line = `${label}:`
  for (const word of value.split(' ')) {
    // A line that is folded begins with a space, which is the one between the two words. None is folded before its value begins.
    const mayFold = lines.length > 0 || line.length > label.length + 1
    if (mayFold && line.length + 1 + word.length > width) {
      lines.push(line)
      line = ''
    }
    line += ` ${word}`
  }
  return [...lines, line].join('\n')
}

/** A label has no colon, no line end and no space at its ends. */
function isLabel(label: string): boolean {
  return /^[^:\p{Cc}\s](?:[^:\p{Cc}]*[^:\p{Cc}\s])?$/u.test(label)
}

/** Reads elements. Lines that go on are joined by one space; space beside the colon belongs to nothing, as in older versions. */
export function readElements(text: string): ReadElements {
  const found: { readonly label: string; readonly lines: string[] }[] = []
  const problems: string[] = []
  for (const [index, line] of linesOf(text).entries()) {
    const last = found.at(-1)
    const colon = line.indexOf(':')
    if (line.trim() === '') continue
    if (/^[ \t]/.test(line) && last !== undefined) last.lines.push(line.trim())
    else if (colon > 0)
      found.push({ label: line.slice(0, colon).trim(), lines: [line.slice(colon + 1).trim()] })
    else problems.push(`line ${index + 1} is no label with a value`)
  }
  const elements = found.map(({ label, lines }) => ({ label, value: lines.join(' ').trim() }))
  return { elements, problems }
}

/** The values of a label; capitals do not count in labels. */
export function valuesOf(elements: readonly BagElement[], label: string): readonly string[] {
  const wanted = label.toLowerCase()
  return elements.filter((one) => one.label.toLowerCase() === wanted).map(({ value }) => value)
}
