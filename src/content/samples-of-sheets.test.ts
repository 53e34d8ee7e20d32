import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'

// The chapter and the sheet of its key figures are two samples of one text: read here as data, so that they cannot drift apart.
const folder = 'content/progress-in-human-rights-2013-ix'
const languages = ['en', 'zh-Hans'] as const

const text = z.object({ en: z.coerce.string(), 'zh-Hans': z.coerce.string() })
type Text = z.infer<typeof text>
const shown = z.union([z.string().transform((same): Text => ({ en: same, 'zh-Hans': same })), text])

const common = z.object({
  title: text,
  subtitle: text,
  issuer: text,
  place: text,
  date: z.string(),
  source: text,
  prevailing: z.string(),
  notices: z.record(z.string(), text),
})
const chapter = common
  .extend({
    blocks: z.array(z.object({ id: z.string(), runIn: text.optional(), paragraph: text.optional() })),
    figures: z.array(
      z.object({
        id: z.string(),
        value: z.union([z.number(), z.string(), z.array(z.number())]),
        display: shown.optional(),
        find: text,
        label: text,
      }),
    ),
    terms: z.array(z.object({ text, abbreviation: text.partial().optional() })),
  })
  .parse(parse(readFileSync(`${folder}/publication.yaml`, 'utf8')))

const card = z.object({ id: z.string(), display: shown, label: text })
const event = z.object({
  date: z.string().optional(),
  from: z.number().optional(),
  to: z.number().optional(),
  text,
})
const fact = z.object({ figure: text, text })
const sheet = common
  .extend({
    blocks: z.array(
      z.union([
        z.object({ cards: z.array(card) }),
        z.object({ timeline: z.array(event) }),
        z.object({ facts: z.array(fact) }),
        z.object({ quote: text, source: text }),
      ]),
    ),
    remarks: z.array(text),
  })
  .parse(parse(readFileSync(`${folder}/factsheet.yaml`, 'utf8')))

const cards = sheet.blocks.flatMap((block) => ('cards' in block ? block.cards : []))
const events = sheet.blocks.flatMap((block) => ('timeline' in block ? block.timeline : []))
const facts = sheet.blocks.flatMap((block) => ('facts' in block ? block.facts : []))
const quotes = sheet.blocks.flatMap((block) => ('quote' in block ? [block.quote] : []))

/** A text without the marks that only say where a line may break. */
function plain(written: Text): Text {
  const clean = (one: string): string => one.replace(/[\u200b\u2060]/g, '').replaceAll('\u00a0', ' ')
  return { en: clean(written.en), 'zh-Hans': clean(written['zh-Hans']) }
}

function passage(lang: (typeof languages)[number]): string {
  return chapter.blocks
    .map((block) => `${block.runIn?.[lang] ?? ''} ${block.paragraph?.[lang] ?? ''}`)
    .join('\n')
}

function figureOf(id: string) {
  const found = chapter.figures.find((one) => one.id === id)
  if (!found) throw new Error(`the chapter has no figure ${id}`)
  return found
}

test('the sheet holds all of the kinds that are compared', () => {
  expect([cards.length, events.length, facts.length, quotes.length]).toEqual([6, 5, 7, 1])
})

test.each(cards)(
  'the card $id is a figure of the chapter: shown and named alike',
  ({ id, display, label }) => {
    const figure = figureOf(id)
    expect(plain(display)).toEqual(plain(figure.display ?? figure.find))
    expect(plain(label)).toEqual(plain(figure.label))
  },
)

test.each(events.map((one) => ({ ...one, name: one.text.en })))(
  'the date of $name is that of the chapter',
  (one) => {
    const named = chapter.figures.filter(
      ({ label }) => JSON.stringify(plain(label)) === JSON.stringify(plain(one.text)),
    )
    expect(named).toHaveLength(1)
    expect(named[0]?.value).toEqual(one.date ?? [one.from, one.to])
  },
)

test.each(facts.map((one) => ({ ...one, name: one.text.en })))(
  'the fact $name stands in the chapter',
  (one) => {
    // A fact may say more of what is counted than the figure’s name does: `session of the …`.
    const named = chapter.figures.filter(({ label }) =>
      languages.every((lang) => one.text[lang].includes(plain(label)[lang])),
    )
    expect(named).toHaveLength(1)
    for (const lang of languages) {
      expect(named[0]?.find[lang]).toContain(one.figure[lang])
      expect(passage(lang)).toContain(named[0]?.find[lang])
    }
  },
)

test('the words of the source are its words, in both languages', () => {
  for (const quote of quotes) {
    for (const lang of languages) {
      expect(quote[lang]).toMatch(/^“.+”$/s)
      expect(passage(lang)).toContain(quote[lang].slice(1, -1))
    }
  }
})

test('what both say of the publication is the same', () => {
  const about = ({ title, subtitle, issuer, place, date, source, prevailing }: z.infer<typeof common>) => ({
    texts: [title, subtitle, issuer, place, source].map(plain),
    date,
    prevailing,
  })
  expect(about(sheet)).toEqual(about(chapter))
  expect(sheet.notices.prevailing).toEqual(chapter.notices.prevailing)
  expect(sheet.notices.attribution).toEqual(chapter.notices.attribution)
})

test('each abbreviation that the sheet explains is one of the chapter', () => {
  const known = new Set(
    chapter.terms.flatMap((term) => [term.abbreviation?.en, term.abbreviation?.['zh-Hans']]),
  )
  const explained = sheet.remarks.flatMap((remark) => [
    ...remark.en.matchAll(/(\b[A-Z]{3,}):/g),
    ...remark['zh-Hans'].matchAll(/(\p{Script=Han}+)：/gu),
  ])
  expect(explained.length).toBeGreaterThan(2)
  expect(explained.filter(([, name]) => !known.has(name))).toEqual([])
})
