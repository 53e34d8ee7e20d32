import { z } from 'zod'
import { mostFitPages } from './limits.ts'
import { isPlainMap, isScalar, origin, type PlainMap } from './plain.ts'
import { matching, oneOf, path, scalar, text } from './schema-values.ts'
import type { YamlMap, YamlScalar } from './yaml-node.ts'

// What a fact sheet has besides its texts: series of values, their units, sentences about them.

const population = { en: 'Population', 'zh-Hans': '人口' }

const wholeNumber = (message: string) =>
  matching(/^[1-9]\d{0,3}$/, message).meta({ type: 'integer', minimum: 1 })

/** What is dropped first where room is short has the lowest. */
export const priority = wholeNumber('expected a whole number from 1').meta({
  description: 'Where room is short it may be dropped, the lowest first; without one it stays.',
  examples: [1],
})

/** How many pages a publication may have. */
export const fit = scalar
  .refine(
    (value) => /^[1-9]\d*$/.test(value.text) && Number(value.text) <= mostFitPages,
    `expected a number of pages from 1 to ${mostFitPages}`,
  )
  .meta({ type: 'integer', minimum: 1, maximum: mostFitPages, examples: [1] })

/** A year. */
export const year = matching(/^\d{1,4}$/, 'expected a year').meta({
  type: 'integer',
  minimum: 0,
  maximum: 9999,
  examples: [1990],
})

export const years = z
  .array(year)
  .min(1, 'expected a year')
  .meta({ examples: [[1990, 2000, 2010]] })

/** A year, or the first and the last of several. */
export const period = z
  .union([
    z.strictObject({
      from: year.meta({ description: 'The first year.' }),
      to: year.meta({ description: 'The last year.' }),
    }),
    year,
  ])
  .meta({ examples: [2014, { from: 2014, to: 2017 }] })

/** What values are counted or measured in. */
export const unit = z
  .union([
    z.strictObject({
      prefix: text.meta({ description: 'Stands before the number.', examples: ['€'] }).optional(),
      word: text
        .meta({ description: 'Stands behind the number.', examples: [{ en: 'mm', 'zh-Hans': '毫米' }] })
        .optional(),
    }),
    oneOf('people', 'usd', 'percent'),
  ])
  .meta({ examples: ['usd'] })

/** How far a figure is rounded; as it is given where left out. */
export const precision = z
  .union([
    z.strictObject({
      significant: matching(/^[1-9]$|^1[0-5]$/, 'expected a number of significant figures from 1 to 15').meta(
        {
          type: 'integer',
          minimum: 1,
          maximum: 15,
          description: 'How many significant figures.',
          examples: [3],
        },
      ),
    }),
    matching(/^\d$/, 'expected a number of decimals from 0 to 9').meta({
      type: 'integer',
      minimum: 0,
      maximum: 9,
    }),
  ])
  .meta({ examples: [1, { significant: 3 }] })

/** A value that may be missing. */
const value = z
  .custom<YamlScalar>(isScalar, 'expected a number, or `~` where it is missing')
  .meta({ type: ['number', 'string', 'null'] })

export const values = z.array(value).meta({ examples: [[812, 790]] })

/** Values by year: the map itself, whose keys have places. */
const valuesByYear = z
  .custom<PlainMap>(isPlainMap, 'expected a map of years')
  .superRefine((map, context) => {
    for (const [key, one] of Object.entries(map)) {
      if (one !== undefined && !isScalar(one))
        context.addIssue({
          code: 'custom',
          path: [key],
          message: 'expected a number, or `~` where it is missing',
        })
    }
  })
  .transform((map): YamlMap => map[origin])
  .meta({
    type: 'object',
    additionalProperties: { type: ['number', 'string', 'null'] },
    examples: [{ 1990: 812, 2000: 790 }],
  })

const indicatorSchema = z
  .strictObject({
    label: text.meta({ description: 'What it is called.', examples: [population] }),
    short: text
      .meta({
        description: 'What the head of a table calls it; the label where left out.',
        examples: [population],
      })
      .optional(),
    unit: unit.meta({ description: 'What it is counted in; a bare number where left out.' }).optional(),
    columns: matching(/^[^*]*\*[^*]*$/, 'expected a name with one `*` in place of the year')
      .meta({
        type: 'string',
        description: 'The columns of the row that hold its values; `*` is the year.',
        examples: ['population_*'],
      })
      .optional(),
    values: valuesByYear.meta({ description: 'Its values by year.' }).optional(),
    divide: z
      .array(scalar.meta({ type: 'string' }))
      .length(2, 'expected two indicators')
      .meta({
        description: 'Two indicators: the first is divided by the second, year by year.',
        examples: [['gdp', 'population']],
      })
      .optional(),
    data: path
      .meta({
        description: 'A CSV beside this file with the columns `period` and `value`.',
        examples: ['trade.csv'],
      })
      .optional(),
  })
  .meta({ description: 'A named series of values.' })

export const indicators = z.record(z.string(), indicatorSchema).meta({
  description: 'Series of values by name.',
  examples: [{ population: { label: population, unit: 'people', columns: 'population_*' } }],
})

export type WrittenIndicator = z.infer<typeof indicatorSchema>
export type WrittenUnit = z.infer<typeof unit>
export type WrittenPeriod = z.infer<typeof period>
export type WrittenPrecision = z.infer<typeof precision>
