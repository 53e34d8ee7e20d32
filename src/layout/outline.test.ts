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
})

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
