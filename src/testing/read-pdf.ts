import { isKind, Lexer, type Token } from '../pdf/lexer.ts'
import { entry, type ReadFile, readFile, textOf } from '../pdf/read-file.ts'
import { pagesIn } from '../pdf/read-marks.ts'

export { pagesIn as pagesOf }

/** The operators of a page, as text: character codes in hexadecimal digits. */
export function contentOf(bytes: Uint8Array, page = 0): string {
  const file = readFile(bytes)
  return readable(file.stream(entry(pagesIn(file)[page], 'Contents')))
}

/** Operators with literal strings as digits. */
export function readable(content: string): string {
  return content.replace(/\(((?:[^\\()]|\\.)*)\)/gs, (literal) => {
    const string = new Lexer(literal).next()
    const bytes = isKind(string, 'string') ? string.bytes : ''
    return `<${Buffer.from(bytes, 'latin1').toString('hex').toUpperCase()}>`
  })
}

/** The structure tree, a line an element: role, language, then its own content as page and sequence, or `link`. */
export function treeOf(bytes: Uint8Array): readonly string[] {
  const file = readFile(bytes)
  const lines: string[] = []
  walk(file, entry(file.resolve(entry(file.catalog, 'StructTreeRoot')), 'K'), '', lines)
  return lines
}

/** A dictionary as nested plain values: names with a solidus, text strings decoded, references followed. */
export function plain(token: Token | undefined, file: ReadFile, depth = 4): unknown {
  const value = file.resolve(token)
  if (isKind(value, 'name')) return `/${value.name}`
  if (isKind(value, 'string')) return textOf(value)
  if (Array.isArray(value))
    return depth === 0 ? '…' : value.map((item: Token) => plain(item, file, depth - 1))
  if (!isKind(value, 'dictionary')) return value
  if (depth === 0) return '…'
  return Object.fromEntries([...value.entries].map(([key, item]) => [key, plain(item, file, depth - 1)]))
}

function walk(file: ReadFile, kids: Token | undefined, indent: string, lines: string[]): void {
  for (const kid of listOf(file.resolve(kids))) {
    const element = file.resolve(kid)
    const lang = textOf(entry(element, 'Lang'))
    const role = entry(element, 'S')
    const inner = listOf(file.resolve(entry(element, 'K')))
    const own = inner.flatMap((token) => ownContent(file.resolve(token), file, entry(element, 'Pg')))
    const name = isKind(role, 'name') ? role.name : '?'
    lines.push([indent + name, ...(lang === null ? [] : [lang]), ...own].join(' '))
    walk(
      file,
      inner.filter((token) => entry(file.resolve(token), 'S') !== undefined),
      `${indent}  `,
      lines,
    )
  }
}

function ownContent(token: Token, file: ReadFile, page: Token | undefined): string {
  if (typeof token === 'number') return `${pageNumber(page, file)}:${token}`
  const id = entry(token, 'MCID')
  if (typeof id === 'number') return `${pageNumber(entry(token, 'Pg'), file)}:${id}`
  return entry(token, 'Obj') === undefined ? '*' : 'link'
}

function pageNumber(pointer: Token | undefined, file: ReadFile): number {
  return pagesIn(file)
    .map((page): Token => page)
    .indexOf(file.resolve(pointer))
}

function listOf(token: Token): readonly Token[] {
  if (Array.isArray(token)) return token
  return token === null ? [] : [token]
}
