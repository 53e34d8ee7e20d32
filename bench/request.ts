import type { Request } from '../src/build.ts'
import type { Publication } from '../src/content/publication.ts'
import type { Description } from '../src/pdf/paint.ts'

export const request: Request = {
  path: 'content/measured/publication.yaml',
  name: 'measured',
  languages: null,
  isDraft: false,
  row: null,
  profile: 'archive',
  media: 'screen',
  date: null,
}

/** What a PDF of the measured text says of itself. */
export function descriptionOf(publication: Publication, sources: Description['sources']): Description {
  return {
    title: 'Measured',
    titles: new Map(),
    author: null,
    subject: null,
    subjects: new Map(),
    rights: new Map(),
    identifiers: { isbns: [], issn: null, doi: null, edition: null },
    languages: publication.languages.map(({ tag }) => tag),
    date: '2000',
    sources,
    producer: 'Bifolio',
  }
}
