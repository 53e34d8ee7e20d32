import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { Report } from '../../base/report.ts'
import { load } from '../../content/load.ts'
import { validate } from '../../content/validate.ts'
import { parse } from '../../document/parse.ts'
import { template } from '../../document/template.ts'
import { programFolder } from '../project.ts'
import { sampleLayout } from '../sample-publication.ts'
import { unsound } from './sound-report.ts'

/** Publications whose titles, texts and notes call and refer to each other, and to themselves, as chance has it. */
export function anyReferences(): fc.Arbitrary<string> {
  const id = fc.constantFrom('a', 'b', 'c', 'x')
  const call = fc
    .tuple(id, fc.constantFrom('{ref: @}', '{ref: @ title}', '{ref: @ number}', '[^@]', '[t](#@)', 'word '))
    .map(([name, form]) => form.replace('@', name))
  const text = fc.array(call, { minLength: 1, maxLength: 4 }).map((calls) => JSON.stringify(calls.join('')))
  const form = fc.constantFrom(
    'heading: @',
    'heading: @, level: 2',
    'part: @',
    'paragraph: @, runIn: @',
    'list: [{ item: @, list: [@] }]',
    'quote: @, source: @',
    'table: { rows: [[@]] }, caption: @',
    'image: a.png, decorative: true, caption: @',
    'callout: [@], title: @',
  )
  const block = fc
    .tuple(form, fc.array(text, { minLength: 2, maxLength: 2 }))
    .map(([written, [first = '', second = '']]) =>
      written.replace('@', () => first).replace('@', () => second),
    )
  const blocks = fc.array(block, { minLength: 3, maxLength: 3 })
  return fc.tuple(blocks, text).map(([all, note]) => {
    const named = all.map((one, index) => `  - { ${one}, id: ${'abc'[index]} }\n`)
    return `languages: { en: { name: English } }\ntitle: T\nblocks:\n${named.join('')}notes: { x: ${note} }\n`
  })
}

/** All texts are printed, and those that contents repeat are printed twice. */
const everything = `{{#each contents}}{{#passage}}<p>{{text}}</p>{{/passage}}{{/each}}
{{#each chapters}}{{#with part}}{{#passage id=id}}<h1>{{text}}</h1>{{/passage}}{{/with}}
{{#if heading}}{{#passage id=id}}<h1>{{heading}}</h1>{{/passage}}{{/if}}
{{#each blocks}}{{> (lookup this "kind")}}{{/each}}{{/each}}`
const partials = Object.fromEntries(
  [
    'heading',
    'paragraph',
    'list',
    'item',
    'quote',
    'table',
    'row-head',
    'cell',
    'head-cell',
    'image',
    'callout',
  ].map((name) => [name, readFileSync(join(programFolder, `templates/base/partials/${name}.hbs`), 'utf8')]),
)
const printing = sampleLayout(everything, { ...partials, number: '{{number}} ' })

/** Whatever names what, the tree of elements has an end, and so has each text in it. */
export function checkReferences(text: string): readonly string[] {
  const report = new Report()
  const loaded = load('p.yaml', new TextEncoder().encode(text), report)
  const made = loaded && validate(loaded, { name: 'p', languages: null, isDraft: false, row: null }, report)
  const markup = made && template(made, printing, report)
  const root = markup && parse(markup, report)
  return root !== null || report.failed ? unsound(report) : ['nothing was made, and nothing is said of it']
}
