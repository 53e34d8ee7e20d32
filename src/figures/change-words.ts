import type { Tongue } from './convention.ts'
import { isRange, type Period, years } from './period.ts'

/** What became of a value, with its amount printed. */
export type Change =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'percent'
      readonly isRise: boolean
      /** Of people: Chinese has a word of its own for their becoming fewer. */
      readonly isPeople: boolean
      readonly bound: Bound
      /** With the sign of percent. */
      readonly amount: string
    }
  | {
      readonly kind: 'points'
      readonly isRise: boolean
      readonly bound: Bound
      readonly amount: string
      /** The same as a number, for the plural. */
      readonly count: number
    }
  | { readonly kind: 'times'; readonly amount: string; readonly count: number }

/**
 * Whether it is less than the amount, the smallest that is printed, or more than it: all but the whole is gone. Null: it
 * is the amount, rounded.
 */
type Bound = 'less' | 'more' | null

/** The sentence of each language about a change since a period. */
export const changePhrases: Readonly<Record<Tongue, (change: Change, since: Period) => string>> = {
  en: english,
  zh: chinese,
  fr: french,
  es: spanish,
  ru: russian,
  ar: arabic,
  plain,
}

function english(change: Change, since: Period): string {
  const when = years(since, 'en')
  if (change.kind === 'none') return `unchanged since ${when}`
  if (change.kind === 'times') return `${change.amount} times the ${when} value`
  const unit = change.kind === 'percent' ? '' : ` percentage point${change.count === 1 ? '' : 's'}`
  const direction = change.isRise ? 'up' : 'down'
  return `${direction} ${bounded(change, 'less than ', 'more than ')}${change.amount}${unit} since ${when}`
}

function chinese(change: Change, since: Period): string {
  const when = `${years(since, 'zh-Hans')}年`
  switch (change.kind) {
    case 'none':
      return `与${when}持平`
    case 'times':
      // 为, not 增长: 增长49倍 would be fifty times.
      return `为${when}的${change.amount}倍`
    case 'points':
      return `比${when}${change.isRise ? '提高' : '下降'}${bounded(change, '不到', '超过')}${change.amount}个百分点`
    case 'percent': {
      const verb = change.isRise ? '增长' : change.isPeople ? '减少' : '下降'
      return `比${when}${verb}${bounded(change, '不到', '超过')}${change.amount}`
    }
  }
}

function french(change: Change, since: Period): string {
  const when = years(since, 'fr')
  if (change.kind === 'none') return `sans changement depuis ${when}`
  if (change.kind === 'times') return `${change.amount} fois la valeur de ${when}`
  const unit = change.kind === 'percent' ? '' : ` point${change.count < 2 ? '' : 's'} de pourcentage`
  const direction = change.isRise ? 'en hausse' : 'en baisse'
  return `${direction} de ${bounded(change, 'moins de ', 'plus de ')}${change.amount}${unit} depuis ${when}`
}

function spanish(change: Change, since: Period): string {
  const when = years(since, 'es')
  if (change.kind === 'none') return `sin cambios desde ${when}`
  if (change.kind === 'times') return `${change.amount} veces el valor de ${when}`
  const isOne = change.kind === 'points' && change.count === 1
  const points = isOne ? ' punto porcentual' : ' puntos porcentuales'
  const amount = change.kind === 'percent' ? `un ${change.amount}` : `${change.amount}${points}`
  return `${bounded(change, 'menos de ', 'más de ')}${amount} ${change.isRise ? 'más' : 'menos'} que en ${when}`
}

function russian(change: Change, since: Period): string {
  const when = years(since, 'ru')
  const from = `с ${when} ${isRange(since) ? 'годов' : 'года'}`
  if (change.kind === 'none') return `без изменений ${from}`
  if (change.kind === 'times') {
    const isFew = /(?:^|[^1])[234]$/.test(`${change.count}`)
    const then = `${when} ${isRange(since) ? 'годах' : 'году'}`
    return `в ${change.amount} ${isFew ? 'раза' : 'раз'} больше, чем в ${then}`
  }
  const unit = change.kind === 'percent' ? '' : '\u00a0п.\u00a0п.'
  const bound = bounded(change, 'менее чем ', 'более чем ')
  return `${change.isRise ? 'рост' : 'снижение'} ${bound}на ${change.amount}${unit} ${from}`
}

function arabic(change: Change, since: Period): string {
  const when = `${isRange(since) ? 'الفترة' : 'عام'} ${years(since, 'ar')}`
  switch (change.kind) {
    case 'none':
      return `دون تغيير منذ ${when}`
    case 'times':
      return arabicTimes(change.amount, change.count, when)
    case 'percent':
    case 'points': {
      const direction = change.isRise ? 'زيادة' : 'انخفاض'
      const by = change.kind === 'percent' ? 'بنسبة' : 'بمقدار'
      const bound =
        change.kind === 'percent'
          ? bounded(change, 'تقل عن ', 'تزيد على ')
          : bounded(change, 'يقل عن ', 'يزيد على ')
      const unit = change.kind === 'percent' ? '' : ` ${isFewInArabic(change.count) ? 'نقاط' : 'نقطة'} مئوية`
      return `${direction} ${by} ${bound}${change.amount}${unit} منذ ${when}`
    }
  }
}

/** مثل is once as much; ضعف, which is also used, can mean twice. */
function arabicTimes(amount: string, count: number, when: string): string {
  if (isFewInArabic(count)) return `${amount} أمثال قيمة ${when}`
  return count % 100 >= 11 ? `${amount} مثلًا لقيمة ${when}` : `${amount} مثل قيمة ${when}`
}

/** CLDR 48, plurals of `ar`. */
function isFewInArabic(count: number): boolean {
  return Number.isInteger(count) && count % 100 >= 3 && count % 100 <= 10
}

/** Without words: `+24% (1990)`. */
function plain(change: Change, since: Period): string {
  const when = `(${years(since, 'und')})`
  if (change.kind === 'none') return `±0 ${when}`
  if (change.kind === 'times') return `×${change.amount} ${when}`
  const sign = change.isRise ? '+' : '\u2212'
  // Less of a fall is the greater number.
  const [smaller, greater] = change.isRise ? ['<', '>'] : ['>', '<']
  return `${bounded(change, smaller, greater)}${sign}${change.amount} ${when}`
}

function bounded({ bound }: { readonly bound: Bound }, less: string, more: string): string {
  if (bound === null) return ''
  return bound === 'less' ? less : more
}
