/** What is wrong with markup, in words for the author of a layout. */
export interface MarkupProblem {
  readonly message: string
  readonly hints: readonly string[]
  /** Whether the tag that the parser closed last is the one to look at. */
  readonly isAboutClosed: boolean
}

/**
 * Explains an error of the markup parser. `before` is the markup up to it, `open` are the elements that are open still,
 * and `closed` is the one that the parser closed last, perhaps because it had to.
 */
export function explainMarkup(
  raw: string,
  before: string,
  open: readonly string[],
  closed: string | null,
): MarkupProblem {
  const [, said = raw] = /^(?:\d+:\d+: )?([\s\S]*?)\.?$/.exec(raw) ?? []
  if (said === 'unexpected close tag' && closed !== null) {
    const name = /<\/([^<>\s]+)\s*>$/.exec(before.slice(-200))?.[1] ?? ''
    return open.includes(name) ? notClosed(closed) : problem(`\`</${name}>\` closes nothing`)
  }
  const unclosed = /^unclosed tag: (.+)$/.exec(said)?.[1]
  if (unclosed !== undefined) return notClosed(unclosed)
  const known = explanations.get(said)
  return problem(known?.message ?? `the markup is broken here: ${said}`, ...(known?.hints ?? []))
}

const explanations: ReadonlyMap<string, { readonly message: string; readonly hints: readonly string[] }> =
  new Map([
    [
      'undefined entity',
      { message: 'an unknown `&…;`', hints: ['write the character itself, or `&amp;` for an ampersand'] },
    ],
    ['empty entity name', { message: 'an `&` that is no entity', hints: ['write `&amp;`'] }],
    [
      'disallowed character in entity name',
      { message: 'an `&` that is no entity', hints: ['write `&amp;`'] },
    ],
    [
      'unquoted attribute value',
      { message: 'the value of an attribute has no quotes', hints: ['write `name="value"`'] },
    ],
    ['attribute without value', { message: 'an attribute has no value', hints: ['write `name="value"`'] }],
  ])

function notClosed(name: string): MarkupProblem {
  return {
    message: `\`<${name}>\` is not closed`,
    hints: [`write \`</${name}>\` or \`<${name}/>\``],
    isAboutClosed: true,
  }
}

function problem(message: string, ...hints: readonly string[]): MarkupProblem {
  return { message, hints, isAboutClosed: false }
}
