import type { ComputedStyle } from './computed.ts'
import type { PropertyTable } from './property.ts'
import { ink, keywords, length, lengthOrAuto, sizeOrAuto } from './property-kinds.ts'
import { toColor } from './value.ts'

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
  | `margin-${Edge}`
  | `padding-${Edge}`
  | `border-${Edge}-${'width' | 'style' | 'color'}`
  | 'background-color'
  | `column-rule-${'width' | 'style' | 'color'}`
  | 'vertical-align'
> = {
  display: keywords(['block', 'inline', 'inline-block', 'list-item', 'run-in', 'none'], {
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
  width: sizeOrAuto({
    initial: 'auto',
    isInherited,
    field: 'width',
    description: 'Width of a box; auto fills the measure.',
  }),
  height: sizeOrAuto({
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
  'vertical-align': keywords(['baseline', 'top', 'middle', 'bottom'], {
    initial: 'baseline',
    isInherited,
    field: 'verticalAlign',
    description: 'Where the cells of a passage stand beside each other.',
  }),
}

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
