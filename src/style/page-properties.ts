import { counting, elements, pageStarts, paragraphHolders } from './applies-to.ts'
import type { Content } from './computed.ts'
import { type CounterStyle, isCounterStyle } from './counter-style.ts'
import type { PropertyTable } from './property.ts'
import { count, keywords } from './property-kinds.ts'
import { keywordOf, splitAtCommas, toNumber, type Word, type Words } from './value.ts'

const isInherited = false
const breaks = ['auto', 'avoid', 'page', 'recto', 'verso'] as const

/** What a theme says of pages, breaks, bookmarks and generated content. */
export const pageProperties: PropertyTable<
  | 'page'
  | 'break-before'
  | 'break-after'
  | 'break-inside'
  | 'bi-stand'
  | 'widows'
  | 'orphans'
  | 'bookmark-level'
  | 'string-set'
  | 'content'
> = {
  page: {
    syntax: 'auto | <custom-ident>',
    initial: 'auto',
    // Paged Media 3, 3.4: not inherited, but `auto` takes the value of the parent, which comes to the same.
    isInherited: true,
    field: 'page',
    appliesTo: pageStarts,
    description:
      'Name of the @page rule for the pages that a box stands on; a change of name begins a new page.',
    compute: (words, { page }) => {
      const word = words[0]
      return word?.kind !== 'name' || keywordOf(words) === 'auto' ? page : word.text
    },
  },
  'break-before': keywords(breaks, {
    initial: 'auto',
    isInherited,
    field: 'breakBefore',
    appliesTo: [...pageStarts, 'block', 'picture'],
    description:
      'Whether a new page begins before a box; recto and verso leave a page blank if they must. A block or picture knows avoid alone, a container all but avoid.',
  }),
  'break-after': keywords(breaks, {
    initial: 'auto',
    isInherited,
    field: 'breakAfter',
    appliesTo: [...pageStarts, 'block', 'picture'],
    description:
      'Whether a new page begins after a box; avoid keeps it with what follows, and is all that a block or picture knows.',
  }),
  'break-inside': keywords(['auto', 'avoid'], {
    initial: 'auto',
    isInherited,
    field: 'breakInside',
    appliesTo: ['container', 'passage', 'block', 'grid'],
    description: 'Whether a box may be divided between pages.',
  }),
  'bi-stand': keywords(['flow', 'foot'], {
    initial: 'flow',
    isInherited,
    field: 'stand',
    appliesTo: ['container', 'passage'],
    description:
      'Whether a container or passage follows what is before it, or stands with the rest on the foot of the last page.',
  }),
  widows: count({
    initial: '2',
    isInherited: true,
    field: 'widows',
    appliesTo: paragraphHolders,
    description: 'Fewest lines of a paragraph at the top of a page.',
  }),
  orphans: count({
    initial: '2',
    isInherited: true,
    field: 'orphans',
    appliesTo: paragraphHolders,
    description: 'Fewest lines of a paragraph at the foot of a page.',
  }),
  'bookmark-level': {
    syntax: 'none | <integer [1,6]>',
    initial: 'none',
    isInherited,
    field: 'bookmarkLevel',
    appliesTo: elements,
    description: 'Level of the bookmark that an element makes in the PDF, from 1.',
    compute: (words) => (keywordOf(words) === 'none' ? null : toNumber(words[0])),
  },
  'string-set': {
    syntax: 'none | [ <custom-ident> [ <string> | content() | attr( <custom-ident> ) ]+ ]#',
    initial: 'none',
    isInherited,
    field: 'stringSet',
    appliesTo: elements,
    description: 'Keeps a text under a name for the running heads of the pages from here on.',
    compute: (words) => (keywordOf(words) === 'none' ? [] : splitAtCommas(words).map(namedString)),
  },
  content: {
    syntax:
      'normal | none | [ <string> | content() | attr( <custom-ident> ) | string( <custom-ident> ) | strings( <custom-ident> , <string> ) | counter( <custom-ident> [ , <bi-counter-style> ]? ) | counters( <custom-ident> , <string> [ , <bi-counter-style> ]? ) | target-counter( attr( <custom-ident> ) , page ) | leader( [ dotted | solid | space | <string> ] ) ]+',
    initial: 'normal',
    isInherited,
    field: 'content',
    appliesTo: [...counting.filter((kind) => kind !== 'passage'), 'margin box'],
    description:
      'What stands in an element, before or after it, or in a margin box; there `strings(name, "separator")` is the text of that name in each language, in the order in which they stand.',
    compute: (words) => (keywordOf(words) === null ? words.map(piece) : null),
  },
}

function namedString([name, ...value]: Words) {
  return { name: nameIn(name), value: value.map(piece) }
}

function piece(word: Word): Content {
  if (word.kind === 'string') return { kind: 'text', text: word.text }
  if (word.kind !== 'function') throw new Error(`no piece of content: ${JSON.stringify(word)}`)
  const [first, , second, , third] = word.words
  switch (word.name) {
    case 'content':
      return { kind: 'content' }
    case 'attr':
      return { kind: 'attr', name: nameIn(first) }
    case 'string':
      return { kind: 'string', name: nameIn(first) }
    case 'strings':
      return {
        kind: 'strings',
        name: nameIn(first),
        separator: second?.kind === 'string' ? second.text : '',
      }
    case 'counter':
      return { kind: 'counter', name: nameIn(first), style: styleIn(second) }
    case 'counters': {
      const separator = second?.kind === 'string' ? second.text : ''
      return { kind: 'counters', name: nameIn(first), separator, style: styleIn(third) }
    }
    case 'target-counter': {
      const attr = first?.kind === 'function' ? nameIn(first.words[0]) : nameIn(first)
      return { kind: 'target-counter', attr, name: nameIn(second).toLowerCase() }
    }
    case 'leader':
      return {
        kind: 'leader',
        text: first?.kind === 'string' ? first.text : (leaders[nameIn(first).toLowerCase()] ?? ''),
      }
    default:
      throw new Error(`the grammar let the function ${word.name} pass`)
  }
}

function styleIn(word: Word | undefined): CounterStyle | null {
  const name = word?.kind === 'name' ? word.text.toLowerCase() : ''
  return isCounterStyle(name) ? name : null
}

/** CSS GCPM 3, 4.1. */
const leaders: Readonly<Record<string, string>> = { dotted: '. ', solid: '_', space: ' ' }

function nameIn(word: Word | undefined): string {
  if (word?.kind !== 'name') throw new Error(`expected a name, not ${JSON.stringify(word)}`)
  return word.text
}
