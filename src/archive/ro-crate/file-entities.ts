import { createHash } from 'node:crypto'
import { type Json, type JsonObject, jsonObject } from '../ocfl/json.ts'
import { mediaType, type PronomFormat, pronomFormat } from './media-types.ts'
import type { EditionRecord } from './record.ts'

/**
 * A path as the `@id` of a file: a relative IRI, in which letters of any script stand for themselves (RO-Crate 1.2, "Encoding
 * file paths"; RFC 3987, 2.2). A colon would end a scheme.
 */
export function pathIri(path: string): string {
  return path.replace(/[\p{Cc} "#%:<>?[\\\]^`{|}]/gu, encodeURIComponent)
}

/** A file as others are told of it: its role, language, format, length and digest. */
export function fileEntity(path: string, bytes: Uint8Array, record: EditionRecord): JsonObject {
  const languages = languagesOf(path, record)
  const format = formatOf(path, record)
  const media = mediaType(path) ?? 'application/octet-stream'
  return jsonObject({
    '@id': pathIri(path),
    '@type': 'File',
    contentSize: String(bytes.length),
    encodingFormat: format === null ? media : [media, reference(format.iri)],
    name: path.slice(path.lastIndexOf('/') + 1),
    sha512: createHash('sha512').update(bytes).digest('hex'),
    ...optional('description', roleOf(path, record)),
    ...optional('inLanguage', oneOrMore(languages)),
  })
}

/** The formats of files that are known by more than a media type. */
export function formatEntities(record: EditionRecord): readonly JsonObject[] {
  const formats = new Map(
    record.outputs.flatMap(({ standards }): [string, PronomFormat][] => {
      const format = pronomFormat(standards)
      return format === null ? [] : [[format.iri, format]]
    }),
  )
  return [...formats.values()].map(({ iri, name }) =>
    jsonObject({ '@id': iri, '@type': ['WebPage', 'Standard'], name }),
  )
}

export function reference(iri: string): JsonObject {
  return jsonObject({ '@id': iri })
}

/** Values of a field: one stands without brackets (RO-Crate 1.2, appendix on JSON-LD); none is nothing. */
export function oneOrMore(values: readonly Json[]): Json {
  return values.length > 1 ? values : (values[0] ?? null)
}

/** A field that is left out where there is nothing. */
export function optional(key: string, value: Json): Readonly<Record<string, Json>> {
  return value === null ? {} : { [key]: value }
}

function formatOf(path: string, { outputs }: EditionRecord): PronomFormat | null {
  const output = outputs.find(({ file }) => file === path)
  return output === undefined ? null : pronomFormat(output.standards)
}

function languagesOf(path: string, { outputs, languages }: EditionRecord): readonly string[] {
  const output = outputs.find(({ file }) => file === path)
  if (output !== undefined) return output.languages
  const tag = /^text\/(?:.*\/)?([^/]+)\.txt$/.exec(path)?.[1]
  return languages.some((language) => language.tag === tag) && tag !== undefined ? [tag] : []
}

/** What the folders of an edition are for. */
const roles: ReadonlyMap<string, string> = new Map([
  ['build', 'how the edition was made: programs and settings'],
  ['fonts', 'the fonts that were used, with their licences'],
  ['source', 'what the edition was made from'],
  ['text', 'the text as it is read back from the PDF'],
  ['validation', 'what was checked and found'],
])

const files: ReadonlyMap<string, string> = new Map([
  ['edition.json', 'what a catalogue asks of the edition'],
  ['render.json', 'what the program was asked for, and the digests of what came of it'],
])

function roleOf(path: string, { outputs }: EditionRecord): string | null {
  const output = outputs.find(({ file }) => file === path)
  if (output !== undefined) return output.kind === 'reading' ? 'the copy for reading' : 'a copy for printing'
  return files.get(path) ?? roles.get(path.split('/')[0] ?? '') ?? null
}
