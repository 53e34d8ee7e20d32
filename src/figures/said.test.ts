import { describe, expect, it, test } from 'vitest'
import { figureRows, inFigureLanguages, visibleSpaces } from '../testing/figure-rows.ts'
import { asGiven, type Precision, said, saidWhole, usual } from './said.ts'
import type { Unit } from './unit.ts'

// A value, its unit, and how exactly it is said, if not by three significant figures: all its digits (`exact`), so many
// decimals, or so many significant figures (`2s`).
const rows = figureRows(`
  0 people | 0 | 0 | 0 | 0 | 0 | 0
  7 people | 7 | 7 | 7 | 7 | 7 | 7
  137 people | 137 | 137 | 137 | 137 | 137 | 137
  999 people | 999 | 999 | 999 | 999 | 999 | 999
  1135 people | 1,140 | 1140 | 1_140 | 1140 | 1~140 | 1,140
  9999 people | 10,000 | 1.00万 | 10_000 | 10.000 | 10~000 | 10,000
  9994 people | 9,990 | 9990 | 9_990 | 9990 | 9~990 | 9,990
  9996 people | 10,000 | 1.00万 | 10_000 | 10.000 | 10~000 | 10,000
  33860 people | 33,900 | 3.39万 | 33_900 | 33.900 | 33~900 | 33,900
  101323 people | 101,000 | 10.1万 | 101_000 | 101.000 | 101~000 | 101,000
  999499 people | 999,000 | 99.9万 | 999_000 | 999.000 | 999~000 | 999,000
  999500 people | 1.00~million | 100万 | 1,00~million | 1,00~millón | 1,00~млн | 1.00~مليون
  1000000 people | 1.00~million | 100万 | 1,00~million | 1,00~millón | 1,00~млн | 1.00~مليون
  1999999 people | 2.00~million | 200万 | 2,00~millions | 2,00~millones | 2,00~млн | 2.00~مليون
  2000000 people | 2.00~million | 200万 | 2,00~millions | 2,00~millones | 2,00~млн | 2.00~مليون
  5000000 people | 5.00~million | 500万 | 5,00~millions | 5,00~millones | 5,00~млн | 5.00~ملايين
  62345678 people | 62.3~million | 6230万 | 62,3~millions | 62,3~millones | 62,3~млн | 62.3~مليون
  99950000 people | 100~million | 1.00亿 | 100~millions | 100~millones | 100~млн | 100~مليون
  100000000 people | 100~million | 1.00亿 | 100~millions | 100~millones | 100~млн | 100~مليون
  999500000 people | 1.00~billion | 10.0亿 | 1,00~milliard | 1,00~mil~millones | 1,00~млрд | 1.00~مليار
  1410710000 people | 1.41~billion | 14.1亿 | 1,41~milliard | 1,41~mil~millones | 1,41~млрд | 1.41~مليار
  5000000000 people | 5.00~billion | 50.0亿 | 5,00~milliards | 5,00~mil~millones | 5,00~млрд | 5.00~مليارات
  12500000000 people | 12.5~billion | 125亿 | 12,5~milliards | 12,5~mil~millones | 12,5~млрд | 12.5~مليار
  999500000000 people | 1.00~trillion | 1.00万亿 | 1,00~billion | 1,00~billón | 1,00~трлн | 1.00~تريليون
  1000000000000 people | 1.00~trillion | 1.00万亿 | 1,00~billion | 1,00~billón | 1,00~трлн | 1.00~تريليون
  25000000000000 people | 25.0~trillion | 25.0万亿 | 25,0~billions | 25,0~billones | 25,0~трлн | 25.0~تريليون
  999000000000000 people | 999~trillion | 999万亿 | 999~billions | 999~billones | 999~трлн | 999~تريليون
  318 usd | US$318 | 318美元 | 318~$US | 318~US$ | 318~долл.~США | 318~دولار~أمريكي
  12614.06 usd | US$12,600 | 1.26万美元 | 12_600~$US | 12.600~US$ | 12~600~долл.~США | 12,600~دولار~أمريكي
  44327 usd | US$44,300 | 4.43万美元 | 44_300~$US | 44.300~US$ | 44~300~долл.~США | 44,300~دولار~أمريكي
  800000 usd exact | US$800,000 | 80万美元 | 800_000~$US | 800.000~US$ | 800~000~долл.~США | 800,000~دولار~أمريكي
  62300000 usd | US$62.3~million | 6230万美元 | 62,3~millions~de~$US | 62,3~millones~de~US$ | 62,3~млн~долл.~США | 62.3~مليون~دولار~أمريكي
  1066000000 usd | US$1.07~billion | 10.7亿美元 | 1,07~milliard~de~$US | 1,07~mil~millones~de~US$ | 1,07~млрд~долл.~США | 1.07~مليار~دولار~أمريكي
  1541000000 usd | US$1.54~billion | 15.4亿美元 | 1,54~milliard~de~$US | 1,54~mil~millones~de~US$ | 1,54~млрд~долл.~США | 1.54~مليار~دولار~أمريكي
  17794781986065 usd | US$17.8~trillion | 17.8万亿美元 | 17,8~billions~de~$US | 17,8~billones~de~US$ | 17,8~трлн~долл.~США | 17.8~تريليون~دولار~أمريكي
  -959 usd | −US$959 | −959美元 | −959~$US | −959~US$ | −959~долл.~США | ^−959~دولار~أمريكي
  -1200000000 usd | −US$1.20~billion | −12.0亿美元 | −1,20~milliard~de~$US | −1,20~mil~millones~de~US$ | −1,20~млрд~долл.~США | ^−1.20~مليار~دولار~أمريكي
  0.5 usd | US$0.5 | 0.5美元 | 0,5~$US | 0,5~US$ | 0,5~долл.~США | 0.5~دولار~أمريكي
  81 percent | 81% | 81% | 81~% | 81~% | 81~% | 81^%^
  81.25 percent | 81.3% | 81.3% | 81,3~% | 81,3~% | 81,3~% | 81.3^%^
  -9.4 percent | −9.4% | −9.4% | −9,4~% | −9,4~% | −9,4~% | ^−9.4^%^
  1234 percent | 1,230% | 1230% | 1_230~% | 1230~% | 1~230~% | 1,230^%^
  0.05 percent | 0.05% | 0.05% | 0,05~% | 0,05~% | 0,05~% | 0.05^%^
  137 plain exact | 137 | 137 | 137 | 137 | 137 | 137
  800000 plain exact | 800,000 | 80万 | 800_000 | 800.000 | 800~000 | 800,000
  1234567 plain exact | 1,234,567 | 123.4567万 | 1_234_567 | 1.234.567 | 1~234~567 | 1,234,567
  2500000 plain exact | 2.5~million | 250万 | 2,5~millions | 2,5~millones | 2,5~млн | 2.5~مليون
  12345 plain exact | 12,345 | 1.2345万 | 12_345 | 12.345 | 12~345 | 12,345
  81.5 plain 1 | 81.5 | 81.5 | 81,5 | 81,5 | 81,5 | 81.5
  1234.5 plain 2 | 1,234.50 | 1234.50 | 1_234,50 | 1234,50 | 1~234,50 | 1,234.50
  1500000 plain 0 | 1.5~million | 150万 | 1,5~million | 1,5~millones | 1,5~млн | 1.5~مليون
  1234567 plain 2s | 1.2~million | 120万 | 1,2~million | 1,2~millones | 1,2~млн | 1.2~مليون
  -273.15 plain exact | −273.15 | −273.15 | −273,15 | −273,15 | −273,15 | ^−273.15
`)

test.each(rows)(
  '$given is said as each language says it',
  ({ given: [value, unit, precision], expected }) => {
    const say = (lang: string) => saidWhole(Number(value), unitOf(unit), precisionOf(precision), lang)
    expect(inFigureLanguages(say)).toEqual(expected)
  },
)

function unitOf(name: string | undefined): Unit {
  if (name === 'people' || name === 'usd' || name === 'percent' || name === 'plain') return { kind: name }
  throw new Error(`expected a unit, got ${name}`)
}

function precisionOf(name: string | undefined): Precision {
  if (name === undefined) return usual
  if (name === 'exact') return { kind: 'exact' }
  return { kind: name.endsWith('s') ? 'significant' : 'decimals', digits: Number.parseInt(name, 10) }
}

describe('the parts of a figure', () => {
  const parts = (value: number, unit: Unit, lang: string) => {
    const { prefix, numeral, word } = said(value, unit, usual, lang)
    return [prefix, numeral, word].map(visibleSpaces)
  }

  it('are prefix, numeral and word, for sizes of their own', () => {
    expect(parts(17_794_781_986_104, { kind: 'usd' }, 'en')).toEqual(['US$', '17.8', 'trillion'])
    expect(parts(17_794_781_986_104, { kind: 'usd' }, 'zh-Hans')).toEqual(['', '17.8', '万亿美元'])
    expect(parts(1_410_710_000, { kind: 'people' }, 'en')).toEqual(['', '1.41', 'billion'])
    expect(parts(1_410_710_000, { kind: 'people' }, 'zh-Hans')).toEqual(['', '14.1', '亿'])
    expect(parts(12_614, { kind: 'usd' }, 'en')).toEqual(['US$', '12,600', ''])
    expect(parts(12_614, { kind: 'usd' }, 'zh-Hans')).toEqual(['', '1.26', '万美元'])
  })

  it('have the sign of percent in the numeral', () => {
    expect(parts(81, { kind: 'percent' }, 'en')).toEqual(['', '81%', ''])
    expect(parts(81, { kind: 'percent' }, 'fr')).toEqual(['', '81~%', ''])
  })

  it('have a minus before the whole amount', () => {
    expect(parts(-1.2e9, { kind: 'usd' }, 'en')).toEqual(['−US$', '1.20', 'billion'])
    expect(parts(-1.2e9, { kind: 'usd' }, 'ru')).toEqual(['', '−1,20', 'млрд~долл.~США'])
    expect(parts(-0.0001, { kind: 'percent' }, 'en')).toEqual(['', '−0.0001%', ''])
  })

  it('are without words in a language that has no table', () => {
    expect(parts(1_410_710_000, { kind: 'usd' }, 'de')).toEqual(['US$', '1_410_000_000', ''])
    expect(parts(1_410_710_000, { kind: 'people' }, 'zh-Hant')).toEqual(['', '1,410,000,000', ''])
  })
})

describe('a unit of the author', () => {
  const tonnes: Unit = {
    kind: 'own',
    prefix: new Map([['en', 'about']]),
    word: new Map([
      ['en', 'tonnes'],
      ['zh-Hans', '吨'],
      ['fr', 'tonnes'],
      ['es', 'toneladas'],
      ['ru', 'тонн'],
      ['ar', 'طن'],
    ]),
  }

  it('is joined to the number word as each language joins it', () => {
    const say = (lang: string) => saidWhole(2_345_678, tonnes, usual, lang)
    expect([...inFigureLanguages(say).values()]).toEqual([
      'about~2.35~million~tonnes',
      '235万吨',
      '2,35~millions~de~tonnes',
      '2,35~millones~de~toneladas',
      '2,35~млн~тонн',
      '2.35~مليون~طن',
    ])
  })

  it('is joined to a bare numeral', () => {
    const say = (lang: string) => saidWhole(26, tonnes, usual, lang)
    expect([...inFigureLanguages(say).values()]).toEqual([
      'about~26~tonnes',
      '26吨',
      '26~tonnes',
      '26~toneladas',
      '26~тонн',
      '26~طن',
    ])
  })

  it('is elided in French before a vowel', () => {
    const unit: Unit = { kind: 'own', prefix: new Map(), word: new Map([['fr', 'électeurs']]) }
    expect(visibleSpaces(saidWhole(3e6, unit, usual, 'fr'))).toBe('3,00~millions~d’électeurs')
  })

  it('is nothing in a language in which the author gives none', () => {
    const unit: Unit = { kind: 'own', prefix: new Map(), word: new Map([['zh-Hans', '个']]) }
    expect(said(137, unit, usual, 'en')).toEqual({ prefix: '', numeral: '137', word: '' })
    expect(said(137, unit, usual, 'zh-Hans')).toEqual({ prefix: '', numeral: '137', word: '个' })
  })
})

test.each([
  ['US$800,000', 'US$', '800,000', ''],
  ['80万美元', '', '80', '万美元'],
  ['204条', '', '204', '条'],
  ['137', '', '137', ''],
  ['81%', '', '81%', ''],
  ['81\u00a0%', '', '81\u00a0%', ''],
  ['over 20', 'over', '20', ''],
  ['20多个', '', '20', '多个'],
  ['1.41 billion', '', '1.41', 'billion'],
  ['−5 °C', '', '−5', '°C'],
  ['<0.1', '', '<0.1', ''],
  ['none', '', 'none', ''],
  ['2014–2017', '', '2014–2017', ''],
  ['15—17届', '', '15—17', '届'],
  ['G-20', 'G-', '20', ''],
  ['٨٠٠٬٠٠٠ دولار', '', '٨٠٠٬٠٠٠', 'دولار'],
  ['22nd to 24th', '', '22nd to 24th', ''],
])('%j as given has the parts %j, %j and %j', (display, prefix, numeral, word) => {
  expect(asGiven(display)).toEqual({ prefix, numeral, word })
})
