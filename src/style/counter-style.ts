/** How numbers are written: names of CSS Counter Styles 3. */
export type CounterStyle = (typeof counterStyles)[number]

export const counterStyles = [
  'decimal',
  'decimal-leading-zero',
  'lower-roman',
  'upper-roman',
  'lower-alpha',
  'upper-alpha',
  'lower-latin',
  'upper-latin',
  'cjk-ideographic',
  'simp-chinese-informal',
  'disc',
  'circle',
  'square',
  'none',
] as const

export function isCounterStyle(name: string): name is CounterStyle {
  return counterStyles.some((known) => known === name)
}

/** A whole number in a style; what the style has no sign for is written in figures. */
export function counterText(value: number, style: CounterStyle): string {
  switch (style) {
    case 'decimal':
      return figures(value)
    case 'decimal-leading-zero':
      return figures(value).padStart(2, '0')
    case 'lower-roman':
      return roman(value)?.toLowerCase() ?? figures(value)
    case 'upper-roman':
      return roman(value) ?? figures(value)
    case 'lower-alpha':
    case 'lower-latin':
      return alphabetic(value)?.toLowerCase() ?? figures(value)
    case 'upper-alpha':
    case 'upper-latin':
      return alphabetic(value) ?? figures(value)
    case 'cjk-ideographic':
    case 'simp-chinese-informal':
      return chinese(value) ?? figures(value)
    case 'disc':
      return '•'
    case 'circle':
      return '◦'
    case 'square':
      return '▪'
    case 'none':
      return ''
  }
}

/** What a list's marker has after the number (CSS Counter Styles 3, 6 and 7). */
export function counterSuffix(style: CounterStyle): string {
  switch (style) {
    case 'disc':
    case 'circle':
    case 'square':
    case 'none':
      return ''
    case 'cjk-ideographic':
    case 'simp-chinese-informal':
      return '、'
    default:
      return '.'
  }
}

function figures(value: number): string {
  return value < 0 ? `-${-value}` : String(value)
}

const romanSigns: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** From 1 to 3999. */
function roman(value: number): string | null {
  if (value < 1 || value > 3999) return null
  let rest = value
  let text = ''
  for (const [worth, sign] of romanSigns) {
    while (rest >= worth) {
      text += sign
      rest -= worth
    }
  }
  return text
}

/** A to Z, AA to ZZ, and so on: from 1. */
function alphabetic(value: number): string | null {
  if (value < 1) return null
  let text = ''
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    text = String.fromCharCode(65 + ((rest - 1) % 26)) + text
  }
  return text
}

const digits = '零一二三四五六七八九'
const units = ['', '十', '百', '千']

/** Up to 9999 either way (CSS Counter Styles 3, 7.1.1). */
function chinese(value: number): string | null {
  if (Math.abs(value) > 9999) return null
  if (value < 0) return `负${chinese(-value)}`
  const written = Array.from(String(value), Number)
  let text = ''
  for (const [index, digit] of written.entries()) {
    const unit = units[written.length - 1 - index] ?? ''
    if (digit > 0) text += `${digits[digit]}${unit}`
    // Zeros next to each other are one; those at the end are none.
    else if (written.slice(index + 1).some((later) => later > 0) && !text.endsWith('零')) text += '零'
  }
  if (value === 0) return '零'
  return value >= 10 && value < 20 ? text.slice(1) : text
}
