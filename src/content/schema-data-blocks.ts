import { z } from 'zod'
import { period, precision, priority, unit, values, years } from './schema-sheet.ts'
import { flag, labelText, matching, name, oneOf, path, scalar, text } from './schema-values.ts'

// Blocks that show values. The first key of a block is the one that tells it from the others.

const states = { en: 'states took part', 'zh-Hans': '个国家参加' }

const idOf = (what: string, example: string) =>
  scalar.meta({ type: 'string', description: `The name of ${what}.`, examples: [example] })

const change = z
  .union([
    z.strictObject({
      from: scalar.meta({ type: 'number', description: 'The earlier value.', examples: [11] }),
      since: period.meta({ description: 'When it was.' }),
    }),
    labelText,
  ])
  .meta({ examples: [{ from: 11, since: 2010 }] })

/** What a figure by hand may say of itself. */
export const aboutFigure = {
  period: period.meta({ description: 'The year or years that it is of.' }).optional(),
  precision: precision
    .meta({ description: 'Its decimals, or significant figures; as it is given where left out.' })
    .optional(),
  qualifier: text
    .meta({ description: 'A word before the number.', examples: [{ en: 'over', 'zh-Hans': '超过' }] })
    .optional(),
  source: text.meta({ description: 'Where it comes from.' }).optional(),
  change: change
    .meta({ description: 'How it has changed: words, or the value that it is held against.' })
    .optional(),
}

const cardSchema = z
  .strictObject({
    label: text.meta({ description: 'What it says.', examples: [states] }),
    id: name.meta({ description: 'What it is called.' }).optional(),
    value: scalar.meta({ type: 'number', description: 'The number.', examples: [137] }).optional(),
    unit: unit.meta({ description: 'What it is counted in.' }).optional(),
    display: text
      .meta({
        description: 'How it is shown, in place of the number.',
        examples: [{ en: 137, 'zh-Hans': '137个' }],
      })
      .optional(),
    ...aboutFigure,
  })
  .meta({ description: 'A key figure by hand.' })

export const cardsSchema = (onEveryBlock: OnEveryBlock) =>
  z
    .strictObject({
      cards: z
        .array(z.union([cardSchema, idOf('an indicator or figure', 'population')]))
        .min(1, 'expected a card')
        .meta({
          description: 'Key figures: indicators, figures, or by hand.',
          examples: [['population', 'gdp']],
        }),
      ...onEveryBlock,
    })
    .meta({ description: 'Key figures, each on a card of its own.' })

const seriesSchema = z
  .strictObject({
    label: text.meta({ description: 'What it is called.' }).optional(),
    values: values.meta({ description: 'A value for each category; `~` is missing.' }),
  })
  .meta({ description: 'A series of values.' })

const chartSource = z
  .union([
    z.strictObject({
      categories: z
        .array(text)
        .min(1, 'expected a category')
        .meta({ description: 'What the values are of.', examples: [[1990, 2000]] }),
      series: z
        .array(seriesSchema)
        .min(1, 'expected a series')
        .meta({ description: 'The values.', examples: [[{ values: [812, 790] }]] }),
      unit: unit.meta({ description: 'What the values are counted in.' }).optional(),
    }),
    z.strictObject({
      data: path.meta({
        description: 'A CSV beside this file: categories in its first column, a series in each other one.',
        examples: ['trade.csv'],
      }),
      unit: unit.meta({ description: 'What the values are counted in.' }).optional(),
    }),
    z.strictObject({
      table: idOf('a table of this publication', 'trade'),
      unit: unit.meta({ description: 'What the values are counted in.' }).optional(),
    }),
    idOf('an indicator', 'population'),
    z.array(idOf('an indicator', 'population')).min(1, 'expected an indicator'),
  ])
  .meta({ examples: ['population'] })

export const chartSchema = (onEveryBlock: OnEveryBlock) =>
  z
    .strictObject({
      chart: chartSource.meta({ description: 'What it shows: indicators, or values.' }),
      sort: oneOf('column', 'bar', 'line', 'area', 'stacked', 'dot', 'sparkline')
        .meta({ description: 'How it shows it; columns where left out.' })
        .optional(),
      title: text
        .meta({ description: 'The words above it; the label of the indicator where left out.' })
        .optional(),
      width: oneOf('full', 'half').meta({ description: 'How much of the width it takes.' }).optional(),
      periods: years.meta({ description: 'The years that it shows; all where left out.' }).optional(),
      table: flag.meta({ description: 'Whether the same is printed as a table too.' }).optional(),
      ...onEveryBlock,
    })
    .meta({ description: 'A chart.' })

export const dataTableSchema = (onEveryBlock: OnEveryBlock) =>
  z
    .strictObject({
      indicators: z
        .array(idOf('an indicator', 'population'))
        .min(1, 'expected an indicator')
        .meta({ description: 'What its columns show.', examples: [['population', 'gdp']] }),
      periods: years.meta({ description: 'The years of its rows; all where left out.' }).optional(),
      caption: text.meta({ description: 'The words above it.' }).optional(),
      ...onEveryBlock,
    })
    .meta({ description: 'A table of values by year.' })

const factSchema = z
  .strictObject({
    figure: text.meta({
      description: 'The figure, in words.',
      examples: [{ en: 'over 20', 'zh-Hans': '20多个' }],
    }),
    text: text.meta({ description: 'What it says.' }),
    id: name.meta({ description: 'What it is called.' }).optional(),
    priority: priority.optional(),
  })
  .meta({ description: 'A fact by hand.' })

export const factsSchema = (onEveryBlock: OnEveryBlock) =>
  z
    .strictObject({
      facts: z
        .array(z.union([factSchema, idOf('a figure', 'states')]))
        .min(1, 'expected a fact')
        .meta({ description: 'Figures with what each says, a row each.', examples: [['states', 'votes']] }),
      title: text.meta({ description: 'The words above them.' }).optional(),
      ...onEveryBlock,
    })
    .meta({ description: 'Key facts.' })

const day = scalar.meta({
  type: ['string', 'integer'],
  examples: ['2013-10'],
})

const eventSchema = z
  .strictObject({
    text: text.meta({ description: 'What happened.', examples: [{ en: 'Election', 'zh-Hans': '选举' }] }),
    date: day.meta({ description: 'When: a year, a month or a day.' }).optional(),
    from: matching(/^\d{4}$/, 'expected a year')
      .meta({ type: 'integer', description: 'The first of several years.', examples: [2014] })
      .optional(),
    to: matching(/^\d{4}$/, 'expected a year')
      .meta({ type: 'integer', description: 'The last of them.', examples: [2016] })
      .optional(),
  })
  .meta({ description: 'Something that happened.' })

export const timelineSchema = (onEveryBlock: OnEveryBlock) =>
  z
    .strictObject({
      timeline: z
        .array(eventSchema)
        .min(1, 'expected an event')
        .meta({
          description: 'Its events, in order.',
          examples: [[{ date: '2013-10', text: { en: 'Review', 'zh-Hans': '审议' } }]],
        }),
      title: text.meta({ description: 'The words above it.' }).optional(),
      ...onEveryBlock,
    })
    .meta({ description: 'Events on a scale of years.' })

/** What every block may have. */
interface OnEveryBlock {
  readonly id: z.ZodOptional<typeof name>
  readonly only: z.ZodOptional<z.ZodArray<typeof scalar>>
  readonly priority: z.ZodOptional<typeof priority>
}

export type WrittenCards = z.infer<ReturnType<typeof cardsSchema>>
export type WrittenCard = z.infer<typeof cardSchema>
export type WrittenChart = z.infer<ReturnType<typeof chartSchema>>
export type WrittenDataTable = z.infer<ReturnType<typeof dataTableSchema>>
export type WrittenFacts = z.infer<ReturnType<typeof factsSchema>>
export type WrittenTimeline = z.infer<ReturnType<typeof timelineSchema>>
export type WrittenEvent = z.infer<typeof eventSchema>
export type WrittenChange = z.infer<typeof change>
