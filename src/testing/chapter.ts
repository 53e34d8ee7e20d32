import { readFileSync } from 'node:fs'
import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import { Report } from '../base/report.ts'
import { load } from '../content/load.ts'
import { validate } from '../content/validate.ts'
import { plain } from '../document/markdown.ts'

/** The paragraphs of the shipped chapter in a language, without marks of emphasis: real text to measure lines on. */
export function chapterTexts(lang: Lang): readonly string[] {
  const path = 'content/progress-in-human-rights-2013-ix/publication.yaml'
  const report = new Report()
  const loaded = load(path, readFileSync(new URL(`../../${path}`, import.meta.url)), report)
  const publication =
    loaded && validate(loaded, { name: 'chapter', languages: null, isDraft: false, row: null }, report)
  if (!publication) throw new Error(`${path} is not sound`)
  const texts = publication.chapters
    .flatMap((chapter) => leavesIn(chapter, lang))
    .map((leaf) => plain(leaf).trim())
  return texts.filter((text) => text.length >= shortest)
}

/** Shorter texts are headings. */
const shortest = 60

/** All texts of a language anywhere in a piece of content, in order. */
function leavesIn(value: unknown, lang: Lang): readonly Leaf[] {
  if (typeof value !== 'object' || value === null) return []
  if (value instanceof Map) {
    const leaf: unknown = value.get(lang)
    return isLeaf(leaf) ? [leaf] : [...value.values()].flatMap((one) => leavesIn(one, lang))
  }
  return Object.values(value).flatMap((one) => leavesIn(one, lang))
}

function isLeaf(value: unknown): value is Leaf {
  return typeof value === 'object' && value !== null && 'text' in value && 'span' in value && 'lang' in value
}
