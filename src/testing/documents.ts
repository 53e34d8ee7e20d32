import fc from 'fast-check'
import type { Lang } from '../base/lang.ts'
import { place, Report } from '../base/report.ts'
import { compose, readPublication } from '../build.ts'
import { lay } from '../layout/lay.ts'
import type { Manuscript } from '../layout/manuscript.ts'
import type { Laid, Page } from '../layout/page.ts'
import { memoryWorld } from './memory-world.ts'
import { squareWorkshop } from './square-face.ts'

/** A small publication: its YAML, and the layout and theme that it is set with. */
export interface Sample {
  readonly content: string
  readonly layout: string
  readonly theme: string
}

export interface LaidSample {
  readonly manuscript: Manuscript
  readonly laid: Laid & { readonly pages: readonly Page[] }
  /** `file:line:column code` of what was reported. */
  readonly found: readonly string[]
}

/** Takes a sample through all stages up to its pages, in the square face. */
export function layOut(sample: Sample, languages: readonly Lang[] | null = null): LaidSample {
  const report = new Report()
  const { source } = memoryWorld({
    'content.yaml': sample.content,
    'templates/booklet/layout.hbs': sample.layout,
    'templates/booklet/theme.css': sample.theme,
  })
  const request = {
    path: 'content.yaml',
    name: 'sample',
    languages,
    isDraft: false,
    row: null,
    profile: 'archive',
    media: 'screen',
    date: null,
  } as const
  const workshop = squareWorkshop()
  const publication = readPublication(request, source, report)
  const manuscript = publication && compose(publication, 'screen', source, workshop.shelf, report)
  const lazy = manuscript && lay(manuscript, workshop, report)
  // Some findings come with the making of a page.
  const laid = lazy && { ...lazy, pages: [...lazy.pages] }
  const found = report.diagnostics.map(({ span, code }) => `${place(span)} ${code}`)
  if (!manuscript || !laid)
    throw new Error(`not set: ${report.diagnostics.map(({ message }) => message).join('; ')}`)
  return { manuscript, laid, found }
}

export interface AnyPublication {
  readonly sample: Sample
  readonly languages: readonly Lang[]
  /** What each language says, in order. */
  readonly texts: ReadonlyMap<Lang, readonly string[]>
}

const allLanguages: readonly Lang[] = ['en', 'zh-Hans', 'fr', 'ru', 'ja']

/** Publications of one to five languages with headings and paragraphs of any length, on pages of any size. */
export function anyPublication(): fc.Arbitrary<AnyPublication> {
  const words = fc.array(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 1, maxLength: 60 })
  const han = fc.array(fc.constantFrom(...'人权白皮书事业进步发展国家'), { minLength: 1, maxLength: 120 })
  const versions = fc.record({ latin: fc.tuple(words, words, words), han: fc.tuple(han, han) })
  const block = fc.record({ isHeading: fc.boolean(), versions })
  return fc
    .record({
      count: fc.integer({ min: 1, max: allLanguages.length }),
      blocks: fc.array(block, { minLength: 1, maxLength: 12 }),
      depth: fc.integer({ min: 60, max: 300 }),
      rule: fc.boolean(),
    })
    .map(({ count, blocks, depth, rule }): AnyPublication => {
      const languages = allLanguages.slice(0, count)
      const texts = new Map(languages.map((lang): [Lang, string[]] => [lang, []]))
      const written = blocks.map((one) => {
        const spoken: Record<Lang, string> = {}
        const latin = one.versions.latin.map((list) => (one.isHeading ? list.slice(0, 6) : list).join(' '))
        const chinese = one.versions.han.map((list) => (one.isHeading ? list.slice(0, 12) : list).join(''))
        for (const lang of languages) {
          const text =
            (lang === 'zh-Hans'
              ? chinese[0]
              : lang === 'ja'
                ? chinese[1]
                : latin[languages.indexOf(lang) % 3]) ?? ''
          spoken[lang] = text
          texts.get(lang)?.push(text)
        }
        return one.isHeading
          ? `- { heading: ${inAll(spoken)}, level: 2 }`
          : `- { paragraph: ${inAll(spoken)} }`
      })
      const named = languages.map((lang) => `${lang}: { name: ${lang} }`).join(', ')
      const content = `languages: { ${named} }\ntitle: T\nblocks:\n${written.join('\n')}\n`
      const layout = `<article>{{#each chapters}}{{#each blocks}}{{#passage id=id}}{{#if (is kind "heading")}}<h2>{{text}}</h2>{{else}}<p>{{text}}</p>{{/if}}{{/passage}}{{/each}}{{/each}}</article>`
      const theme = `@page { size: ${100 * count + 40}pt ${depth + 40}pt; margin: 20pt }
article { font-family: Square; font-size: 10pt; line-height: 15pt${rule ? '; column-rule: 0.5pt solid black' : ''} }
h2 { break-after: avoid; margin-top: 10pt } p { margin-top: 5pt; text-align: justify; orphans: 2; widows: 2 }`
      return { sample: { content, layout, theme }, languages, texts }
    })
}

/** A text as a flow map of YAML. */
function inAll(versions: Readonly<Record<Lang, string>>): string {
  const entries = Object.entries(versions).map(([lang, text]) => `${lang}: "${text}"`)
  return `{ ${entries.join(', ')} }`
}
