import { createHash } from 'node:crypto'
import type { SourceBytes } from './base/world.ts'
import { shortDigits } from './content/imprint.ts'
import { type Rendering, readRendering, renderingPath } from './rendering.ts'

/** What of the making of a file decides what it says. */
export type Said = Pick<Rendering, 'publication' | 'row' | 'languages' | 'isDraft'>

const format = 'bifolio-verification-1'

/**
 * The digest by which an edition is recognised: SHA-256, in 64 hexadecimal digits, of a text in UTF-8 whose lines all end
 * in a line feed:
 *
 * - `bifolio-verification-1`
 * - a JSON object without spaces: `{"publication":…,"row":…,"languages":[…],"draft":…}`, as in `bifolio:rendering.json`
 * - for each embedded source but that file, in the order of the code units of their paths: the SHA-256 of its bytes in
 *   hexadecimal digits, two spaces, its path
 *
 * It is that of what was written, not of the PDF, which cannot contain its own: another date, profile or version of this
 * program changes the file and not the digest. A change of any source changes it, that of the layout and the theme as well.
 */
export function contentDigest(said: Said, sources: readonly SourceBytes[]): string {
  const { publication, row, languages, isDraft } = said
  const made = JSON.stringify({ publication, row, languages, draft: isDraft })
  const files = sources
    .filter(({ path }) => path !== renderingPath)
    .sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .map(({ path, bytes }) => `${sha256(bytes)}  ${path}`)
  return sha256(new TextEncoder().encode([format, made, ...files, ''].join('\n')))
}

/** As many of its digits as are printed. */
export function shortDigest(digest: string): string {
  return digest.slice(0, shortDigits)
}

/** The digest of what a PDF embeds, by path; null where it does not say how it was made. */
export function digestOfSources(sources: ReadonlyMap<string, Uint8Array>): string | null {
  const rendering = sources.get(renderingPath)
  const said = rendering === undefined ? '' : readRendering(rendering)
  if (typeof said === 'string') return null
  return contentDigest(
    said,
    Array.from(sources, ([path, bytes]) => ({ path, bytes })),
  )
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
