import { everything, lineHolders, paragraphHolders, textHolders } from './applies-to.ts'
import { leastFontSize } from './bounds.ts'
import type { Relative } from './longhands.ts'
import type { PropertyTable } from './property.ts'
import { keywords, length } from './property-kinds.ts'
import { keywordOf, splitAtCommas, toColor, toNumber, toPoints, type Words } from './value.ts'

const isInherited = true

/** What a theme says of type and of lines; all but the sizes to choose from is inherited. */
export const textProperties: PropertyTable<
  | 'font-family'
  | 'font-size'
  | 'bi-font-sizes'
  | 'font-weight'
  | 'font-style'
  | 'font-variant-numeric'
  | 'color'
  | 'line-height'
  | 'bi-baseline'
  | 'text-align'
  | 'text-indent'
  | 'text-wrap'
  | 'hyphens'
  | 'word-break'
  | 'line-break'
  | 'white-space'
  | 'text-autospace'
  | 'bi-autospace'
  | 'text-spacing-trim'
  | 'letter-spacing'
  | 'list-style-type'
> = {
  'font-family': {
    syntax: '[ <string> | <custom-ident>+ ]#',
    initial: 'serif',
    isInherited,
    field: 'fontFamily',
    appliesTo: textHolders,
    description: 'Names of font families; a character is set from the first one that has it.',
    compute: (words) => splitAtCommas(words).map(familyName),
  },
  'font-size': {
    syntax: '<length [0,∞]> | <percentage [0,∞]>',
    initial: '10pt',
    isInherited,
    field: 'fontSize',
    appliesTo: everything,
    description: "Size of the type; em, ic and % are shares of the parent's.",
    // Shares of shares may come to less than can be set.
    compute: ([word], { em }) => Math.max(leastFontSize, toPoints(word, em)),
  },
  'bi-font-sizes': {
    syntax: 'none | <length [0,∞]>+',
    initial: 'none',
    isInherited: false,
    field: 'fontSizes',
    appliesTo: ['block', 'cell', 'placed box'],
    description:
      'Sizes for the text that stands in a block: of each paragraph the first that lets it stand in one line is taken, else the last. Its lines stay as high.',
    compute: (words, { em }) =>
      keywordOf(words) === 'none' ? [] : words.map((word) => Math.max(leastFontSize, toPoints(word, em))),
  },
  'font-weight': {
    syntax: 'normal | bold | <integer [1,1000]>',
    initial: 'normal',
    isInherited,
    field: 'fontWeight',
    appliesTo: textHolders,
    description: 'Weight of the type: normal is 400, bold is 700.',
    compute: (words) => {
      const keyword = keywordOf(words)
      if (keyword === null) return toNumber(words[0])
      return keyword === 'bold' ? 700 : 400
    },
  },
  'font-style': keywords(['normal', 'italic'], {
    initial: 'normal',
    isInherited,
    field: 'fontStyle',
    appliesTo: textHolders,
    description: 'Whether the type is italic.',
  }),
  'font-variant-numeric': keywords(['normal', 'tabular-nums'], {
    initial: 'normal',
    isInherited,
    field: 'tabularNumbers',
    appliesTo: textHolders,
    description: 'Whether all digits are of one width, so that figures stand in columns.',
  }),
  color: {
    syntax: '<bi-color>',
    initial: 'black',
    isInherited,
    field: 'color',
    appliesTo: textHolders,
    description: 'Colour of the type.',
    compute: ([word], { color }) => toColor(word, color) ?? color,
  },
  'line-height': {
    syntax: '<number [0,∞]> | <length [0,∞]> | <percentage [0,∞]>',
    initial: '1.2',
    isInherited,
    field: 'lineHeight',
    appliesTo: lineHolders,
    description:
      'Distance from one baseline to the next; a plain number follows the size of whoever inherits it.',
    compute: ([word], { em }): Relative =>
      word?.kind === 'number' ? { kind: 'em', value: word.value } : { kind: 'pt', value: toPoints(word, em) },
  },
  'bi-baseline': {
    syntax: 'auto | <length>',
    initial: 'auto',
    isInherited,
    field: 'baseline',
    appliesTo: lineHolders,
    description: 'Distance from the top of a line to its baseline; auto centres the type in the line height.',
    compute: (words, { em }) => (keywordOf(words) === 'auto' ? null : toPoints(words[0], em)),
  },
  'text-align': keywords(['start', 'end', 'center', 'justify'], {
    initial: 'start',
    isInherited,
    field: 'textAlign',
    appliesTo: [...lineHolders, 'picture'],
    description:
      'Where lines stand in their measure; the last line of a justified paragraph stands at the start.',
  }),
  'text-indent': length('<length>', {
    initial: '0',
    isInherited,
    field: 'textIndent',
    appliesTo: paragraphHolders,
    description: 'Indent of the first line of a paragraph.',
  }),
  'text-wrap': keywords(['wrap', 'balance'], {
    initial: 'wrap',
    isInherited,
    field: 'textWrap',
    appliesTo: paragraphHolders,
    description: 'Whether the lines of a paragraph are made about equally long, as in titles.',
  }),
  hyphens: keywords(['none', 'auto'], {
    initial: 'none',
    isInherited,
    field: 'hyphens',
    appliesTo: textHolders,
    description: 'Whether words may be hyphenated by the patterns of their language.',
  }),
  'word-break': keywords(['normal', 'keep-all', 'break-all'], {
    initial: 'normal',
    isInherited,
    field: 'wordBreak',
    appliesTo: textHolders,
    description:
      'Whether lines may end between any two Han characters, only where the text marks a chance, or also inside words.',
  }),
  'line-break': keywords(['anywhere', 'loose', 'normal', 'strict'], {
    initial: 'normal',
    isInherited,
    field: 'lineBreak',
    appliesTo: textHolders,
    description: 'Which marks may not begin or end a line.',
  }),
  'white-space': keywords(['normal', 'nowrap', 'pre', 'pre-wrap'], {
    initial: 'normal',
    isInherited,
    field: 'whiteSpace',
    appliesTo: textHolders,
    description: 'Whether spaces and line ends of the text are kept, and whether lines may break.',
  }),
  'text-autospace': keywords(['normal', 'no-autospace'], {
    initial: 'normal',
    isInherited,
    field: 'autospace',
    appliesTo: textHolders,
    description: 'Whether Han and Latin characters are set apart.',
  }),
  'bi-autospace': {
    syntax: '<length [0,∞]>',
    initial: '0.25em',
    isInherited,
    field: 'autospace',
    appliesTo: textHolders,
    description:
      'How far Han and Latin characters are set apart; in em or ic it follows the size of whoever inherits it.',
    compute: ([word], { em }): Relative =>
      word?.kind === 'dimension' && (word.unit === 'em' || word.unit === 'ic')
        ? { kind: 'em', value: word.value }
        : { kind: 'pt', value: toPoints(word, em) },
  },
  'text-spacing-trim': keywords(['normal', 'space-all'], {
    initial: 'normal',
    isInherited,
    field: 'textSpacingTrim',
    appliesTo: textHolders,
    description: 'Whether full-width marks lose the blank half where they meet or end a line.',
  }),
  'letter-spacing': {
    syntax: 'normal | <length>',
    initial: 'normal',
    isInherited,
    field: 'letterSpacing',
    appliesTo: textHolders,
    description: 'Space added after each character.',
    compute: (words, { em }) => (keywordOf(words) === 'normal' ? 0 : toPoints(words[0], em)),
  },
  'list-style-type': {
    syntax: '<bi-counter-style> | <string>',
    initial: 'disc',
    isInherited,
    field: 'listStyle',
    appliesTo: paragraphHolders,
    description: 'What marks the items of a list: a bullet, their number in a style, or a text.',
    // A text keeps a quotation mark in front, so that the text "disc" is not the keyword.
    compute: (words) => {
      const word = words[0]
      if (word?.kind === 'string') return `"${word.text}`
      const keyword = keywordOf(words)
      return keyword === 'none' ? null : keyword
    },
  },
}

/** Unquoted names of several words are joined by single spaces (CSS Fonts 4, 2.1). */
function familyName(words: Words): string {
  return words
    .flatMap((word) => (word.kind === 'name' || word.kind === 'string' ? [word.text] : []))
    .join(' ')
}
