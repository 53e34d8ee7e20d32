import { expect, test } from 'vitest'
import { build } from '../build.ts'
import { noImprint } from '../content/imprint.ts'
import { openWorkshop } from '../read.ts'
import {
  chapterFiles,
  chapterPath,
  chapterRequest,
  chapterSource,
  reporting,
  withProgram,
} from '../testing/edition.ts'
import { editionInBag } from './bag.ts'
import { checkFacts } from './check-facts.ts'
import { openMade } from './made-pdf.ts'
import { verificationLine } from './verification-line.ts'

test('a bag of something else is no edition: archive/foreign', () => {
  const { report } = reporting()
  expect(editionInBag({ files: new Map() }, 'bag', report)).toBeNull()
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['archive/foreign'])
})

test('a publication that calls itself another edition is refused: archive/other-number', () => {
  const { report } = reporting()
  const file = { path: chapterPath, text: '' }
  const name = { id: 'tag:example.org,2024:water', number: '2', note: null, supersedes: '1' }
  checkFacts({ file, imprint: { ...noImprint, number: '2', supersedes: '1' } }, name, report)
  expect(report.diagnostics).toEqual([])
  checkFacts({ file, imprint: { ...noImprint, number: '3', supersedes: '0' } }, name, report)
  expect(report.diagnostics.map(({ code }) => code)).toEqual(['archive/other-number', 'archive/other-number'])
})

test('sources that were exchanged give other digits than are printed: archive/other-digits', () => {
  withProgram((behind) => {
    const text = `imprint: { verify: true }\n${chapterFiles[chapterPath]}`
    const source = chapterSource(behind, { [chapterPath]: text })
    const { report, lines } = reporting()
    const built = build(chapterRequest, source, openWorkshop(source, report), report)
    const made = built && openMade(built.bytes, 'water.pdf', source, report)
    if (!built || !made) throw new Error(lines().join('\n'))
    expect(verificationLine(built.bytes, made, 'water.pdf', report)).not.toBeNull()
    expect(lines()).toEqual([])
    const css = new TextEncoder().encode('h2 { color: #204081 }\n')
    const exchanged = { ...made, sources: new Map([...made.sources, ['content/water/own.css', css]]) }
    expect(verificationLine(built.bytes, exchanged, 'water.pdf', report)).toBeNull()
    expect(report.diagnostics.map(({ code }) => code)).toEqual(['archive/other-digits'])
  })
})
