import { type Json, type JsonObject, jsonObject } from '../ocfl/json.ts'
import { oneOrMore, optional, reference } from './file-entities.ts'
import { type EditionRecord, editionIri, type RecordIsbn, type Texts } from './record.ts'

/** What is said of the publication on the whole of an edition (RO-Crate 1.2, "Direct properties of the Root Data Entity"). */
export function publicationFields(record: EditionRecord): Readonly<Record<string, Json>> {
  const { id, number, title, issuer, rights, date, languages, link, supersedes } = record
  const issuers = issuer.size === 0 ? null : reference('#issuer')
  return {
    description: descriptionOf(record),
    identifier: oneOrMore(identifiersOf(record).map(({ iri }) => reference(iri))),
    inLanguage: oneOrMore(languages.map(({ tag }) => tag)),
    isVersionOf: reference(id),
    license: rights.size === 0 ? 'no licence is stated' : reference(licenceIri(rights)),
    version: number,
    workExample: oneOrMore(languages.map(({ tag }) => reference(languageIri(tag)))),
    ...namesOf(title),
    ...optional('creator', issuers),
    ...optional('publisher', issuers),
    ...optional('datePublished', date),
    ...optional('url', link),
    ...optional('replaces', supersedes === null ? null : reference(editionIri(id, supersedes))),
  }
}

/** What those fields refer to. */
export function publicationEntities(record: EditionRecord): readonly JsonObject[] {
  const { id, title, issuer, rights, supersedes } = record
  const entities: JsonObject[] = [
    jsonObject({ '@id': id, '@type': 'CreativeWork', ...namesOf(title) }),
    ...identifiersOf(record).map(({ iri, name, value }) =>
      jsonObject({ '@id': iri, '@type': 'PropertyValue', name, value }),
    ),
    ...record.languages.map(({ tag, status }) => languageEntity(tag, status, record)),
  ]
  if (issuer.size > 0)
    entities.push(jsonObject({ '@id': '#issuer', '@type': 'Organization', ...namesOf(issuer) }))
  if (rights.size > 0) {
    const [first = ''] = rights.values()
    const description = [...rights.values()].join('\n')
    entities.push(
      jsonObject({ '@id': licenceIri(rights), '@type': 'CreativeWork', name: first, description }),
    )
  }
  if (supersedes !== null) {
    const earlier = { '@id': editionIri(id, supersedes), '@type': 'CreativeWork', version: supersedes }
    entities.push(jsonObject({ ...earlier, isVersionOf: reference(id), ...namesOf(title) }))
  }
  return entities
}

/** The address of a licence that is known everywhere, where the rights name one. */
function licenceIri(rights: Texts): string {
  const known = /https?:\/\/(?:creativecommons|spdx)\.org\/[\w./-]*[\w/]/
  return known.exec([...rights.values()].join('\n'))?.[0] ?? '#rights'
}

/** One of the versions by language, which together are the publication. */
function languageEntity(tag: string, status: string | null, { title, subtitle }: EditionRecord): JsonObject {
  const [anyTitle = ''] = title.values()
  return jsonObject({
    '@id': languageIri(tag),
    '@type': 'CreativeWork',
    exampleOfWork: reference('./'),
    inLanguage: tag,
    name: title.get(tag) ?? anyTitle,
    ...optional('alternativeHeadline', subtitle.get(tag) ?? null),
    ...optional('creativeWorkStatus', status),
  })
}

function languageIri(tag: string): string {
  return `#language-${tag}`
}

interface Identifier {
  readonly iri: string
  readonly name: string
  readonly value: string
}

function identifiersOf({ id, number, isbn, isbns, issn, doi }: EditionRecord): readonly Identifier[] {
  return [
    { iri: '#identifier', name: 'edition', value: editionIri(id, number) },
    ...[...isbn].map(([tag, value]) => ({ iri: `#isbn-${tag}`, name: `ISBN (${tag})`, value })),
    ...isbns.map(isbnIdentifier),
    ...(issn === null ? [] : [{ iri: '#issn', name: 'ISSN', value: issn }]),
    ...(doi === null ? [] : [{ iri: '#doi', name: 'DOI', value: doi }]),
  ]
}

function isbnIdentifier({ number, language, format }: RecordIsbn): Identifier {
  const of = [language, format].filter((one) => one !== null)
  const iri = ['#isbn', number, ...of].join('-')
  return { iri, name: of.length === 0 ? 'ISBN' : `ISBN (${of.join(', ')})`, value: number }
}

/** The name in the first language, and what it is called in the others. */
function namesOf(texts: Texts): Readonly<Record<string, Json>> {
  const [name = '', ...others] = new Set(texts.values())
  return { name, ...optional('alternateName', oneOrMore(others)) }
}

function descriptionOf({ number, note, languages, prevailing }: EditionRecord): string {
  const names = languages.map(({ name }) => name).join(', ')
  const first = languages.find(({ tag }) => tag === prevailing)
  const prevails = first === undefined ? '' : `; ${first.name} prevails`
  return `Edition ${number} in ${names}${prevails}.${note === null ? '' : ` ${note}`}`
}
