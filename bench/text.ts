import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

/** A passage of the text that is measured; all of it is made from real sentences. */
export interface Passage {
  readonly kind: 'chapter' | 'section' | 'paragraph'
  readonly en: string
  readonly zh: string
}

const publications: readonly string[] = ['guide', 'progress-in-human-rights-2013-ix']

/**
 * A parallel text of so many passages: sentences of the two publications, recombined by a seeded generator. Each
 * passage begins with its own number, so that nothing that remembers a paragraph, a passage or a page is asked twice.
 */
export function parallelText(count: number, seed: number): readonly Passage[] {
  const next = numbers(seed)
  const pairs = sentencePairs()
  const pick = (): Pair => pairs[Math.floor(next() * pairs.length)] ?? { en: '', zh: '' }
  return Array.from({ length: count }, (_, index): Passage => {
    const number = `${seed}.${index + 1}`
    if (index % 150 === 0) return { kind: 'chapter', en: `Chapter ${number}`, zh: `第${number}章` }
    if (index % 15 === 1) return { kind: 'section', en: `Section ${number}`, zh: `第${number}节` }
    const chosen = Array.from({ length: 2 + Math.floor(next() * 4) }, pick)
    const en = chosen.map((pair) => pair.en).join(' ')
    return {
      kind: 'paragraph',
      en: `${number} ${en}`,
      zh: `${number}　${chosen.map((pair) => pair.zh).join('')}`,
    }
  })
}

/** The text as a publication. A double-quoted scalar of YAML takes what JSON writes. */
export function asYaml(passages: readonly Passage[], more = ''): string {
  const head = [
    'languages: { en: { name: English }, zh-Hans: { name: 中文 } }',
    'title: { en: A measured text, zh-Hans: 供测量的文本 }',
    'blocks:',
  ]
  const blocks = passages.flatMap(({ kind, en, zh }) => [
    `  - ${kind === 'paragraph' ? 'paragraph' : 'heading'}:`,
    `      en: ${JSON.stringify(en)}`,
    `      zh-Hans: ${JSON.stringify(zh)}`,
    ...(kind === 'section' ? ['    level: 2'] : []),
  ])
  return `${more}${[...head, ...blocks].join('\n')}\n`
}

interface Pair {
  readonly en: string
  readonly zh: string
}

/** Sentences with their translations, read in the repository's folder; a paragraph whose sentences do not correspond one to one is one pair. */
function sentencePairs(): readonly Pair[] {
  return publications.flatMap((name) => {
    const folder = `content/${name}`
    const { blocks, chapters } = read(`${folder}/publication.yaml`)
    const found: Pair[] = []
    for (const one of [blocks, ...(chapters ?? []).map((path) => read(`${folder}/${path}`).blocks)])
      collect(one, found)
    return found.flatMap(splitPair)
  })
}

function read(file: string): { readonly blocks?: unknown; readonly chapters?: readonly string[] } {
  return parse(readFileSync(file, 'utf8'))
}

/** Every text in both languages, wherever it stands; texts with marks are left out, since the rival would print them. */
function collect(value: unknown, found: Pair[]): void {
  if (typeof value !== 'object' || value === null) return
  if ('en' in value && 'zh-Hans' in value) {
    const { en, 'zh-Hans': zh } = value
    const isText = typeof en === 'string' && typeof zh === 'string' && /[.?!]$/.test(en)
    if (isText && !/[`*[\]\\<>{}]/.test(en + zh))
      found.push({ en: en.replace(/\s+/g, ' '), zh: zh.replace(/\s*\n\s*/g, '') })
    return
  }
  for (const child of Object.values(value)) collect(child, found)
}

function splitPair({ en, zh }: Pair): readonly Pair[] {
  const english = en.split(/(?<=[.?!][”)]?) (?=[“(]?[A-Z])/)
  const chinese = zh.split(/(?<=[。？！][”）]?)(?![”）])/)
  if (english.length !== chinese.length) return [{ en, zh }]
  return english.map((sentence, index) => ({ en: sentence, zh: chinese[index] ?? '' }))
}

/** Numbers from 0 to 1, the same for the same seed: a linear congruential generator (Numerical Recipes, 7.1). */
function numbers(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
