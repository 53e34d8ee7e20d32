import type { Leaf } from '../base/leaf.ts'
import { type SourceFile, wholeFile } from '../base/span.ts'
import { noImprint } from '../content/imprint.ts'
import { readingOutput } from '../content/outputs.ts'
import type { Publication, Text } from '../content/publication.ts'
import type { Layout } from '../document/template.ts'

/** A leaf that stands in a file of its own, behind a few other characters. */
export function sampleLeaf(text: string, lang = 'en'): Leaf {
  const file: SourceFile = { path: 'content.yaml', text: `- ${text}\n` }
  return { text, lang, span: { file, start: 2, end: 2 + text.length }, places: null }
}

/** A text from its versions: `{ en: 'Hello', 'zh-Hans': '你好' }`. */
export function sampleText(versions: Readonly<Record<string, string>>): Text {
  const leaves = Object.entries(versions).map(([lang, text]) => [lang, sampleLeaf(text, lang)] as const)
  return { kind: 'text', versions: new Map(leaves), only: null }
}

/** A publication in English and Chinese with a title and nothing else, unless told. */
export function samplePublication(fields: Partial<Publication> = {}): Publication {
  return {
    name: 'sample',
    file: { path: 'content.yaml', text: '' },
    layout: { name: 'sample', span: wholeFile('content.yaml') },
    theme: null,
    languages: [
      { tag: 'en', name: 'English', status: 'original' },
      { tag: 'zh-Hans', name: '中文', status: null },
    ],
    isDefault: true,
    isDraft: false,
    changed: null,
    prevailing: null,
    title: sampleText({ en: 'Title', 'zh-Hans': '标题' }),
    subtitle: null,
    series: null,
    issuer: null,
    place: null,
    date: null,
    edition: null,
    source: null,
    rights: null,
    contact: null,
    typefaces: null,
    isbn: null,
    imprint: noImprint,
    notices: { prevailing: null, translation: null, attribution: null },
    chapters: [],
    hasParts: false,
    contents: [],
    figures: [],
    terms: [],
    notes: [],
    targets: new Map(),
    link: null,
    remarks: [],
    charts: new Map(),
    fit: null,
    outputs: [readingOutput(wholeFile('content.yaml'))],
    ...fields,
  }
}

/** A layout from the text of `layout.hbs` and of its partials. */
export function sampleLayout(main: string, partials: Readonly<Record<string, string>> = {}): Layout {
  const files = Object.entries(partials).map(([name, text]) => [name, { path: `${name}.hbs`, text }] as const)
  const words = new Map([['missing', sampleText({ en: 'not yet', 'zh-Hans': '待译' })]])
  return {
    name: 'sample',
    main: { path: 'layout.hbs', text: main },
    partials: new Map(files),
    words,
    themes: [],
  }
}
