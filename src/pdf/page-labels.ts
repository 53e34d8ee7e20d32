import type { PdfFile } from './document.ts'
import { type Syntax, textString } from './syntax.ts'

/** Pages from `from` on: a prefix, then a number that counts up from `start`; a null style has no number. */
export interface LabelRange {
  readonly from: number
  readonly prefix: string
  readonly style: 'D' | 'r' | 'R' | null
  readonly start: number
}

/** Writes the labels as a reader's page box shows them (ISO 32000-1, 12.4.2). */
export function writePageLabels(file: PdfFile, labels: readonly string[]): void {
  const numbers = labelRanges(labels).map((range) => `${range.from} ${labelDictionary(range)}`)
  file.write(file.reserveEntry('PageLabels'), `<</Nums[${numbers.join(' ')}]>>`)
}

/** The fewest ranges that say exactly these labels. */
export function labelRanges(labels: readonly string[]): readonly LabelRange[] {
  const ranges: LabelRange[] = []
  labels.forEach((label, index) => {
    const last = ranges.at(-1)
    if (last && labelIn(last, index) === label) return
    ranges.push({ from: index, ...parse(label) })
  })
  return ranges
}

/** What a range makes of the page with this index. */
export function labelIn(range: LabelRange, index: number): string {
  const number = range.start + index - range.from
  switch (range.style) {
    case null:
      return range.prefix
    case 'D':
      return `${range.prefix}${number}`
    case 'r':
      return range.prefix + roman(number)
    case 'R':
      return range.prefix + roman(number).toUpperCase()
  }
}

function parse(label: string): Omit<LabelRange, 'from'> {
  const decimal = /^(.*?)([1-9]\d{0,8})$/s.exec(label)
  if (decimal) return { prefix: decimal[1] ?? '', style: 'D', start: Number(decimal[2]) }
  for (let number = 1; number < romanLimit && /^[ivxlcdm]+$/i.test(label); number++) {
    if (roman(number) === label) return { prefix: '', style: 'r', start: number }
    if (roman(number).toUpperCase() === label) return { prefix: '', style: 'R', start: number }
  }
  return { prefix: label, style: null, start: 1 }
}

/** The first number that is not looked for as a Roman numeral: front matter is shorter; a letter alone beyond it (`d`, `m`) is rather a name. */
const romanLimit = 400

function roman(number: number): string {
  let [rest, numeral] = [number, '']
  for (const [value, letters] of romanLetters) {
    while (rest >= value) {
      numeral += letters
      rest -= value
    }
  }
  return numeral
}

const romanLetters: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

function labelDictionary({ style, prefix, start }: LabelRange): Syntax {
  const number = style ? `/S/${style}${start === 1 ? '' : `/St ${start}`}` : ''
  return `<<${number}${prefix === '' ? '' : `/P${textString(prefix)}`}>>`
}
