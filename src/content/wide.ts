/**
 * Whether a character is one of Chinese, Japanese or Korean writing, its punctuation included: letters and marks
 * without spaces between them. Ranges of Unicode blocks, so that no version of Node changes what a text means.
 */
export function isWide(codePoint: number): boolean {
  if (codePoint < 0x1100) return false
  return ranges.some(([first, last]) => first <= codePoint && codePoint <= last)
}

// Blocks of the scripts named in the CJK-friendly amendment to CommonMark, and their symbols and full-width forms.
const ranges: readonly (readonly [first: number, last: number])[] = [
  [0x1100, 0x11ff],
  [0x2e80, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7ff],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe4f],
  [0xff00, 0xffef],
  [0x16fe0, 0x18fff],
  [0x1b000, 0x1b2ff],
  [0x1f200, 0x1f2ff],
  [0x20000, 0x3ffff],
]
