import { counting } from './applies-to.ts'
import type { CounterChange } from './longhands.ts'
import type { PropertyTable } from './property.ts'
import { keywordOf, type Words } from './value.ts'

const isInherited = false
const syntax = 'none | [ <custom-ident> <integer>? ]+'

/** What a theme says of counters. */
export const counterProperties: PropertyTable<'counter-reset' | 'counter-increment' | 'counter-set'> = {
  'counter-reset': {
    syntax,
    initial: 'none',
    isInherited,
    field: 'pageReset',
    appliesTo: counting,
    description:
      'Counters that begin anew, at 0 or a number, for the element, what follows beside it and what is in both. `page`, at 1 or a number, is the number of the page on which a container or passage begins a section.',
    compute: (words) =>
      changes(words, 0).map((change) => {
        return change.name === 'page' && !isNumbered(words, 'page') ? { ...change, value: 1 } : change
      }),
  },
  'counter-increment': {
    syntax,
    initial: 'none',
    isInherited,
    field: null,
    appliesTo: counting,
    description: 'Counters that go up, by 1 or a number; `list-item` goes up by itself with each list item.',
    compute: (words) => changes(words, 1),
  },
  'counter-set': {
    syntax,
    initial: 'none',
    isInherited,
    field: null,
    appliesTo: counting,
    description: 'Counters that get a value, 0 or a number, without beginning anew.',
    compute: (words) => changes(words, 0),
  },
}

function changes(words: Words, usual: number): readonly CounterChange[] {
  if (keywordOf(words) === 'none') return []
  return words.flatMap((word, index) => {
    if (word.kind !== 'name') return []
    const next = words[index + 1]
    return [{ name: word.text, value: next?.kind === 'number' ? next.value : usual }]
  })
}

function isNumbered(words: Words, name: string): boolean {
  return words.some((word, index) => {
    return word.kind === 'name' && word.text === name && words[index + 1]?.kind === 'number'
  })
}
