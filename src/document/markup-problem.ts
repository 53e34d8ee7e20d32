import type { Hints } from '../base/report.ts'

/** What is wrong with markup, in words for the author of a layout. */
export interface MarkupProblem {
  readonly message: string
  readonly hints: Hints
  /** Its offset in what was read. */
  readonly at: number
  /** Whether it is not there that one should look, but at the tag that the parser closed last. */
  readonly isAboutClosed: boolean
}

/** Where the markup parser is: what it has read, which elements are open, and which it closed last. */
export interface Progress {
  readonly read: string
  readonly open: readonly string[]
  readonly closed: string | null
}

/** Explains an error of the markup parser. */
export function explainMarkup(raw: string, { read, open, closed }: Progress): MarkupProblem {
  const at = read.length
  const stray = strayAmpersand(read)
  if (stray >= 0)
    return { message: 'an `&` that is no entity', hints: ['write `&amp;`'], at: stray, isAboutClosed: false }
  const [, said = raw] = /^(?:\d+:\d+: )?([\s\S]*?)\.?$/.exec(raw) ?? []
  if (said === 'unexpected close tag' && closed !== null) {
    const name = /<\/([^<>\s]+)\s*>$/.exec(read.slice(-longestName))?.[1] ?? ''
    if (!open.includes(name)) {
      const hint = `delete it, or open \`<${name}>\` before it`
      return { message: `\`</${name}>\` closes nothing`, hints: [hint], at, isAboutClosed: false }
    }
    const hint = `write \`</${closed}>\` or \`<${closed}/>\``
    return { message: `\`<${closed}>\` is not closed`, hints: [hint], at, isAboutClosed: true }
  }
  const known = explanations.get(said)
  const message = known?.message ?? `the markup is broken here: ${said}`
  return { message, hints: known?.hints ?? [checkTags], at, isAboutClosed: false }
}

/** Enough for every element's closing tag; a longer one is none of ours. */
const longestName = 200

/** The parser reads from an `&` on to the next semicolon, wherever that is, and blames what it finds there. */
function strayAmpersand(read: string): number {
  const blank = read.replace(/<!--[\s\S]*?-->/g, (comment) => ' '.repeat(comment.length))
  return blank.search(/&(?!#?[a-zA-Z0-9]+;)/)
}

const checkTags = 'check the tag before this place: its brackets, its quotes, and whether it is closed'

const outside: Explanation = {
  message: 'something stands outside `<html>`',
  hints: ['put it between `<html>` and `</html>`, or leave `<html>` away: it is put around everything'],
}

type Explanation = Pick<MarkupProblem, 'message' | 'hints'>

const explanations: ReadonlyMap<string, Explanation> = new Map<string, Explanation>([
  [
    'undefined entity',
    { message: 'an unknown `&…;`', hints: ['write the character itself, or `&amp;` for an ampersand'] },
  ],
  [
    'unquoted attribute value',
    { message: 'the value of an attribute has no quotes', hints: ['write `name="value"`'] },
  ],
  ['attribute without value', { message: 'an attribute has no value', hints: ['write `name="value"`'] }],
  ['documents may contain only one root', outside],
  ['text data outside of root node', outside],
])
