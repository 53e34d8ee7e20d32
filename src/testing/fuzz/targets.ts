import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { placeInLeaf } from '../../base/leaf.ts'
import { Report } from '../../base/report.ts'
import { load } from '../../content/load.ts'
import { validate } from '../../content/validate.ts'
import { type Inline, markdown } from '../../document/markdown.ts'
import { parse } from '../../document/parse.ts'
import { template } from '../../document/template.ts'
import { Lexer } from '../../pdf/lexer.ts'
import { paint } from '../../pdf/paint.ts'
import { pictureLimits } from '../../picture/picture.ts'
import { readPicture } from '../../picture/read-picture.ts'
import { readSvg } from '../../picture/svg/read-svg.ts'
import { openFace } from '../../text/open-face.ts'
import { readFont } from '../../text/sfnt.ts'
import { description, laidOf, page, tag } from '../pdf.ts'
import { jpegFile, pngChunk, pngFile } from '../pictures.ts'
import { namedProfile, profileBytes, profileSegments } from '../profiles.ts'
import { programFolder } from '../project.ts'
import { sampleLayout, sampleLeaf, samplePublication } from '../sample-publication.ts'
import { themeOf } from '../theme.ts'
import { anyLayout, anyMarks, anyPdfSyntax, anySheet } from './grammar.ts'
import { mutatedBytes, mutatedText } from './mutate.ts'
import { anyReferences, checkReferences } from './references.ts'
import { unsound } from './sound-report.ts'
import { anySvg } from './svg.ts'

/** A parser, what is thrown at it, and what must hold of what it makes of it. */
export interface FuzzTarget {
  readonly name: string
  /** Fails for an input of which something does not hold. */
  readonly property: fc.IProperty<unknown>
  /** Runs that take about a fifth of a second. */
  readonly runs: number
}

/** What is wrong, in words; nothing when all holds. */
type Check<T> = (input: T) => readonly string[]

function target<T>(name: string, runs: number, inputs: fc.Arbitrary<T>, check: Check<T>): FuzzTarget {
  const property = fc.property(inputs, (input) => {
    const problems = check(input)
    if (problems.length > 0) throw new Error(problems.join('; '))
  })
  return { name, runs, property }
}

const sample = (path: string): string => readFileSync(join(programFolder, path), 'utf8')
const shortened = (text: string, length: number): string => text.slice(0, text.indexOf('\n', length))

const yaml = [
  shortened(sample('content/guide/publication.yaml'), 3000),
  `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: &t { en: "One \\u00e9", zh-Hans: '二' }
subtitle: *t
date: 2014-05-26
blocks:
  - heading: { en: |, zh-Hans: 三 }
  - paragraph:
      en: >-
        folded
        text
      zh-Hans: "双\\
        行"
    id: p
  - list: [a, { item: b, list: [c] }]
    ordered: true
figures:
  - { id: f, value: [1, 2.50], unit: m, block: p, find: folded, label: L }
`,
]

const sheets = [
  sample('templates/booklet/theme.css'),
  'p { margin: 0 }\n@page :first { size: A5; @top-left { content: "x" } }\n',
]
const layouts = [
  sample('templates/booklet/layout.hbs'),
  '{{#passage}}<p class="a">{{title}}</p>{{/passage}}\n',
]
const marks = ['a *b* **c** `d` [e](http://f.g) \\* {ref: h} [^i]', '**甲**乙[丙](#丁)，`戊`  \n己']
const pdf = ['1 0 obj << /A [1 2 R (x\\(y\\)) <4a> /N#20 -1.5 true null] >> endobj BT /F 1 Tf [(a) -2] TJ ET']
const fonts = ['node_modules/@expo-google-fonts/source-serif-4/400Regular/SourceSerif4_400Regular.ttf'].map(
  (path) => new Uint8Array(readFileSync(join(programFolder, path))),
)
const pictures = [
  pngFile({ width: 3, height: 2 }),
  pngFile({ width: 5, height: 5, colorType: 6, isInterlaced: true }),
  pngFile({
    width: 4,
    height: 4,
    bits: 2,
    colorType: 3,
    palette: new Uint8Array(12),
    clear: new Uint8Array(4),
  }),
  jpegFile({}),
  jpegFile({ components: 4, transform: 2, orientation: 6 }),
  pngFile({ width: 1, height: 1, colorType: 2, extra: [pngChunk('iCCP', namedProfile(profileBytes()))] }),
  jpegFile({ before: profileSegments(profileBytes(), [2, 1]) }),
]
const drawings = [
  `<?xml version="1.0"?>
<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 60 40">
  <defs>
    <linearGradient id="a" x2="0" y2="1"><stop offset="0" stop-color="red"/><stop offset="1" stop-opacity=".5"/></linearGradient>
    <radialGradient id="b" xlink:href="#a" fx="30%" gradientTransform="rotate(9)"/>
    <clipPath id="c"><circle cx="5" cy="5" r="5"/><rect width="3" height="9"/></clipPath>
  </defs>
  <g transform="translate(1 2) scale(2 3)" opacity=".5" clip-path="url(#c)">
    <path d="M1 2a3 4 5 0 1 6 7q8 9-1-2zm3 3h4v-5" fill="url(#a)" stroke="url(#b)" stroke-width="2"/>
  </g>
  <rect id="d" width="9" height="8" rx="2" style="fill: #123; stroke-dasharray: 1 2"/>
  <use href="#d" x="10" y="-3%"/>
  <text x="3" y="4" text-anchor="end" font-size="5">a <tspan x="9" fill="red">b</tspan></text>
</svg>
`,
]

const yamlWords = [
  '- ',
  ': ',
  '{',
  '}',
  '[',
  ']',
  '&a ',
  '*a',
  '!!str ',
  '|',
  '>',
  '"',
  "'",
  '\\',
  '#',
  '? ',
  '---',
  '%',
]
const cssWords = [
  '{',
  '}',
  ';',
  ':',
  '(',
  ')',
  '/*',
  '*/',
  '@page',
  'var(--',
  '"',
  '\\',
  '!important',
  '>',
  ',',
  '@import',
]
const layoutWords = [
  '{{',
  '}}',
  '{{#if ',
  '{{/if}}',
  '{{else}}',
  '(',
  ')',
  '|',
  '<',
  '>',
  '"',
  '../',
  '{{{',
  '~',
  '&#0;',
  '@',
]
const markWords = ['*', '**', '`', '[', '](', ')', '\\', '\n', '{ref:', '[^', ']']
const svgWords = [
  '<',
  '/>',
  '</g>',
  '"',
  '<g ',
  ' id="a"',
  ' href="#a"',
  '<use href="#a"/>',
  'url(#c)',
  '&a;',
  '<!DOCTYPE svg [',
  'scale(1e9)',
  '1e400',
  '%',
  'none',
  '<![CDATA[',
]
const pdfWords = ['<<', '>>', '[', ']', '(', ')', '<', '>', '/', '%', '\\', ' R', '--']

/** All parsers that are ours. Property: each returns or reports, whatever it is given. */
export const fuzzTargets: readonly FuzzTarget[] = [
  target('a theme, mutated', 25, mutatedText(sheets, cssWords), checkSheet),
  target('a theme, by its grammar', 120, anySheet(), checkSheet),
  target('inline Markdown, mutated', 1500, mutatedText(marks, markWords), checkMarks),
  target('inline Markdown, by its grammar', 1500, anyMarks(), checkMarks),
  target('YAML', 60, mutatedText(yaml, yamlWords), checkYaml),
  target('references, by their grammar', 100, anyReferences(), checkReferences),
  target('a layout, mutated', 40, mutatedText(layouts, layoutWords), checkLayout),
  target('a layout, by its grammar', 150, anyLayout(), checkLayout),
  target('the head of a font', 60, mutatedBytes(fonts, 600), checkFont),
  target('a whole font', 40, mutatedBytes(fonts, fonts[0]?.length ?? 0), checkFont),
  target('a picture', 2000, mutatedBytes(pictures, 160), checkPicture),
  target('a drawing, mutated', 150, mutatedText(drawings, svgWords), checkSvg),
  target('a drawing, by its grammar', 150, anySvg(), checkSvg),
  target('PDF syntax, mutated', 1500, mutatedText(pdf, pdfWords), checkPdf),
  target('PDF syntax, by its grammar', 1500, anyPdfSyntax(), checkPdf),
]

function checkSheet(css: string): readonly string[] {
  const report = new Report()
  themeOf(css, report)
  return unsound(report)
}

/** The text that is left is text of the author's, in order, each character at its place. */
function checkMarks(text: string): readonly string[] {
  const report = new Report()
  const leaf = sampleLeaf(text)
  const problems: string[] = []
  let last = leaf.span.start
  const visit = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if ('children' in inline) visit(inline.children)
      if (inline.kind !== 'text') continue
      for (let at = 0; at < inline.leaf.text.length; at++) {
        const { start } = placeInLeaf(inline.leaf, at)
        if (start < last || leaf.span.file.text[start] !== inline.leaf.text[at])
          problems.push(`offset ${at} of \`${inline.leaf.text}\``)
        last = start
      }
    }
  }
  visit(markdown(leaf, report))
  return [...problems.slice(0, 3), ...unsound(report)]
}

function checkYaml(text: string): readonly string[] {
  const report = new Report()
  const bytes = new TextEncoder().encode(text)
  const loaded = load('p.yaml', bytes, report)
  const publication =
    loaded && validate(loaded, { name: 'p', languages: null, isDraft: false, row: null }, report)
  const isSaid = publication !== null || report.failed
  return isSaid ? unsound(report) : ['there is no publication, and nothing is said of it']
}

function checkLayout(text: string): readonly string[] {
  const report = new Report()
  const markup = template(publication, sampleLayout(text, { p: text }), report)
  const root = markup && parse(markup, report)
  return root !== null || report.failed ? unsound(report) : ['nothing was made, and nothing is said of it']
}

const publication = madePublication()

function madePublication() {
  const loaded = load('p.yaml', new TextEncoder().encode(yaml[1]), new Report())
  return (
    (loaded && validate(loaded, { name: 'p', languages: null, isDraft: false, row: null }, new Report())) ??
    samplePublication()
  )
}

/** A font is refused in words, or it can shape a text and be asked for its glyphs. */
function checkFont(bytes: Uint8Array): readonly string[] {
  const file = readFont(bytes)
  const face = openFace(bytes, 'x')
  if (typeof face === 'string') return face === '' ? ['no reason is given'] : []
  if (typeof file === 'string') return ['a font was opened that could not be read']
  const word = face.shape('Affiné 1', { lang: 'en', script: 'Latn', features: ['kern'], isRtl: false })
  const isWhole = word.pairs.length === word.advances.length && Number.isFinite(word.width)
  return isWhole ? [] : ['its word has holes']
}

function checkPicture(bytes: Uint8Array): readonly string[] {
  const picture = readPicture(bytes, 'x')
  if (picture.kind === 'problem') return picture.detail && picture.hint ? [] : ['no reason is given']
  const { width, height } = picture
  const isSane = width > 0 && height > 0 && width * height <= pictureLimits.pixels
  return isSane && isDeepStrictEqual(readPicture(bytes, 'x'), picture) ? [] : ['its size is none']
}

/** A drawing is refused in words, or it can be painted. */
function checkSvg(text: string): readonly string[] {
  const report = new Report()
  const picture = readSvg({ path: 'x.svg', text }, report)
  if (picture === null)
    return report.failed ? unsound(report) : ['there is no drawing, and nothing is said of it']
  const mark = { kind: 'picture', picture, width: 60, height: 40, crop: null } as const
  const laid = laidOf([tag('Document', 'en', null)], [page([{ x: 1, y: 2, mark, tag: null }])])
  const painted = paint(laid, description, { profile: 'archive', compress: false }, new Report())
  const text8 = painted && Buffer.from(painted).toString('latin1')
  const isSane =
    text8 !== null && !/NaN|Infinity|undefined|\de[+-]\d/.test(text8.slice(0, text8.indexOf('<rdf:')))
  return isSane ? unsound(report) : ['it cannot be painted']
}

/** Each token ends beyond where the last one did; what cannot be read ends the reading with words of ours. */
function checkPdf(text: string): readonly string[] {
  const lexer = new Lexer(text)
  try {
    for (let last = -1; ; last = lexer.at) {
      if (lexer.next() === undefined) return []
      if (lexer.at <= last || lexer.at > text.length + 1) return [`it stands at ${lexer.at} after ${last}`]
    }
  } catch (problem) {
    return problem instanceof Error && /\bfile\b/.test(problem.message) ? [] : [String(problem)]
  }
}
