import type { Lang } from './base/lang.ts'
import type { Publication, Text } from './content/publication.ts'
import { plain } from './document/markdown.ts'
import type { Description } from './pdf/paint.ts'
import type { Media } from './style/media.ts'

/** As it stands in the PDF: name and version of this program. */
export const producer = 'Bifolio 0.1.0'

/** What a PDF says of itself; `date` is that of the document, null: the publication's own. */
export function describe(
  publication: Publication,
  { date }: { readonly date: string | null },
  sources: Description['sources'],
  form: 'pdf' | 'print' = 'pdf',
): Description {
  const languages = publication.languages.map((language) => language.tag)
  const titles = textsIn(publication.title, languages)
  const subjects = publication.subtitle ? textsIn(publication.subtitle, languages) : new Map<Lang, string>()
  const first = languages[0] ?? 'en'
  return {
    title: joined(titles) ?? textIn(publication.title, first),
    titles,
    author: publication.issuer && textIn(publication.issuer, first),
    subject: joined(subjects),
    subjects,
    rights: publication.rights ? textsIn(publication.rights, languages) : new Map(),
    identifiers: identifiersOf(publication, form),
    languages,
    date: date ?? isoDate(publication.date?.iso ?? null),
    sources,
    producer,
  }
}

/** The numbers of an edition, of the ISBNs those of what is printed here in this form. */
function identifiersOf(
  { imprint, languages }: Publication,
  form: 'pdf' | 'print',
): Description['identifiers'] {
  const { isbns, issn, doi, number } = imprint
  const own = isbns.filter(
    ({ language, format }) =>
      (format === null || format === form) &&
      (language === null || languages.some(({ tag }) => tag === language)),
  )
  return { isbns: own.map((isbn) => isbn.number), issn, doi, edition: number }
}

/** A text in each language that it has. */
function textsIn(text: Text, languages: readonly Lang[]): ReadonlyMap<Lang, string> {
  const spoken = languages.filter((lang) => text.versions.has(lang))
  return new Map(spoken.map((lang) => [lang, textIn(text, lang)]))
}

/** For readers that show one text only: all versions, the same words once. */
function joined(texts: ReadonlyMap<Lang, string>): string | null {
  return texts.size === 0 ? null : [...new Set(texts.values())].join(' · ')
}

function textIn(text: Text, lang: Lang): string {
  const leaf = text.versions.get(lang) ?? [...text.versions.values()][0]
  return leaf
    ? plain(leaf)
        .replace(/\u200b/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : ''
}

/** The start of the day, month or year that a publication is dated; of 2000 where it has no date: never the clock. */
function isoDate(date: string | null): string {
  const [year = '2000', month = '01', day = '01'] = date?.split('-') ?? []
  return `${year}-${month}-${day}T00:00:00Z`
}

/** What is printed otherwise than usual stands in the name, so that no copy replaces another. */
export function fileName(publication: Publication, media: Media): string {
  const languages = publication.isDefault
    ? ''
    : `.${publication.languages.map((language) => language.tag).join('+')}`
  const draft = publication.isDraft ? '.draft' : ''
  const changes = publication.changed === null ? '' : '.changes'
  return `${publication.name}${languages}${media === 'print' ? '.print' : ''}${changes}${draft}.pdf`
}
