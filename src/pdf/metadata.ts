import type { Lang, PerLanguage } from '../base/lang.ts'
import { editionMetadata, editionSchemas, type Identifiers } from './edition-metadata.ts'
import { alternatives, clean, escaped, item } from './xmp.ts'

/** What a file says of itself. */
export interface Description {
  readonly title: string
  /** The title in each language that has one. */
  readonly titles: PerLanguage<string>
  readonly author: string | null
  readonly subject: string | null
  /** The subject in each language that has one. */
  readonly subjects: PerLanguage<string>
  /** Who may do what with it, in each language that says so. */
  readonly rights: PerLanguage<string>
  readonly identifiers: Identifiers
  /** The printed languages, in order. */
  readonly languages: readonly Lang[]
  /** `2014`, `2014-05`, `2014-05-26` or with a time; without a zone it is UTC. */
  readonly date: string
  /** The sources from which the file was made, to be embedded. */
  readonly sources: readonly { readonly path: string; readonly bytes: Uint8Array }[]
  /** The program and its version. */
  readonly producer: string
}

/** `archive`: PDF/A-3a and PDF/UA-1 are claimed; `none`: neither, though the file is tagged all the same. */
export type Profile = 'archive' | 'none'

/** The entries of the information dictionary; the metadata stream says the same (ISO 19005-3, 6.6.3). */
export function information(description: Description): Record<string, string | Date> {
  const date = dateOf(description)
  return {
    Title: clean(description.title),
    ...(description.author === null ? {} : { Author: clean(description.author) }),
    ...(description.subject === null ? {} : { Subject: clean(description.subject) }),
    Creator: clean(description.producer),
    Producer: clean(description.producer),
    CreationDate: date,
    ModDate: date,
  }
}

/** The XMP packet (ISO 16684-1) in UTF-8; `more` are further descriptions of the file, as elements of RDF. */
export function metadata(
  description: Description,
  profile: Profile,
  more: readonly string[] = [],
): Uint8Array {
  const packet = [
    '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    ...dublinCore(description),
    ...basic(description),
    ...editionMetadata(description),
    ...(profile === 'archive' ? claims(editionSchemas(description)) : []),
    ...more,
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="r"?>',
  ]
  return new TextEncoder().encode(packet.join('\n'))
}

/** The date of the edition: the only one in the file. */
export function dateOf(description: Description): Date {
  const { date } = description
  const parsed = new Date(/T[\d:.]+$/.test(date) ? `${date}Z` : date)
  if (Number.isNaN(parsed.getTime())) throw new Error(`the caller's date ${date} is no ISO 8601 date`)
  return parsed
}

function dublinCore(description: Description): readonly string[] {
  const { title, titles, author, subject, subjects, languages } = description
  return [
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${alternatives(title, titles)}</dc:title>`,
    ...(author === null ? [] : [`<dc:creator><rdf:Seq>${item(author)}</rdf:Seq></dc:creator>`]),
    ...(subject === null ? [] : [`<dc:description>${alternatives(subject, subjects)}</dc:description>`]),
    `<dc:language><rdf:Bag>${languages.map(item).join('')}</rdf:Bag></dc:language>`,
    '</rdf:Description>',
  ]
}

function basic(description: Description): readonly string[] {
  const date = dateOf(description)
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
  const producer = escaped(description.producer)
  return [
    '<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    `<xmp:CreateDate>${date}</xmp:CreateDate>`,
    `<xmp:ModifyDate>${date}</xmp:ModifyDate>`,
    `<xmp:CreatorTool>${producer}</xmp:CreatorTool>`,
    `<pdf:Producer>${producer}</pdf:Producer>`,
    '</rdf:Description>',
  ]
}

/** ISO 19005-3, 6.6.4; ISO 14289-1, 5; and 6.6.2.3.3: a schema that XMP does not know is described in the packet. */
const claims = (schemas: string): readonly string[] => [
  '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">',
  '<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>',
  '</rdf:Description>',
  '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
  '<pdfuaid:part>1</pdfuaid:part>',
  '</rdf:Description>',
  '<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"',
  ' xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"',
  ' xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">',
  '<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">',
  '<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>',
  '<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>',
  '<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>',
  '<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">',
  '<pdfaProperty:name>part</pdfaProperty:name>',
  '<pdfaProperty:valueType>Integer</pdfaProperty:valueType>',
  '<pdfaProperty:category>internal</pdfaProperty:category>',
  '<pdfaProperty:description>Part of ISO 14289 to which the file conforms</pdfaProperty:description>',
  '</rdf:li></rdf:Seq></pdfaSchema:property>',
  `</rdf:li>${schemas}</rdf:Bag></pdfaExtension:schemas>`,
  '</rdf:Description>',
]
