import { expect, test } from 'vitest'
import { description } from '../testing/pdf.ts'
import { audit } from './audit.ts'
import { openFile } from './document.ts'
import { information } from './metadata.ts'
import { to } from './syntax.ts'
import { unicodeMap } from './unicode-map.ts'

/**
 * A file with one page of this content, a font of `a`, `b`, U+200B and the space, and a paragraph with sequences 0 and
 * 1, the first of them in a Reference where it says so.
 */
function file(content: string, hasReference = false): Uint8Array {
  const open = openFile({
    isArchive: false,
    compress: true,
    lang: 'en',
    information: information(description),
    deflated: new WeakMap(),
  })
  const [texts, font, paragraph, root] = [
    open.reserve(),
    open.reserve(),
    open.reserve(),
    open.reserveEntry('StructTreeRoot'),
  ]
  open.writeStream(texts, '', unicodeMap(['a', 'b', '\u200b', ' ']))
  open.write(font, `<</Type/Font/ToUnicode ${to(texts)}>>`)
  const [page = 0] = open.reservePages(1)
  const operators = open.reserve()
  open.writeStream(operators, '', new TextEncoder().encode(content))
  open.writePage(page, {
    size: { width: 100, height: 100 },
    contents: [operators],
    fonts: new Map([['F1', font]]),
    pictures: new Map(),
    entries: '/StructParents 0',
  })
  const first = hasReference ? `<</S/Reference/Pg ${to(page)}/K 0>>` : '0'
  open.write(paragraph, `<</S/P/Pg ${to(page)}/K[${first} 1]>>`)
  open.write(root, `<</K[${to(paragraph)}]>>`)
  return open.close()
}

const [first, second] = ['/P <</MCID 0>> BDC /F1 9 Tf', '/P <</MCID 1>> BDC']

test('text is read in the order of the structure, whatever the order of the page', () => {
  const content = `${second} /F1 9 Tf [<0002>] TJ EMC ${first} [<0001>-20<0003>] TJ EMC`
  expect(audit(file(content))).toEqual([{ lang: '', role: 'P', text: 'ab', isContents: false }])
})

test('ActualText takes the place of what is painted', () => {
  const content = `${first} <0001> Tj /Span <</ActualText <FEFF00AD>>> BDC <0002> Tj EMC EMC ${second} EMC`
  expect(audit(file(content))[0]?.text).toBe('a\u00ad')
})

test('a reference is a passage of its own, and leaves its place and the spaces at its ends', () => {
  for (const [said, around] of [
    ['0001', '\ufffcb'],
    ['00010004', '\ufffc b'],
    // U+200B fills what is wide about the space.
    ['000100040003', '\ufffc b'],
    ['0004000100010003', ' \ufffcb'],
  ]) {
    const passages = audit(file(`${first} <${said}> Tj EMC ${second} /F1 9 Tf <0002> Tj EMC`, true))
    expect(passages.map(({ role, text }) => [role, text])).toEqual([
      ['P', around],
      ['Reference', expect.stringMatching(/^ ?a+ ?$/)],
    ])
  }
})

test('artifacts are not read', () => {
  expect(audit(file(`${first} EMC ${second} EMC /Artifact BMC <0001> Tj EMC`))[0]?.text).toBe('')
})

test('what would be lost or misread is refused', () => {
  expect(() => audit(file('/F1 9 Tf <0001> Tj'))).toThrow('neither in the structure nor in an artifact')
  expect(() => audit(file(`${first} <0001> Tj EMC`))).toThrow('names sequence 1')
  expect(() => audit(file(`${first} <0009> Tj EMC`))).toThrow('a glyph stands for no text')
  expect(() => audit(file(`${first} EMC ${first} EMC`))).toThrow('have the identifier 0')
  expect(() => audit(file(`${first} <0001> Tj`))).toThrow('does not end')
  expect(() => audit(new TextEncoder().encode('%PDF-1.7'))).toThrow('no plain cross-reference table')
})
