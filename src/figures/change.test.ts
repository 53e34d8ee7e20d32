import fc from 'fast-check'
import { expect, test } from 'vitest'
import { figureRows, inFigureLanguages } from '../testing/figure-rows.ts'
import { changeWords } from './change.ts'
import type { Unit } from './unit.ts'

// The first value, the last one, their unit; `-`: nothing is said. The first rows are those of the reference sheets.
const rows = figureRows(`
  1135185000 1410710000 people | up 24% since 1990 | 比1990年增长24% | en hausse de 24~% depuis 1990 | un 24~% más que en 1990 | рост на 24~% с 1990 года | زيادة بنسبة 24^%^ منذ عام 1990
  111812 101323 people | down 9.4% since 1990 | 比1990年减少9.4% | en baisse de 9,4~% depuis 1990 | un 9,4~% menos que en 1990 | снижение на 9,4~% с 1990 года | انخفاض بنسبة 9.4^%^ منذ عام 1990
  23475 33860 people | up 44% since 1990 | 比1990年增长44% | en hausse de 44~% depuis 1990 | un 44~% más que en 1990 | рост на 44~% с 1990 года | زيادة بنسبة 44^%^ منذ عام 1990
  100 50 people | down 50% since 1990 | 比1990年减少50% | en baisse de 50~% depuis 1990 | un 50~% menos que en 1990 | снижение на 50~% с 1990 года | انخفاض بنسبة 50^%^ منذ عام 1990
  100 99 people | down 1.0% since 1990 | 比1990年减少1.0% | en baisse de 1,0~% depuis 1990 | un 1,0~% menos que en 1990 | снижение на 1,0~% с 1990 года | انخفاض بنسبة 1.0^%^ منذ عام 1990
  240000000 1066000000 usd | up 344% since 1990 | 比1990年增长344% | en hausse de 344~% depuis 1990 | un 344~% más que en 1990 | рост на 344~% с 1990 года | زيادة بنسبة 344^%^ منذ عام 1990
  360858 17794782 usd | 49 times the 1990 value | 为1990年的49倍 | 49 fois la valeur de 1990 | 49 veces el valor de 1990 | в 49 раз больше, чем в 1990 году | 49 مثلًا لقيمة عام 1990
  318 12614 usd | 40 times the 1990 value | 为1990年的40倍 | 40 fois la valeur de 1990 | 40 veces el valor de 1990 | в 40 раз больше, чем в 1990 году | 40 مثلًا لقيمة عام 1990
  2150 10520 usd | up 389% since 1990 | 比1990年增长389% | en hausse de 389~% depuis 1990 | un 389~% más que en 1990 | рост на 389~% с 1990 года | زيادة بنسبة 389^%^ منذ عام 1990
  100 90.6 usd | down 9.4% since 1990 | 比1990年下降9.4% | en baisse de 9,4~% depuis 1990 | un 9,4~% menos que en 1990 | снижение на 9,4~% с 1990 года | انخفاض بنسبة 9.4^%^ منذ عام 1990
  100 109.94 usd | up 9.9% since 1990 | 比1990年增长9.9% | en hausse de 9,9~% depuis 1990 | un 9,9~% más que en 1990 | рост на 9,9~% с 1990 года | زيادة بنسبة 9.9^%^ منذ عام 1990
  100 109.95 usd | up 10% since 1990 | 比1990年增长10% | en hausse de 10~% depuis 1990 | un 10~% más que en 1990 | рост на 10~% с 1990 года | زيادة بنسبة 10^%^ منذ عام 1990
  100 110.5 usd | up 11% since 1990 | 比1990年增长11% | en hausse de 11~% depuis 1990 | un 11~% más que en 1990 | рост на 11~% с 1990 года | زيادة بنسبة 11^%^ منذ عام 1990
  100 105 usd | up 5.0% since 1990 | 比1990年增长5.0% | en hausse de 5,0~% depuis 1990 | un 5,0~% más que en 1990 | рост на 5,0~% с 1990 года | زيادة بنسبة 5.0^%^ منذ عام 1990
  1 9.99 usd | up 899% since 1990 | 比1990年增长899% | en hausse de 899~% depuis 1990 | un 899~% más que en 1990 | рост на 899~% с 1990 года | زيادة بنسبة 899^%^ منذ عام 1990
  1 10 usd | 10 times the 1990 value | 为1990年的10倍 | 10 fois la valeur de 1990 | 10 veces el valor de 1990 | в 10 раз больше, чем в 1990 году | 10 أمثال قيمة عام 1990
  1 10.4 usd | 10 times the 1990 value | 为1990年的10倍 | 10 fois la valeur de 1990 | 10 veces el valor de 1990 | в 10 раз больше, чем в 1990 году | 10 أمثال قيمة عام 1990
  1 21 usd | 21 times the 1990 value | 为1990年的21倍 | 21 fois la valeur de 1990 | 21 veces el valor de 1990 | в 21 раз больше, чем в 1990 году | 21 مثلًا لقيمة عام 1990
  1 22 usd | 22 times the 1990 value | 为1990年的22倍 | 22 fois la valeur de 1990 | 22 veces el valor de 1990 | в 22 раза больше, чем в 1990 году | 22 مثلًا لقيمة عام 1990
  1 112 usd | 112 times the 1990 value | 为1990年的112倍 | 112 fois la valeur de 1990 | 112 veces el valor de 1990 | в 112 раз больше, чем в 1990 году | 112 مثلًا لقيمة عام 1990
  1 100 usd | 100 times the 1990 value | 为1990年的100倍 | 100 fois la valeur de 1990 | 100 veces el valor de 1990 | в 100 раз больше, чем в 1990 году | 100 مثل قيمة عام 1990
  1 104 usd | 104 times the 1990 value | 为1990年的104倍 | 104 fois la valeur de 1990 | 104 veces el valor de 1990 | в 104 раза больше, чем в 1990 году | 104 أمثال قيمة عام 1990
  1 1234 usd | 1,234 times the 1990 value | 为1990年的1234倍 | 1_234 fois la valeur de 1990 | 1234 veces el valor de 1990 | в 1~234 раза больше, чем в 1990 году | 1,234 مثلًا لقيمة عام 1990
  5 5 usd | unchanged since 1990 | 与1990年持平 | sans changement depuis 1990 | sin cambios desde 1990 | без изменений с 1990 года | دون تغيير منذ عام 1990
  0 0 usd | unchanged since 1990 | 与1990年持平 | sans changement depuis 1990 | sin cambios desde 1990 | без изменений с 1990 года | دون تغيير منذ عام 1990
  100000 100001 usd | up less than 0.1% since 1990 | 比1990年增长不到0.1% | en hausse de moins de 0,1~% depuis 1990 | menos de un 0,1~% más que en 1990 | рост менее чем на 0,1~% с 1990 года | زيادة بنسبة تقل عن 0.1^%^ منذ عام 1990
  100000 99999 people | down less than 0.1% since 1990 | 比1990年减少不到0.1% | en baisse de moins de 0,1~% depuis 1990 | menos de un 0,1~% menos que en 1990 | снижение менее чем на 0,1~% с 1990 года | انخفاض بنسبة تقل عن 0.1^%^ منذ عام 1990
  100000 1 usd | down more than 99.9% since 1990 | 比1990年下降超过99.9% | en baisse de plus de 99,9~% depuis 1990 | más de un 99,9~% menos que en 1990 | снижение более чем на 99,9~% с 1990 года | انخفاض بنسبة تزيد على 99.9^%^ منذ عام 1990
  100 0 usd | down 100% since 1990 | 比1990年下降100% | en baisse de 100~% depuis 1990 | un 100~% menos que en 1990 | снижение на 100~% с 1990 года | انخفاض بنسبة 100^%^ منذ عام 1990
  0 5 usd | - | - | - | - | - | -
  -1 5 usd | - | - | - | - | - | -
  5 -1 usd | - | - | - | - | - | -
  -5 -1 usd | - | - | - | - | - | -
  81.2 81.3 percent | up 0.1 percentage points since 1990 | 比1990年提高0.1个百分点 | en hausse de 0,1 point de pourcentage depuis 1990 | 0,1 puntos porcentuales más que en 1990 | рост на 0,1~п.~п. с 1990 года | زيادة بمقدار 0.1 نقطة مئوية منذ عام 1990
  50 45 percent | down 5 percentage points since 1990 | 比1990年下降5个百分点 | en baisse de 5 points de pourcentage depuis 1990 | 5 puntos porcentuales menos que en 1990 | снижение на 5~п.~п. с 1990 года | انخفاض بمقدار 5 نقاط مئوية منذ عام 1990
  50 51 percent | up 1 percentage point since 1990 | 比1990年提高1个百分点 | en hausse de 1 point de pourcentage depuis 1990 | 1 punto porcentual más que en 1990 | рост на 1~п.~п. с 1990 года | زيادة بمقدار 1 نقطة مئوية منذ عام 1990
  50 52 percent | up 2 percentage points since 1990 | 比1990年提高2个百分点 | en hausse de 2 points de pourcentage depuis 1990 | 2 puntos porcentuales más que en 1990 | рост на 2~п.~п. с 1990 года | زيادة بمقدار 2 نقطة مئوية منذ عام 1990
  10 25.5 percent | up 16 percentage points since 1990 | 比1990年提高16个百分点 | en hausse de 16 points de pourcentage depuis 1990 | 16 puntos porcentuales más que en 1990 | рост на 16~п.~п. с 1990 года | زيادة بمقدار 16 نقطة مئوية منذ عام 1990
  -2 3 percent | up 5 percentage points since 1990 | 比1990年提高5个百分点 | en hausse de 5 points de pourcentage depuis 1990 | 5 puntos porcentuales más que en 1990 | рост на 5~п.~п. с 1990 года | زيادة بمقدار 5 نقاط مئوية منذ عام 1990
  81.2 81.21 percent | up less than 0.1 percentage points since 1990 | 比1990年提高不到0.1个百分点 | en hausse de moins de 0,1 point de pourcentage depuis 1990 | menos de 0,1 puntos porcentuales más que en 1990 | рост менее чем на 0,1~п.~п. с 1990 года | زيادة بمقدار يقل عن 0.1 نقطة مئوية منذ عام 1990
`)

test.each(rows)('$given is a change that each language words', ({ given: [first, last, unit], expected }) => {
  const say = (lang: string) => changeWords(Number(first), Number(last), 1990, unitOf(unit), lang) ?? '-'
  expect(inFigureLanguages(say)).toEqual(expected)
})

function unitOf(name: string | undefined): Unit {
  if (name === 'people' || name === 'usd' || name === 'percent' || name === 'plain') return { kind: name }
  throw new Error(`expected a unit, got ${name}`)
}

test('a change since a range of years names it', () => {
  const since = { from: 2000, to: 2004 }
  const say = (first: number, last: number) => [
    ...inFigureLanguages((lang) => changeWords(first, last, since, { kind: 'usd' }, lang) ?? '-').values(),
  ]
  expect(say(100, 124)).toEqual([
    'up 24% since 2000–2004',
    '比2000—2004年增长24%',
    'en hausse de 24~% depuis 2000–2004',
    'un 24~% más que en 2000–2004',
    'рост на 24~% с 2000–2004 годов',
    'زيادة بنسبة 24^%^ منذ الفترة 2000–2004',
  ])
  expect(say(1, 49)[4]).toBe('в 49 раз больше, чем в 2000–2004 годах')
})

test('a language without words has signs', () => {
  const say = (first: number, last: number, unit: Unit) => changeWords(first, last, 1990, unit, 'de')
  expect([
    say(100, 124, { kind: 'usd' }),
    say(100, 90.6, { kind: 'usd' }),
    say(1, 49, { kind: 'usd' }),
    say(1, 1, { kind: 'usd' }),
    say(100000, 100001, { kind: 'usd' }),
    say(100000, 99999, { kind: 'usd' }),
    say(50, 45, { kind: 'percent' }),
  ]).toEqual([
    '+24% (1990)',
    '−9.4% (1990)',
    '×49 (1990)',
    '±0 (1990)',
    '<+0.1% (1990)',
    '>−0.1% (1990)',
    '−5 (1990)',
  ])
})

test('a rise is never worded as a fall, nor a part as the whole', () => {
  const size = fc.integer({ min: 1, max: 10 ** 12 })
  fc.assert(
    fc.property(size, size, (first, last) => {
      const words = changeWords(first, last, 1990, { kind: 'usd' }, 'en') ?? ''
      const direction = last > first ? /^up|times/ : last < first ? /^down/ : /^unchanged/
      expect(words).toMatch(direction)
      expect(words).not.toMatch(/down 100%/)
    }),
  )
})
