import { expect } from 'vitest'
import { Report } from '../base/report.ts'
import type { TagId } from '../document/structure.ts'
import type { Laid, Placed } from '../layout/page.ts'
import { isKind, type Token } from '../pdf/lexer.ts'
import { type Profile, paint } from '../pdf/paint.ts'
import { entry, readFile } from '../pdf/read-file.ts'
import { description, run, testFaces } from './pdf.ts'
import { plain } from './read-pdf.ts'

const { latin, han } = testFaces()

/** The file of what was laid out, which has nothing wrong with it. */
export function painted(laid: Laid, profile: Profile = 'archive'): Uint8Array {
  const report = new Report()
  const bytes = paint(laid, description, { profile }, report)
  expect(report.diagnostics).toEqual([])
  if (!bytes) throw new Error('nothing was painted')
  return bytes
}

/** The codes of what is found wrong. */
export function codesOf(laid: Laid): readonly string[] {
  const report = new Report()
  paint(laid, description, { profile: 'archive' }, report)
  return report.diagnostics.map(({ code }) => code)
}

/** A word in ten points. */
export function word(text: string, x: number, y: number, of: TagId | null): Placed {
  return { x, y, mark: run(/\p{Script=Han}/u.test(text) ? han : latin, text, 10), tag: of }
}

/** The elements of a role in reading order, as plain dictionaries. */
export function elementsOf(bytes: Uint8Array, role: string): readonly Record<string, unknown>[] {
  const file = readFile(bytes)
  const found: Record<string, unknown>[] = []
  const visit = (token: Token | undefined): void => {
    const value = file.resolve(token)
    if (Array.isArray(value)) value.forEach(visit)
    const name = entry(value, 'S')
    const element = isKind(name, 'name') && name.name === role ? plain(value, file, 3) : null
    if (isRecord(element)) found.push(element)
    if (entry(value, 'K') !== undefined) visit(entry(value, 'K'))
  }
  visit(entry(file.resolve(entry(file.catalog, 'StructTreeRoot')), 'K'))
  return found
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
