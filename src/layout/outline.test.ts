import { describe, expect, it } from 'vitest'
import { layOut, type Sample } from '../testing/documents.ts'

describe('the outline', () => {
  it('lists the headings of each language below its name, in reading order', () => {
    const { laid } = layOut(sample)
    expect(laid.outline.map(({ level, title, lang, place }) => [level, title, lang, place.page])).toEqual([
      [1, 'English', 'en', 0],
      [2, 'One', 'en', 0],
      [3, 'One A', 'en', 0],
      [2, 'Two', 'en', 1],
      [1, '中文', 'zh-Hans', 0],
      [2, '一', 'zh-Hans', 0],
      [3, '一甲', 'zh-Hans', 0],
      [2, '二', 'zh-Hans', 1],
    ])
  })

  it('has no level for a single language', () => {
    const { laid } = layOut(sample, ['zh-Hans'])
    expect(laid.outline.map(({ level, title }) => [level, title])).toEqual([
      [1, '一'],
      [2, '一甲'],
      [1, '二'],
    ])
  })

  it('leads to where the headings stand', () => {
    const { laid } = layOut(sample)
    expect(laid.outline.map(({ place }) => place.y)).toEqual([10, 10, 25, 10, 10, 10, 25, 10])
    expect(laid.outline.map(({ place }) => place.x)).toEqual([10, 10, 10, 10, 112, 112, 112, 112])
  })

  it('lists run-in headings where they stand among the others, without their final stop', () => {
    const { laid } = layOut(runIns, ['en'])
    expect(laid.outline.map(({ level, title, place }) => [level, title, place.y])).toEqual([
      [1, 'One.', 10],
      [2, 'First', 25],
      [2, 'Second, marked', 40],
      [2, 'Third...', 55],
    ])
    expect(layOut(runIns, ['zh-Hans']).laid.outline.map(({ title }) => title)).toEqual([
      '一。',
      '其一',
      '其二',
      '其三',
    ])
  })

  it('lists nothing that is not displayed', () => {
    const hidden = { ...sample, theme: `${sample.theme} h2 { display: none }` }
    expect(layOut(hidden, ['en']).laid.outline.map(({ title }) => title)).toEqual(['One', 'Two'])
  })
})

const runIns: Sample = {
  content: `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: T
blocks:
  - { heading: { en: One., zh-Hans: 一。 }, level: 1 }
  - { paragraph: { en: said, zh-Hans: 说 }, runIn: { en: First., zh-Hans: 其一。 } }
  - { paragraph: { en: said, zh-Hans: 说 }, runIn: { en: "*Second, marked.*", zh-Hans: "*其二。*" } }
  - { paragraph: { en: said, zh-Hans: 说 }, runIn: { en: Third..., zh-Hans: 其三 } }
`,
  layout: `{{#each chapters}}<article>{{#passage id=id}}<h1>{{heading}}</h1>{{/passage}}
{{#each blocks}}{{#passage id=id}}<p class="run-in">{{runIn}}</p><p>{{text}}</p>{{/passage}}{{/each}}</article>{{/each}}`,
  theme: `@page { size: 300pt 200pt; margin: 10pt }
article { font-family: Square; font-size: 10pt; line-height: 15pt }
h1 { bookmark-level: 1 } .run-in { bookmark-level: 2; display: run-in }`,
}

const sample: Sample = {
  content: `languages: { en: { name: English }, zh-Hans: { name: 中文 } }
title: T
blocks:
  - { heading: { en: One, zh-Hans: 一 }, level: 1 }
  - { heading: { en: One A, zh-Hans: 一甲 }, level: 2 }
  - { heading: { en: Two, zh-Hans: 二 }, level: 1 }
`,
  layout: `{{#each chapters}}<article>{{#passage id=id}}<h1>{{heading}}</h1>{{/passage}}
{{#each blocks}}{{#passage id=id}}<h2>{{text}}</h2>{{/passage}}{{/each}}</article>{{/each}}`,
  theme: `@page { size: 200pt 80pt; margin: 10pt }
article { break-before: page; font-family: Square; font-size: 10pt; line-height: 15pt }
h1 { bookmark-level: 1 } h2 { bookmark-level: 2 }`,
}
