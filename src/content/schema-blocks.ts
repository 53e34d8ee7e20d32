import { z } from 'zod'
import { mostColumns } from './limits.ts'
import {
  cardsSchema,
  chartSchema,
  dataTableSchema,
  factsSchema,
  timelineSchema,
} from './schema-data-blocks.ts'
import { priority } from './schema-sheet.ts'
import {
  cellText,
  flag,
  itemText,
  matching,
  name,
  oneOf,
  span,
  tags,
  text,
  type WrittenText,
} from './schema-values.ts'

// The first key of a block is the one that tells it from the others.

const water = { en: 'Water', 'zh-Hans': '水' }

const onEveryPart = {
  id: name
    .meta({
      description: 'What links, references and figures call it; derived from its words where left out.',
    })
    .optional(),
  only: tags.meta({ description: 'The languages in which it exists; all where left out.' }).optional(),
}

const onEveryBlock = { ...onEveryPart, priority: priority.optional() }

const caption = text
  .meta({ description: 'What it shows. With a caption it gets a number: Table 1, Figure 1.' })
  .optional()

const partSchema = z
  .strictObject({ part: text.meta({ description: 'Its title.' }), ...onEveryPart })
  .meta({ description: 'Begins a part: a group of the chapters that follow.' })

const headingSchema = z
  .strictObject({
    heading: text.meta({ description: 'Its words.' }),
    level: matching(/^[123]$/, 'expected a level: 1, 2 or 3')
      .meta({
        enum: [1, 2, 3],
        examples: [2],
        description: '1 begins a chapter, which is usual; 2 a section, 3 a part of it.',
      })
      .optional(),
    ...onEveryBlock,
  })
  .meta({ description: 'A heading.' })

const paragraphSchema = z
  .strictObject({
    paragraph: text.meta({ description: 'Its words.' }),
    runIn: text.meta({ description: 'A heading at the beginning of its first line.' }).optional(),
    ...onEveryBlock,
  })
  .meta({ description: 'A paragraph.' })

const ordered = flag.meta({ description: 'Whether its items are numbered.' }).optional()

/** An item of a list: its words, or its words and the list below them. */
export type WrittenItem = WrittenText | WrittenSublist

export interface WrittenSublist {
  readonly item: WrittenText
  readonly list?: readonly WrittenItem[] | undefined
  readonly ordered?: boolean | undefined
}

/** Lists inside lists: a fifth level has no measure left. */
const deepestList = 4

const listSchema = z
  .strictObject({ list: itemsSchema(1).meta({ description: 'Its items.' }), ordered, ...onEveryBlock })
  .meta({ description: 'A list.' })

function itemsSchema(level: number): z.ZodType<WrittenItem[]> {
  if (level > deepestList) {
    const message = `expected at most ${deepestList} lists in each other`
    return z.custom<WrittenItem[]>(() => false, message).meta({ type: 'array' })
  }
  const sublist = z
    .strictObject({
      item: text.meta({ description: 'The words of the item.' }),
      list: itemsSchema(level + 1)
        .meta({ description: 'The list below it.' })
        .optional(),
      ordered,
    })
    .meta({ description: 'An item with a list below it.' })
  return z
    .array(z.union([sublist, itemText]).meta({ examples: [water] }))
    .min(1, 'expected an item')
    .meta({ examples: [[water]] })
}

const quoteSchema = z
  .strictObject({
    quote: text.meta({ description: 'What is quoted.' }),
    source: text.meta({ description: 'Who said it, and where.' }).optional(),
    ...onEveryBlock,
  })
  .meta({ description: 'A quotation.' })

const codeSchema = z
  .strictObject({ code: text.meta({ description: 'The code; spaces and line ends stay.' }), ...onEveryBlock })
  .meta({ description: 'Code, as it is written.' })

const imageSchema = z
  .strictObject({
    image: text.meta({
      description: 'A PNG or JPEG beside this file: one across all columns, or one for each language.',
      examples: ['map.png', { en: 'map-en.png', 'zh-Hans': 'map-zh.png' }],
    }),
    alt: text
      .meta({
        description: 'What the picture shows, for those who do not see it; all but decoration need it.',
      })
      .optional(),
    decorative: flag.meta({ description: 'Whether it says nothing that a reader must know.' }).optional(),
    caption,
    width: matching(
      /^(?:0*[1-9]\d*(?:\.\d+)?|0*\.\d*[1-9]\d*)(?:%|mm|cm|in|pt|pc|px)$/,
      'expected a width, as `80%` or `60mm`',
    )
      .meta({ type: 'string', description: 'A share of its place, or a length.', examples: ['80%', '60mm'] })
      .optional(),
    ...onEveryBlock,
  })
  .meta({ description: 'A picture.' })

const align = oneOf('left', 'right', 'center', 'decimal')

const detailedCell = z
  .strictObject({
    cell: cellText.meta({ description: 'Its words; it may be empty.' }),
    columns: span.meta({ description: 'How many columns it covers.' }).optional(),
    rows: span.meta({ description: 'How many rows it covers.' }).optional(),
    align: align
      .meta({ description: 'How its words stand; as its column has it where left out.' })
      .optional(),
  })
  .meta({ description: 'A cell that covers several columns or rows, or stands otherwise than its column.' })

const cell = z.union([detailedCell, cellText]).meta({ examples: [water] })

const row = z.array(cell).meta({ examples: [['Source Serif', 'Noto Serif']] })

const tableSchema = z
  .strictObject({
    table: z
      .strictObject({
        columns: z
          .array(align)
          .min(1, 'expected a column')
          .max(mostColumns, `expected at most ${mostColumns} columns`)
          .meta({ description: 'How the words of each column stand.', examples: [['left', 'decimal']] })
          .optional(),
        head: z
          .array(z.union([row, detailedCell, cellText]))
          .min(1, 'expected a cell')
          .meta({ description: 'The row above the others, or several of them.', examples: [['Use', 'Size']] })
          .optional(),
        rows: z
          .array(row)
          .min(1, 'expected a row')
          .meta({ description: 'Its rows, each a list of cells.', examples: [[['Text', '10 pt']]] }),
      })
      .meta({
        description: 'Its columns, head and rows.',
        examples: [{ head: ['Use', 'Size'], rows: [['Text', '10 pt']] }],
      }),
    caption,
    mirrored: flag
      .meta({
        description: 'Whether the columns of every second language run the other way, towards the axis.',
      })
      .optional(),
    rowHeads: flag
      .meta({ description: 'Whether the first cell of a row is its head, which is usual.' })
      .optional(),
    ...onEveryBlock,
  })
  .meta({ description: 'A table.' })

const calloutSchema = z
  .strictObject({
    callout: z
      .union([text, z.array(text).min(1, 'expected a text')])
      .meta({ description: 'Its words: one paragraph, or several.' }),
    title: text.meta({ description: 'The words above it.' }).optional(),
    kind: oneOf('note', 'tip', 'warning')
      .meta({ description: 'What it is for; a note where left out.' })
      .optional(),
    ...onEveryBlock,
  })
  .meta({ description: 'A box beside the argument.' })

export const blocksSchema = z
  .array(
    z
      .union([
        paragraphSchema,
        headingSchema,
        listSchema,
        quoteSchema,
        codeSchema,
        imageSchema,
        tableSchema,
        calloutSchema,
        cardsSchema(onEveryBlock),
        chartSchema(onEveryBlock),
        dataTableSchema(onEveryBlock),
        factsSchema(onEveryBlock),
        timelineSchema(onEveryBlock),
        partSchema,
      ])
      .meta({ examples: [{ paragraph: water }] }),
  )
  .meta({ examples: [[{ paragraph: water }]] })

export type WrittenBlock = z.infer<typeof blocksSchema>[number]
export type WrittenTable = z.infer<typeof tableSchema>
export type WrittenImage = z.infer<typeof imageSchema>
export type WrittenCallout = z.infer<typeof calloutSchema>
export type WrittenCell = z.infer<typeof cell>
