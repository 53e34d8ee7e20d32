import type { GridLonghands } from './grid-longhands.ts'
import { areasOf, lineOf, lineSyntax, templateOf, templateSyntax } from './grid-values.ts'
import type { PropertyTable } from './property.ts'
import { type About, keywords } from './property-kinds.ts'
import { keywordOf, toPoints } from './value.ts'

const isInherited = false
const aligned = ['stretch', 'start', 'end', 'center'] as const

/** What a theme says of grids and of what stands in them (CSS Grid 2, CSS Align 3). */
export const gridProperties: PropertyTable<keyof GridLonghands> = {
  'grid-template-columns': template('columns', 'A share, `fr`, is of what the others leave of the width.'),
  'grid-template-rows': template(
    'rows',
    'Others follow as they are needed, as high as what stands in them. A share is of the height of the grid, where it has one.',
  ),
  'grid-template-areas': {
    syntax: 'none | <string>+',
    initial: 'none',
    isInherited,
    field: 'grid',
    appliesTo: ['grid'],
    description:
      'The areas of a grid by their names, a text for each row: `"head head" "text notes"`; a `.` is a cell of none.',
    compute: areasOf,
  },
  'column-gap': gap('columns'),
  'row-gap': gap('rows'),
  'align-items': keywords([...aligned, 'baseline'], {
    initial: 'stretch',
    isInherited,
    field: 'grid',
    appliesTo: ['grid'],
    description:
      'How what stands in a grid fills the height of its area; baseline: the first lines of a row are level.',
  }),
  'justify-items': keywords(aligned, {
    initial: 'stretch',
    isInherited,
    field: 'grid',
    appliesTo: ['grid'],
    description:
      'How what stands in a grid fills the width of its area; all but stretch are as wide as their content.',
  }),
  'align-self': keywords(['auto', ...aligned, 'baseline'], {
    ...placed('The same for one thing that stands in a grid; auto: as the grid says.'),
    initial: 'auto',
  }),
  'justify-self': keywords(['auto', ...aligned], {
    ...placed('The same for one thing that stands in a grid; auto: as the grid says.'),
    initial: 'auto',
  }),
  'grid-column-start': line('column', 'begins'),
  'grid-column-end': line('column', 'ends'),
  'grid-row-start': line('row', 'begins'),
  'grid-row-end': line('row', 'ends'),
}

function template(what: 'columns' | 'rows', more: string) {
  return {
    syntax: templateSyntax,
    initial: 'none',
    isInherited,
    field: 'grid',
    appliesTo: ['grid'],
    description: `The ${what} of a grid; subgrid: those of the grid around it that it covers. ${more}`,
    compute: (words, { em }) => templateOf(words, em),
  } satisfies PropertyTable<'grid-template-rows'>['grid-template-rows']
}

function gap(what: 'columns' | 'rows') {
  return {
    syntax: 'normal | <length [0,∞]>',
    initial: 'normal',
    isInherited,
    field: 'grid',
    appliesTo: ['grid'],
    description: `Space between the ${what} of a grid; normal: none. A subgrid has that of the grid around it.`,
    compute: (words, { em }) => (keywordOf(words) === 'normal' ? null : Math.max(0, toPoints(words[0], em))),
  } satisfies PropertyTable<'row-gap'>['row-gap']
}

function line(axis: 'column' | 'row', verb: string) {
  return {
    ...placed(
      `The line of the grid at which a ${axis} of what stands in it ${verb}: its number, how many are covered, or the name of an area.`,
    ),
    syntax: lineSyntax,
    initial: 'auto',
    compute: lineOf,
  } satisfies PropertyTable<'grid-row-start'>['grid-row-start']
}

function placed(description: string) {
  return {
    isInherited,
    field: 'gridPlace',
    appliesTo: ['grid item'],
    description,
  } as const satisfies Partial<About>
}
