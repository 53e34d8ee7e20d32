import type { Lang } from './base/lang.ts'
import type { Passage, PassageKind, Passages } from './compare/passages.ts'
import type { Figure, Publication, Text } from './content/publication.ts'
import { addChapter, type Gathering, type UnitName } from './passages-of-blocks.ts'
import { asWritten, wordsOf } from './passages-text.ts'

/**
 * What a publication says, passage by passage, in reading order: what an edition stores as `passages.json`. It comes
 * from the publication and not from a layout, so that another layout is no other text, a passage that is dropped to
 * save room is no other text either, and a draft can be compared with an edition before it has pages.
 */
export function passagesOf(publication: Publication): Passages {
  const gathered = new Gathered(publication.languages.map(({ tag }) => tag))
  addFields(publication, gathered)
  for (const chapter of publication.chapters) addChapter(chapter, publication.charts, gathered)
  gathered.enter(0, null)
  for (const note of publication.notes) gathered.say('note', own(`note-${note.id}`), null, note.text)
  for (const figure of publication.figures) addFigure(figure, gathered)
  for (const { text, abbreviation } of publication.terms) {
    const id = own(`term-${firstOf(text)}`)
    gathered.say('term', id, null, text)
    gathered.say('term', id, 'abbreviation', abbreviation)
  }
  for (const { id, text } of publication.remarks) {
    gathered.say('remark', { ...own(id), isNumbered: true }, null, text)
  }
  return gathered.passages
}

/** The unit of what is no block: its id begins with a sign that no author's id has. */
function own(name: string): UnitName {
  return { id: `@${name.replaceAll('/', '-')}`, isNumbered: false }
}

/** Guards that ids are unique, and knows under which titles a passage stands. */
class Gathered implements Gathering {
  readonly passages: Passage[] = []
  readonly #languages: readonly Lang[]
  readonly #ids = new Set<string>()
  readonly #titles: (string | null)[] = [null, null, null, null]
  #path: readonly string[] = []

  constructor(languages: readonly Lang[]) {
    this.#languages = languages
  }

  say(...[kind, unit, part, text, lang = null]: Parameters<Gathering['say']>): void {
    if (text === null) return
    const languages = lang === null ? this.#languages : [lang]
    const texts = this.#textsIn(text, kind, languages)
    // An empty cell keeps its place; what else says nothing is none.
    if (kind !== 'cell' && [...texts.values()].every((one) => one === '')) return
    const only = lang !== null ? [lang] : isText(text) ? text.only : null
    const id = this.#claim(part === null ? unit.id : `${unit.id}/${part}`)
    this.passages.push({ id, kind, isNumbered: unit.isNumbered, path: this.#path, texts, only })
  }

  enter(level: 0 | 1 | 2 | 3, title: Text | null): void {
    this.#titles.fill(null, level)
    this.#titles[level] = title && firstIn(wordsOf(title, this.#languages))
    this.#path = this.#titles.filter((one) => one !== null)
  }

  #textsIn(text: Sayable, kind: PassageKind, languages: readonly Lang[]): ReadonlyMap<Lang, string> {
    if (isText(text)) return (kind === 'code' || kind === 'picture' ? asWritten : wordsOf)(text, languages)
    const textIn = (lang: Lang) => (typeof text === 'string' ? text : (text.get(lang) ?? ''))
    return new Map(languages.map((lang) => [lang, textIn(lang)]))
  }

  #claim(wanted: string): string {
    let id = wanted
    for (let count = 2; this.#ids.has(id); count++) id = `${wanted}~${count}`
    this.#ids.add(id)
    return id
  }
}

type Sayable = NonNullable<Parameters<Gathering['say']>[3]>

function isText(text: Sayable): text is Text {
  return typeof text === 'object' && 'versions' in text
}

function firstIn(texts: ReadonlyMap<Lang, string>): string | null {
  return [...texts.values()][0] ?? null
}

function firstOf({ versions }: Text): string {
  return [...versions.values()][0]?.text ?? ''
}

const fields = [
  'title',
  'subtitle',
  'series',
  'issuer',
  'place',
  'edition',
  'source',
  'rights',
  'contact',
  'typefaces',
  'isbn',
] as const

/** What a publication says of itself. */
function addFields(publication: Publication, to: Gathering): void {
  for (const field of fields) to.say('field', own(field), null, publication[field])
  to.say('field', own('date'), null, publication.date?.day ?? null)
  for (const notice of ['prevailing', 'translation', 'attribution'] as const)
    to.say('field', own(`notice-${notice}`), null, publication.notices[notice])
  to.say('field', own('link'), null, publication.link)
  addImprint(publication, to)
}

/** The digits by which an edition is recognised follow from all else, and are left out. */
function addImprint({ imprint }: Publication, to: Gathering): void {
  to.say('field', own('edition-number'), null, imprint.number)
  to.say('field', own('supersedes'), null, imprint.supersedes)
  to.say('field', own('superseded-by'), null, imprint.supersededBy)
  to.say('field', own('withdrawn'), null, imprint.withdrawn)
  for (const { format, number } of imprint.isbnLines)
    to.say('field', own(format === null ? 'isbn-number' : `isbn-${format}`), null, number)
  to.say('field', own('issn'), null, imprint.issn)
  to.say('field', own('doi'), null, imprint.doi)
  to.say('field', own('legal-deposit'), null, imprint.legalDeposit)
}

function addFigure(figure: Figure, to: Gathering): void {
  const unit = own(`figure-${figure.id}`)
  to.say('figure', unit, 'qualifier', figure.qualifier)
  to.say('figure', unit, null, figure.display ?? asGiven(figure))
  for (const part of ['label', 'period', 'change', 'source'] as const)
    to.say(part === 'source' ? 'source' : 'label', unit, part, figure[part])
}

/** A number as it was given, the same in each language. */
function asGiven({ value, unit }: Figure): string {
  return [value.join('–'), unit].filter((part) => part !== '').join(' ')
}
