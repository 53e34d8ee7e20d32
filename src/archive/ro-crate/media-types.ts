/** The format of a file by the end of its name (IANA's registry of media types); null: nothing is known of it. */
export function mediaType(path: string): string | null {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const end = /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase()
  return types.get(end ?? '') ?? (/^(?:LICEN[CS]E|OFL|NOTICE|README)$/i.test(name) ? 'text/plain' : null)
}

const types: ReadonlyMap<string, string> = new Map([
  ['css', 'text/css'],
  ['csv', 'text/csv'],
  ['gif', 'image/gif'],
  // A template of HTML with gaps.
  ['hbs', 'text/html'],
  ['html', 'text/html'],
  ['jpeg', 'image/jpeg'],
  ['jpg', 'image/jpeg'],
  ['json', 'application/json'],
  ['md', 'text/markdown'],
  ['ndjson', 'application/x-ndjson'],
  ['otf', 'font/otf'],
  ['pdf', 'application/pdf'],
  ['png', 'image/png'],
  ['svg', 'image/svg+xml'],
  ['tsv', 'text/tab-separated-values'],
  ['ttc', 'font/collection'],
  ['ttf', 'font/ttf'],
  ['txt', 'text/plain'],
  ['webp', 'image/webp'],
  ['woff', 'font/woff'],
  ['woff2', 'font/woff2'],
  ['xml', 'application/xml'],
  ['yaml', 'application/yaml'],
  ['yml', 'application/yaml'],
])

/** A format as the registry of the National Archives knows it. */
export interface PronomFormat {
  readonly iri: string
  readonly name: string
}

/** What archives tell PDF/A by: the standards that a file keeps to, as `edition.json` names them. */
export function pronomFormat(standards: readonly string[]): PronomFormat | null {
  return standards.includes('PDF/A-3a')
    ? { iri: 'https://www.nationalarchives.gov.uk/PRONOM/fmt/479', name: 'PDF/A-3a (ISO 19005-3)' }
    : null
}
