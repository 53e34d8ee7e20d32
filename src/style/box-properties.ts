import { decorated, everything, type Kind } from './applies-to.ts'
import { clamp } from './bounds.ts'
import type { Display } from './computed.ts'
import type { PropertyTable } from './property.ts'
import { ink, keywords, length, lengthOrAuto, size } from './property-kinds.ts'
import { pointsOf } from './sum.ts'
import { toColor, toLength } from './value.ts'

const displays = [
  'block',
  'inline',
  'inline-block',
  'list-item',
  'run-in',
  'table',
  'table-header-group',
  'table-row-group',
  'table-row',
  'table-cell',
  'table-caption',
  'grid',
  'contents',
  'none',
] as const satisfies readonly Display[]

type Edge = 'top' | 'right' | 'bottom' | 'left'
const isInherited = false

const spaced = {
  margin: ['container', 'passage', 'across', 'block', 'picture', 'margin box'],
  padding: decorated,
} as const satisfies Record<string, readonly Kind[]>

/** What moves its content to the right or left; of containers and passages, margins move the border and the tint. */
const indented = {
  margin: ['container', 'passage', 'across', 'block', 'text', 'picture', 'placed box'],
  padding: ['across', 'block', 'cell', 'text', 'placed box'],
} as const satisfies Record<string, readonly Kind[]>

const ruled = {
  border: decorated,
  columnRule: ['container', 'passage'],
} as const satisfies Record<string, readonly Kind[]>

/** What a theme says of boxes: kind, place, size, space around them, rules and tints. */
export const boxProperties: PropertyTable<
  | 'display'
  | 'position'
  | Edge
  | 'width'
  | 'height'
  | 'min-height'
  | 'max-width'
  | 'max-height'
  | 'object-fit'
  | `margin-${Edge}`
  | `padding-${Edge}`
  | `border-${Edge}-${'width' | 'style' | 'color'}`
  | 'background-color'
  | `column-rule-${'width' | 'style' | 'color'}`
  | 'vertical-align'
> = {
  display: keywords(displays, {
    initial: 'inline',
    isInherited,
    field: 'display',
    appliesTo: everything,
    description:
      'What kind of box an element makes; a run-in stands at the start of the paragraph that follows it, contents makes none: what is in it stands in what is around it.',
  }),
  position: keywords(['static', 'absolute'], {
    initial: 'static',
    isInherited,
    field: 'position',
    appliesTo: ['placed box'],
    description: 'Whether a box stands in the flow or where top, right, bottom and left put it.',
  }),
  top: lengthOrAuto(inset('top')),
  right: lengthOrAuto(inset('right')),
  bottom: lengthOrAuto(inset('bottom')),
  left: lengthOrAuto(inset('left')),
  width: size('auto', {
    initial: 'auto',
    isInherited,
    field: 'width',
    appliesTo: ['table', 'cell', 'inline-block', 'picture', 'placed box'],
    description: 'Width of a box; auto fills the measure. Of a block, its margins say how wide it is.',
  }),
  height: size('auto', {
    initial: 'auto',
    isInherited,
    field: 'height',
    appliesTo: ['block', 'grid', 'row', 'cell', 'picture', 'placed box'],
    description:
      'Height of a box; auto is that of its content. A share is for pictures, placed boxes and grids that stand between passages alone: theirs is of the text area.',
  }),
  'min-height': length('<length [0,∞]>', {
    initial: '0',
    isInherited,
    field: 'minHeight',
    appliesTo: ['passage', 'block', 'grid', 'row', 'cell', 'placed box'],
    description: 'Least height of a box.',
  }),
  'max-width': size('none', {
    initial: 'none',
    isInherited,
    field: 'maxWidth',
    appliesTo: ['picture'],
    description: 'Greatest width of a picture; none: as wide as its pixels or its width say.',
  }),
  'max-height': size('none', {
    initial: 'none',
    isInherited,
    field: 'maxHeight',
    appliesTo: ['picture'],
    description:
      'Greatest height of a picture; none: it follows from the width. A share is of the text area.',
  }),
  'object-fit': keywords(['contain', 'cover', 'fill', 'none', 'scale-down'], {
    initial: 'contain',
    isInherited,
    field: 'objectFit',
    appliesTo: ['picture'],
    description:
      'How a picture fills a box whose width and height are both given: contain and scale-down leave no blank beside it, cover and none cut off what goes beyond.',
  }),
  'margin-top': length('<length>', space('margin', 'top')),
  'margin-right': length('<length>', space('margin', 'right')),
  'margin-bottom': length('<length>', space('margin', 'bottom')),
  'margin-left': length('<length>', space('margin', 'left')),
  'padding-top': length('<length [0,∞]>', space('padding', 'top')),
  'padding-right': length('<length [0,∞]>', space('padding', 'right')),
  'padding-bottom': length('<length [0,∞]>', space('padding', 'bottom')),
  'padding-left': length('<length [0,∞]>', space('padding', 'left')),
  'border-top-width': ruleWidth('border', 'Width of the rule at the top of a box.'),
  'border-right-width': ruleWidth('border', 'Width of the rule at the right of a box.'),
  'border-bottom-width': ruleWidth('border', 'Width of the rule at the bottom of a box.'),
  'border-left-width': ruleWidth('border', 'Width of the rule at the left of a box.'),
  'border-top-style': ruleStyle('border', 'Whether there is a rule at the top of a box.'),
  'border-right-style': ruleStyle('border', 'Whether there is a rule at the right of a box.'),
  'border-bottom-style': ruleStyle('border', 'Whether there is a rule at the bottom of a box.'),
  'border-left-style': ruleStyle('border', 'Whether there is a rule at the left of a box.'),
  'border-top-color': ruleColor('border', 'Colour of the rule at the top of a box.'),
  'border-right-color': ruleColor('border', 'Colour of the rule at the right of a box.'),
  'border-bottom-color': ruleColor('border', 'Colour of the rule at the bottom of a box.'),
  'border-left-color': ruleColor('border', 'Colour of the rule at the left of a box.'),
  'background-color': {
    syntax: '<bi-color> | transparent',
    initial: 'transparent',
    isInherited,
    field: 'background',
    appliesTo: decorated,
    description: 'Tint behind a box, its padding included.',
    compute: ([word], { color }) => toColor(word, color),
  },
  'column-rule-width': ruleWidth('columnRule', 'Width of the rule on the axis between the columns.'),
  'column-rule-style': ruleStyle(
    'columnRule',
    'Whether there is a rule on the axis between the columns; tables, figures and what stands across interrupt it.',
  ),
  'column-rule-color': ruleColor('columnRule', 'Colour of the rule on the axis between the columns.'),
  'vertical-align': {
    syntax: 'baseline | super | sub | top | middle | bottom | <length> | <percentage>',
    initial: 'baseline',
    isInherited,
    field: 'verticalAlign',
    appliesTo: ['text', 'cell', 'margin box'],
    description:
      'In a line how far the baseline is raised: a length, or a share of the line height. Of a cell or a margin box, where it stands beside the others: top, middle or bottom.',
    compute: (words, { em, outerEm, lineHeight, raise }) => {
      const word = words[0]
      if (word?.kind !== 'name') {
        const shift = pointsOf(toLength(word, em), lineHeight)
        return { align: 'baseline', raise: clamp(raise + shift) }
      }
      const keyword = word.text.toLowerCase()
      if (keyword === 'super' || keyword === 'sub') {
        return {
          align: 'baseline',
          raise: clamp(raise + (keyword === 'super' ? superior : inferior) * outerEm),
        }
      }
      const align = keyword === 'top' || keyword === 'middle' || keyword === 'bottom' ? keyword : 'baseline'
      return { align, raise }
    },
  },
}

/** How far `super` and `sub` shift the baseline, in em of what is around: the usual of faces (OS/2 ySuperscriptYOffset). */
const superior = 0.34
const inferior = -0.14

function inset(edge: Edge) {
  return {
    initial: 'auto',
    isInherited,
    field: 'inset',
    appliesTo: ['placed box'],
    description: `Distance of an absolutely placed box from the ${edge} of the page.`,
  } as const
}

function space(field: 'margin' | 'padding', edge: Edge) {
  const place = field === 'margin' ? 'outside' : 'inside'
  const isAtSide = edge === 'left' || edge === 'right'
  const appliesTo = isAtSide ? indented[field] : spaced[field]
  const framed =
    isAtSide && field === 'margin'
      ? ' Of a container or passage it moves the border and the tint, not the text.'
      : ''
  return {
    initial: '0',
    isInherited,
    field,
    appliesTo,
    description: `Space ${place} a box, ${edge}.${framed}`,
  }
}

function ruleWidth(field: 'border' | 'columnRule', description: string) {
  const appliesTo = ruled[field]
  return length('<length [0,∞]>', { initial: '1pt', isInherited, field, appliesTo, description })
}

function ruleStyle(field: 'border' | 'columnRule', description: string) {
  const appliesTo = ruled[field]
  return keywords(['none', 'solid'], { initial: 'none', isInherited, field, appliesTo, description })
}

function ruleColor(field: 'border' | 'columnRule', description: string) {
  const appliesTo = ruled[field]
  return ink({ initial: 'currentcolor', isInherited, field, appliesTo, description })
}
