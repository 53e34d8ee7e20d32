import { z } from 'zod'
import { name, path, scalar } from './schema-values.ts'

// Values are read where they are used, by the readers that the command line has as well.

/** A word whose kinds an editor may offer; whether it is one is for its reader to say. */
const oneWord = (description: string, ...words: readonly [string, ...string[]]) =>
  scalar.meta({ type: 'string', enum: [...words], description, examples: [words[0]] }).optional()

const length = (description: string, example: string) =>
  scalar.meta({ description, examples: [example] }).optional()

const marks = ['crop', 'fold', 'registration', 'slug'] as const

/** A file that is made of a publication. */
const outputSchema = z
  .strictObject({
    layout: name
      .meta({ description: 'Its layout; that of the file where left out.', examples: ['booklet-a5'] })
      .optional(),
    from: path
      .meta({
        description: 'Another file of the folder, of which it is made in place of this one.',
        examples: ['factsheet.yaml'],
      })
      .optional(),
    impose: scalar
      .meta({
        type: 'string',
        description:
          'How its pages are put on sheets: `saddle`, `perfect`, `nup=2x1`, `repeat=2x4` or `cut-stack=2x2`. Without it the file is for reading.',
        examples: ['saddle'],
      })
      .optional(),
    signature: scalar
      .meta({
        type: 'integer',
        description: 'With `perfect`: the pages of a signature; 16 where left out.',
        examples: [16],
      })
      .optional(),
    up: scalar
      .meta({
        type: 'integer',
        enum: [2, 4, 8],
        description: 'With `saddle` and `perfect`: pages on a side; 2 where left out.',
        examples: [2],
      })
      .optional(),
    paper: scalar
      .meta({
        type: 'string',
        description:
          '`a3`, `a4`, `a5`, `a6`, `letter`, `legal`, `tabloid`, or a size as `210x297mm`; what the pages need where left out.',
        examples: ['a4'],
      })
      .optional(),
    duplex: oneWord('The edge over which the printer turns a sheet.', 'short', 'long'),
    sides: oneWord('The sides that are printed: both where left out.', 'both', 'front', 'back'),
    binding: oneWord('Where it is bound: at the left where left out.', 'left', 'right'),
    blanks: oneWord('Where blank pages are added.', 'end', 'before-back'),
    caliper: length('The thickness of a leaf; that of 80 g/m2 where left out.', '0.1mm'),
    grammage: scalar
      .meta({
        type: 'integer',
        enum: [80, 90, 100, 115],
        description: 'The weight of the paper in g/m2, in place of its thickness.',
        examples: [80],
      })
      .optional(),
    gutter: length('Between pages that are cut apart.', '5mm'),
    edge: length('What the printer leaves white at each edge.', '5mm'),
    scale: scalar
      .meta({
        description:
          '`exact`, `fit`, or a size as `70%`; as large as they are, if the paper allows, where left out.',
        examples: ['exact'],
      })
      .optional(),
    marks: z
      .union([
        z.array(scalar.meta({ type: 'string', enum: [...marks] })),
        scalar.meta({ type: 'string', enum: ['all', 'none', ...marks] }),
      ])
      .meta({
        description: 'What is printed beside the pages; nothing where left out.',
        examples: [['crop']],
      })
      .optional(),
    bleed: length('How far tints at the edge of a page are printed beyond it.', '3mm'),
  })
  .meta({
    description: 'A file that is made of the publication.',
    examples: [{ layout: 'booklet-a5', impose: 'saddle', paper: 'a4' }],
  })

export const outputs = z.record(z.string(), outputSchema.optional()).meta({
  description:
    'The files that are made of the publication, by name; `reading` is the one for reading, the only one where left out.',
  examples: [{ handout: { layout: 'booklet-a5', impose: 'saddle', paper: 'a4' } }],
})

export type WrittenOutput = z.infer<typeof outputSchema>
