/** Characters of a value that a finding quotes: it is there to be recognised, and a theme may hold any length. */
const longestExcerpt = 60

/** The beginning of a text on one line, for findings; an ellipsis stands for what is left out. */
export function excerpt(text: string): string {
  // Two code units a character at most: the rest need not be taken apart.
  const characters = Array.from(text.slice(0, 2 * longestExcerpt + 2).replace(/\s+/g, ' '))
  const isWhole = text.length <= 2 * longestExcerpt && characters.length <= longestExcerpt
  return isWhole ? characters.join('') : `${characters.slice(0, longestExcerpt - 1).join('')}…`
}
