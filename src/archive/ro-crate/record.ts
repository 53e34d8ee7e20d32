import { isArray, isObject, type Json, type JsonObject, readJson } from '../ocfl/json.ts'

/** A text in each language that it has, in the order of the publication. */
export type Texts = ReadonlyMap<string, string>

/** A file that people read or print. */
export interface RecordOutput {
  readonly file: string
  readonly kind: 'reading' | 'print'
  readonly languages: readonly string[]
  readonly standards: readonly string[]
}

export interface RecordIsbn {
  readonly number: string
  readonly language: string | null
  readonly format: string | null
}

/** What `edition.json` says of an edition, as far as others are told of it. */
export interface EditionRecord {
  /** Of the publication: `tag:authority,year:document` (RFC 4151). */
  readonly id: string
  readonly number: string
  readonly note: string | null
  /** The number of the edition whose place it takes. */
  readonly supersedes: string | null
  readonly title: Texts
  readonly subtitle: Texts
  readonly issuer: Texts
  readonly rights: Texts
  readonly isbn: Texts
  /** Those that are data, each of all languages and forms unless it names one. */
  readonly isbns: readonly RecordIsbn[]
  readonly issn: string | null
  readonly doi: string | null
  /** ISO 8601, as exactly as it is known; null: none is stated. */
  readonly date: string | null
  readonly languages: readonly {
    readonly tag: string
    readonly name: string
    readonly status: string | null
  }[]
  /** The language that counts where versions differ. */
  readonly prevailing: string | null
  readonly link: string | null
  readonly outputs: readonly RecordOutput[]
}

/** Where it stands in an edition. */
export const recordPath = 'edition.json'

/** Reads `edition.json`. Null: it is none, or lacks an id, a number, a title or languages. What is not said is empty. */
export function readRecord(bytes: Uint8Array): EditionRecord | null {
  const read = readJson(bytes)
  if (!read.ok || !isObject(read.value)) return null
  const fields = read.value
  const [id, number] = [textOf(fields, 'id'), textOf(fields, 'number')]
  const languages = objectsOf(fields, 'languages').flatMap((language) => {
    const tag = textOf(language, 'tag')
    if (tag === null) return []
    return [{ tag, name: textOf(language, 'name') ?? tag, status: textOf(language, 'status') }]
  })
  const textsOf = (key: string): Texts => inOrder(fields.get(key), languages)
  const title = textsOf('title')
  if (id === null || number === null || title.size === 0 || languages.length === 0) return null
  return {
    id,
    number,
    note: textOf(fields, 'note'),
    supersedes: textOf(fields, 'supersedes'),
    title,
    subtitle: textsOf('subtitle'),
    issuer: textsOf('issuer'),
    rights: textsOf('rights'),
    isbn: textsOf('isbn'),
    isbns: objectsOf(fields, 'isbns').flatMap(isbnOf),
    issn: textOf(fields, 'issn'),
    doi: textOf(fields, 'doi'),
    date: textOf(fields, 'date'),
    languages,
    prevailing: textOf(fields, 'prevailing'),
    link: textOf(fields, 'link'),
    outputs: objectsOf(fields, 'outputs').flatMap(outputOf),
  }
}

/** Names an edition among those of all publications: the id of its publication with a fragment. */
export function editionIri(id: string, number: string): string {
  return `${id}#edition-${encodeURIComponent(number)}`
}

function isbnOf(fields: JsonObject): readonly RecordIsbn[] {
  const number = textOf(fields, 'number')
  if (number === null) return []
  return [{ number, language: textOf(fields, 'language'), format: textOf(fields, 'format') }]
}

function outputOf(fields: JsonObject): readonly RecordOutput[] {
  const [file, kind] = [textOf(fields, 'file'), textOf(fields, 'kind')]
  if (file === null || (kind !== 'reading' && kind !== 'print')) return []
  return [{ file, kind, languages: listOf(fields, 'languages'), standards: listOf(fields, 'standards') }]
}

function textOf(fields: JsonObject, key: string): string | null {
  const value = fields.get(key)
  return typeof value === 'string' && value !== '' ? value : null
}

function listOf(fields: JsonObject, key: string): readonly string[] {
  const value = fields.get(key)
  return isArray(value) ? value.filter((item) => typeof item === 'string') : []
}

function objectsOf(fields: JsonObject, key: string): readonly JsonObject[] {
  const value = fields.get(key)
  return isArray(value) ? value.filter(isObject) : []
}

function inOrder(value: Json | undefined, languages: readonly { readonly tag: string }[]): Texts {
  const texts: JsonObject = isObject(value) ? value : new Map()
  return new Map(
    languages.flatMap(({ tag }): [string, string][] => {
      const text = texts.get(tag)
      return typeof text === 'string' && text !== '' ? [[tag, text]] : []
    }),
  )
}
