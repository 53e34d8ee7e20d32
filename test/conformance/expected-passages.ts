import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { projectFolder } from './samples.ts'

const text = z.object({ en: z.string(), 'zh-Hans': z.string() })
const publication = z.object({
  title: text,
  notices: z.object({ prevailing: text }),
  blocks: z.array(
    z.union([z.object({ heading: text }), z.object({ runIn: text.optional(), paragraph: text })]),
  ),
})

/** The chapter's texts, a passage each, read without this program: the English from the issued text itself. */
export function expectedPassages(name: string): {
  readonly en: readonly string[]
  readonly zh: readonly string[]
} {
  const folder = join(projectFolder, 'content', name)
  const { title, notices, blocks } = publication.parse(
    parse(readFileSync(join(folder, 'publication.yaml'), 'utf8')),
  )
  const body = blocks.map((block) =>
    'heading' in block
      ? block.heading['zh-Hans']
      : (block.runIn?.['zh-Hans'] ?? '') + block.paragraph['zh-Hans'],
  )
  const en = readFileSync(join(folder, 'source.en.txt'), 'utf8').split('\n')
  const zh = [title['zh-Hans'], ...body, notices.prevailing['zh-Hans']]
  // U+200B says where a title may break: it is no character of the text.
  return { en: en.filter((line) => line !== ''), zh: zh.map((passage) => passage.replaceAll('\u200b', '')) }
}
