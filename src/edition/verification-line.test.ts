import { expect, test } from 'vitest'
import { build } from '../build.ts'
import { openWorkshop } from '../read.ts'
import {
  chapterFiles,
  chapterPath,
  chapterRequest,
  chapterSource,
  reporting,
  withProgram,
} from '../testing/edition.ts'
import { openMade } from './made-pdf.ts'
import { type VerificationLine, verificationLine } from './verification-line.ts'

interface Looked {
  readonly line: VerificationLine | null
  readonly found: readonly string[]
}

/** The line of a PDF of the chapter, held against what it embeds, or against what another one embeds. */
function look(changed: Readonly<Record<string, string>>, embeds = changed): Looked {
  return withProgram((behind) => {
    const { report, lines } = reporting()
    const [bytes, other] = [changed, embeds].map((files) => {
      const source = chapterSource(behind, files)
      return build(chapterRequest, source, openWorkshop(source, report), report)?.bytes ?? new Uint8Array()
    })
    const made = other && openMade(other, 'a.pdf', behind, report)
    if (!bytes || !made) throw new Error(lines().join('; '))
    return { line: verificationLine(bytes, made, 'a.pdf', report), found: lines() }
  })
}

const written = chapterFiles[chapterPath] ?? ''
const asked = { [chapterPath]: `imprint: { verify: true }\n${written}` }

test('the line of a file is that of its sources', () => {
  const { line, found } = look(asked)
  expect(found).toEqual([])
  expect(line?.digits).toMatch(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/)
  expect(line?.digest.startsWith(line.digits.replaceAll(' ', ''))).toBe(true)
})

test('a file whose text or sources were exchanged is found out', () => {
  const other = {
    [chapterPath]: `imprint: { verify: true }\n${written.replace('Every village', 'No village')}`,
  }
  const { line, found } = look(asked, other)
  expect(line).toBeNull()
  expect(found).toEqual([
    expect.stringMatching(/^error archive\/other-digits: the colophon of `a.pdf` says `/),
  ])
})

test('a publication that asks for none has none, though its text has such digits', () => {
  const like = {
    [chapterPath]: written.replace('Every village', 'Call 0123 4567 89ab cdef, as every village'),
  }
  expect(look(like)).toEqual({ line: null, found: [] })
})
