import { z } from 'zod'
import { priority } from './schema-sheet.ts'
import { oneOf, remarkText, text } from './schema-values.ts'

const sentence = { en: 'Figures are rounded.', 'zh-Hans': '数字经过取整。' }

export const remarks = z
  .array(
    z
      .union([
        z
          .strictObject({
            text: text.meta({ description: 'Its words.', examples: [sentence] }),
            priority: priority.optional(),
            when: oneOf('always', 'gaps')
              .meta({ description: '`gaps`: only where a value of the sheet is missing.' })
              .optional(),
          })
          .meta({ description: 'A remark that may be left out.' }),
        remarkText,
      ])
      .meta({ examples: [sentence] }),
  )
  .meta({ description: 'Sentences about sources and methods.', examples: [[sentence]] })

export type WrittenRemark = z.infer<typeof remarks>[number]
