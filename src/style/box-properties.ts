import { clamp } from './bounds.ts'
import type { ComputedStyle, Display } from './computed.ts'
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
  'none',
] as const satisfies readonly Display[]

type Edge = 'top' | 'right' | 'bottom' | 'left'
const isInherited = false

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
    description:
      'What kind of box an element makes; a run-in stands at the start of the paragraph that follows it.',
  }),
  position: keywords(['static', 'absolute'], {
    initial: 'static',
    isInherited,
    field: 'position',
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
    description: 'Width of a box; auto fills the measure.',
  }),
  height: size('auto', {
    initial: 'auto',
    isInherited,
    field: 'height',
    description: 'Height of a box; auto is that of its content.',
  }),
  'min-height': length('<length [0,∞]>', {
    initial: '0',
    isInherited,
    field: 'minHeight',
    description: 'Least height of a box.',
  }),
  'max-width': size('none', {
    initial: 'none',
    isInherited,
    field: 'maxWidth',
    description: 'Greatest width of a picture; none: as wide as its pixels or its width say.',
  }),
  'max-height': size('none', {
    initial: 'none',
    isInherited,
    field: 'maxHeight',
    description:
      'Greatest height of a picture; none: it follows from the width. A share is of the text area.',
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
    description: 'Tint behind a box, its padding included.',
    compute: ([word], { color }) => toColor(word, color),
  },
  'column-rule-width': ruleWidth('columnRule', 'Width of the rule on the axis between the columns.'),
  'column-rule-style': ruleStyle('columnRule', 'Whether there is a rule on the axis between the columns.'),
  'column-rule-color': ruleColor('columnRule', 'Colour of the rule on the axis between the columns.'),
  'vertical-align': {
    syntax: 'baseline | super | sub | top | middle | bottom | <length> | <percentage>',
    initial: 'baseline',
    isInherited,
    field: 'verticalAlign',
    description:
      'In a line how far the baseline is raised: a length, or a share of the line height. Of a cell or a margin box, where it stands beside the others.',
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
    description: `Distance of an absolutely placed box from the ${edge} of the box that holds it.`,
  } as const
}

function space(field: 'margin' | 'padding', edge: Edge) {
  const place = field === 'margin' ? 'outside' : 'inside'
  return { initial: '0', isInherited, field, description: `Space ${place} a box, ${edge}.` }
}

function ruleWidth(field: keyof ComputedStyle, description: string) {
  return length('<length [0,∞]>', { initial: '1pt', isInherited, field, description })
}

function ruleStyle(field: keyof ComputedStyle, description: string) {
  return keywords(['none', 'solid'], { initial: 'none', isInherited, field, description })
}

function ruleColor(field: keyof ComputedStyle, description: string) {
  return ink({ initial: 'currentcolor', isInherited, field, description })
}
