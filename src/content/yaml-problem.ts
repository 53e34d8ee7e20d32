import type { CST, YAMLError } from 'yaml'
import type { Hints } from '../base/report.ts'

/** What is wrong with the syntax of a YAML file, in an author's words; `start` and `end` are offsets in the file. */
export interface YamlProblem {
  readonly message: string
  readonly hints: Hints
  readonly start: number
  readonly end: number
}

/** Explains a complaint of the YAML parser; `tokens` are those of the file. */
export function explainYaml(error: YAMLError, tokens: readonly CST.Token[]): YamlProblem {
  const [start, end] = error.pos
  const opened = /^(?:Missing closing|Flow .* end with a )/.test(error.message) ? unclosed(tokens) : null
  if (opened !== null) return opened
  const known = explanations.find(({ said }) => said.test(error.message))
  const said = error.message.split('\n')[0] ?? ''
  return {
    message: known?.message ?? `this is no YAML: ${said.charAt(0).toLowerCase()}${said.slice(1)}`,
    hints: [known?.hint ?? 'check the indentation, the brackets and the quotes before this place'],
    start,
    end: Math.max(end, start + 1),
  }
}

interface Explanation {
  readonly said: RegExp
  readonly message: string
  readonly hint: string
}

/** The commonest ones; all have to do with what the author cannot see. */
const explanations: readonly Explanation[] = [
  {
    said: /^All (?:sequence|mapping) items must start|^Sequence item without -|^Unexpected block-(?:map|seq)/,
    message: 'this line is not indented like those beside it',
    hint: 'begin what stands side by side in the same column',
  },
  {
    said: /^Tabs are not allowed/,
    message: 'a tab stands in the indentation',
    hint: 'indent with spaces',
  },
  {
    said: /^Nested mappings are not allowed|^Implicit keys need/,
    message: 'a second `: ` stands in one line',
    hint: 'put a text that holds `: ` or begins with a special character in quotes; a reference may be `{ref:id}`',
  },
  {
    said: /^Implicit map keys need/,
    message: 'a key without a colon',
    hint: 'write `key: value`; check the indentation, if this is the rest of a text',
  },
  {
    said: /^Plain value cannot start with/,
    message: 'a text cannot begin with this character',
    hint: 'put the text in quotes',
  },
  {
    said: /^Missing , |^Unexpected (?:scalar|map-value-ind|flow-\S+|comma|alias|anchor|tag|\S+-quoted-scalar)\b/,
    message: 'something stands here that does not belong to what is before it',
    hint: 'put a text that holds brackets, quotes, `*`, `&` or `, ` in quotes, and check the brackets before this place',
  },
  {
    said: /^Invalid escape sequence/,
    message: 'an unknown escape with `\\`',
    hint: 'write `\\\\` for a backslash, or put the text in single quotes',
  },
  {
    said: /^Comments must be separated/,
    message: 'a comment begins right after something else',
    hint: 'put a space before `#`, or the text in quotes',
  },
]

/** The bracket or quote that opens last and is never closed: the parser misses its end only much further down. */
function unclosed(tokens: readonly CST.Token[]): YamlProblem | null {
  let last: CST.Token | null = null
  const waiting = [...tokens]
  for (let token = waiting.pop(); token !== undefined; token = waiting.pop()) {
    if (isUnclosed(token) && (last === null || token.offset > last.offset)) last = token
    if (token.type === 'document' && token.value) waiting.push(token.value)
    for (const { key, value } of 'items' in token ? token.items : []) {
      if (key) waiting.push(key)
      if (value) waiting.push(value)
    }
  }
  if (last === null) return null
  const open =
    'source' in last ? last.source.charAt(0) : last.type === 'flow-collection' ? last.start.source : ''
  const close = open === '{' ? '}' : open === '[' ? ']' : open
  const hint =
    open === close
      ? `write \`${close}\` at the end of the text`
      : `close it with \`${close}\`, in the same line or in one that is indented further`
  return { message: `\`${open}\` is never closed`, hints: [hint], start: last.offset, end: last.offset + 1 }
}

function isUnclosed(token: CST.Token): boolean {
  switch (token.type) {
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return token.source.length === 1 || !token.source.endsWith(token.source.charAt(0))
    case 'flow-collection':
      return !['}', ']'].includes(token.end[0]?.source ?? '')
    default:
      return false
  }
}
