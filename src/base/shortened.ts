/** Characters of a value in a message; a text that an author meant for a key may be a whole chapter. */
const longestValue = 160

/** Characters of a message or hint. */
const longestMessage = 1000

/** A message whose values, which stand in backquotes, and which itself are cut where they are too long to be read. */
export function shortened(message: string): string {
  if (message.length <= longestValue) return message
  const values = message.replace(/`[^`]+`/g, (value) => `\`${cut(value.slice(1, -1), longestValue)}\``)
  return cut(values, longestMessage)
}

/** The first characters of a text, never half of one, and an ellipsis for the rest. */
function cut(text: string, most: number): string {
  if (text.length <= most) return text
  const end = /[\ud800-\udbff]/.test(text.charAt(most - 1)) ? most - 1 : most
  return `${text.slice(0, end)}…`
}
