import type { Description } from './metadata.ts'
import { alternatives, escaped, item } from './xmp.ts'

/** By what numbers an edition is known. */
export interface Identifiers {
  /** Those of this file: of its languages, in its form. */
  readonly isbns: readonly string[]
  readonly issn: string | null
  /** `10.5555/12345678`. */
  readonly doi: string | null
  /** As people count editions. */
  readonly edition: string | null
}

/** What the packet says of the edition: rights in the schemas of XMP itself, numbers in that of PRISM. */
export function editionMetadata(description: Description): readonly string[] {
  return [...rights(description), ...identifier(description), ...prism(description)]
}

/**
 * The description of PRISM's schema, an entry of the bag of schemas: XMP does not know it (ISO 19005-3, 6.6.2.3.3). Empty
 * where the packet has nothing of it.
 */
export function editionSchemas({ identifiers }: Description): string {
  const used = propertiesOf(identifiers)
  if (used.length === 0) return ''
  const described = used.map(
    ({ name, type, about }) =>
      `<rdf:li rdf:parseType="Resource"><pdfaProperty:name>${name}</pdfaProperty:name><pdfaProperty:valueType>${type}</pdfaProperty:valueType><pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>${about}</pdfaProperty:description></rdf:li>`,
  )
  return [
    '<rdf:li rdf:parseType="Resource">',
    '<pdfaSchema:schema>PRISM basic metadata</pdfaSchema:schema>',
    `<pdfaSchema:namespaceURI>${namespace}</pdfaSchema:namespaceURI>`,
    '<pdfaSchema:prefix>prism</pdfaSchema:prefix>',
    `<pdfaSchema:property><rdf:Seq>${described.join('')}</rdf:Seq></pdfaSchema:property>`,
    '</rdf:li>',
  ].join('\n')
}

/** PRISM 3.0, basic metadata. */
const namespace = 'http://prismstandard.org/namespaces/basic/3.0/'

interface Property {
  readonly name: string
  readonly type: 'Text' | 'bag Text'
  readonly about: string
  readonly value: string
}

function propertiesOf({ isbns, issn, doi, edition }: Identifiers): readonly Property[] {
  const text = (name: string, about: string, value: string | null): readonly Property[] =>
    value === null ? [] : [{ name, type: 'Text', about, value: escaped(value) }]
  const bag = isbns.length === 0 ? null : `<rdf:Bag>${isbns.map(item).join('')}</rdf:Bag>`
  return [
    ...text('doi', 'Digital Object Identifier of the publication', doi),
    ...text('edition', 'Number of the edition', edition),
    ...(bag === null
      ? []
      : [{ name: 'isbn', type: 'bag Text', about: 'ISBN of the publication', value: bag } as const]),
    ...text('issn', 'ISSN of the series', issn),
  ]
}

function prism({ identifiers }: Description): readonly string[] {
  const used = propertiesOf(identifiers)
  if (used.length === 0) return []
  return [
    `<rdf:Description rdf:about="" xmlns:prism="${namespace}">`,
    ...used.map(({ name, value }) => `<prism:${name}>${value}</prism:${name}>`),
    '</rdf:Description>',
  ]
}

/** One name for the file (XMP Specification Part 1, 8.4): its DOI, else its ISBN as a URN (RFC 8254, 3). */
function identifier({ identifiers: { doi, isbns } }: Description): readonly string[] {
  const [isbn] = isbns
  const name =
    doi !== null ? `doi:${doi}` : isbn === undefined ? null : `urn:isbn:${isbn.replaceAll(' ', '-')}`
  if (name === null) return []
  return [
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:identifier>${escaped(name)}</dc:identifier>`,
    '</rdf:Description>',
  ]
}

/** What a reader is told, and what those look for who may use it (XMP Specification Part 1, 8.4 and 8.6: xmpRights). */
function rights({ rights }: Description): readonly string[] {
  const [first] = rights.values()
  if (first === undefined) return []
  const terms = alternatives(first, rights)
  return [
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmpRights="http://ns.adobe.com/xap/1.0/rights/">',
    `<dc:rights>${terms}</dc:rights>`,
    `<xmpRights:UsageTerms>${terms}</xmpRights:UsageTerms>`,
    '</rdf:Description>',
  ]
}
