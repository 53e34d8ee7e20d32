import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { printNumber } from '../figures/number.ts'
import { figureChanges, staleFigures } from './figure-changes.ts'
import { numeralsIn } from './numerals.ts'

const said = (text: string, lang: string): string =>
  numeralsIn(text, lang)
    .map((one) => `${one.text}=${one.value}`)
    .join(' | ')

describe('the numbers in a text', () => {
  it.each([
    ['en', 'some 800,000 people, 3.2 million in 2013', '800,000=800000 | 3.2 million=3200000 | 2013=2013'],
    ['zh-Hans', '约80万人，2013年为320万人', '80万=800000 | 2013=2013 | 320万=3200000'],
    ['zh-Hans', '共3亿5000万元，另有17.8万亿美元', '3亿5000万=350000000 | 17.8万亿=17800000000000'],
    ['zh-Hans', '20多万人，20多个领域，5千米，3千人', '20多万=200000 | 20=20 | 5=5 | 3千=3000'],
    ['zh-Hant', '約80萬人，１２億', '80萬=800000 | １２億=1200000000'],
    [
      'fr',
      '1\u202f135\u202f185 habitants, 3,2 millions',
      '1\u202f135\u202f185=1135185 | 3,2 millions=3200000',
    ],
    ['es', '1.135.185 y 2,5 mil millones', '1.135.185=1135185 | 2,5 mil millones=2500000000'],
    ['ru', '3,2 млн и 5 миллиардов', '3,2 млн=3200000 | 5 миллиардов=5000000000'],
    ['ar', '٨٠٠٬٠٠٠ شخص و3.2 مليون', '٨٠٠٬٠٠٠=800000 | 3.2 مليون=3200000'],
    ['en', 'A4, COVID-19, ISO 19005-3, the 22nd to 24th', '19005=19005 | 3=3 | 22=22 | 24=24'],
    ['en', 'minus \u22125.50 and -0 of 007', '\u22125.50=-5.5 | -0=0 | 007=7'],
    ['en', 'said[^2], {ref: fig-3 number}, 1,2,3', '1=1 | 2=2 | 3=3'],
    ['en', '10 millionaires', '10=10'],
    ['en', 'none', ''],
  ])('in %s: %j', (lang, text, expected) => {
    expect(said(text, lang)).toBe(expected)
  })

  it('are read back as they were printed, in each language', () => {
    const languages = ['en', 'zh-Hans', 'fr', 'es', 'ru', 'ar', 'zh-Hant', 'ja']
    const value = fc.integer({ min: -1e12, max: 1e12 }).map((whole) => whole / 100)
    fc.assert(
      fc.property(value, fc.constantFrom(...languages), (number, lang) => {
        const [one, ...others] = numeralsIn(`: ${printNumber(number, 2, lang)}`, lang)
        expect([Number(one?.value), others]).toEqual([number, []])
      }),
    )
  })

  it('are exact however long they are', () => {
    const long = '9'.repeat(100_000)
    expect(numeralsIn(`${long}万`, 'zh-Hans')[0]?.value).toBe(`${long}0000`)
  })
})

describe('figures', () => {
  it('are compared by value', () => {
    expect(figureChanges('800,000 in all', '0.8 million in all', 'en')).toEqual([])
    expect(figureChanges('约80万人，占5%', '约90万人，占5%', 'zh-Hans')).toEqual([
      { before: { text: '80万', value: '800000' }, after: { text: '90万', value: '900000' } },
    ])
    expect(figureChanges('5 of 7', '7', 'en')).toEqual([{ before: { text: '5', value: '5' }, after: null }])
  })

  it('are stale where a language still says what another has replaced', () => {
    const figures = figureChanges('800,000 came', '900,000 came', 'en')
    const texts = [
      { lang: 'en', after: '900,000 came', figures },
      { lang: 'zh-Hans', after: '80万人来过', figures: [] },
      { lang: 'fr', after: '900\u202f000 sont venus', figures: [] },
    ]
    expect(staleFigures(texts)).toEqual([
      {
        lang: 'zh-Hans',
        figure: { text: '80万', value: '800000' },
        changedIn: 'en',
        changedTo: { text: '900,000', value: '900000' },
      },
    ])
  })
})
