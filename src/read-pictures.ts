import type { Report } from './base/report.ts'
import type { Span } from './base/span.ts'
import type { Source } from './base/world.ts'
import type { Element } from './document/element.ts'
import type { Picture } from './picture/picture.ts'
import { readPicture } from './picture/read-picture.ts'
import { reportUnread } from './read.ts'

/** A picture of print resolution over a whole sheet has about 30 MB. */
const pictureLimit = 64 * 1024 * 1024
/** All pictures of a publication together: a build holds them, and the PDF that it makes of them. */
const allPicturesLimit = 256 * 1024 * 1024

/** Reads the pictures that a document shows, each once, by their `src`. */
export function readPictures(root: Element, source: Source, report: Report): ReadonlyMap<string, Picture> {
  const pictures = new Map<string, Picture>()
  let left = allPicturesLimit
  for (const [path, span] of sourcesIn(root)) {
    const bytes = bytesOf(path, left, span, source, report)
    if (bytes === null) continue
    left -= bytes.length
    const picture = pictureOf(bytes, path, span, report)
    if (picture !== null) pictures.set(path, picture)
  }
  return pictures
}

/** The bytes of a file where there may be so many more; null after a finding. */
function bytesOf(path: string, left: number, span: Span, source: Source, report: Report): Uint8Array | null {
  const read = source.read(path, Math.min(pictureLimit, left))
  if (read.ok) return read.bytes
  const isLast = read.problem === 'large' && left < pictureLimit
  const detail = `with it the pictures of the publication have more than ${allPicturesLimit} bytes`
  reportUnread(isLast ? { ...read, detail } : read, span, report)
  return null
}

function pictureOf(bytes: Uint8Array, path: string, span: Span, report: Report): Picture | null {
  const picture = readPicture(bytes, path)
  if (picture.kind !== 'problem') return picture
  const message = `the picture \`${path}\` cannot be used: ${picture.detail}`
  report.error('read/picture', message, span, picture.hint)
  return null
}

/** Each `src` in a tree, with the place where it is first named. */
function sourcesIn(root: Element): ReadonlyMap<string, Span> {
  const sources = new Map<string, Span>()
  const visit = ({ name, attrs, children, span }: Element): void => {
    const path = name === 'img' ? attrs.get('src') : undefined
    if (path && !sources.has(path)) sources.set(path, span)
    for (const child of children) if (child.kind === 'element') visit(child)
  }
  visit(root)
  return sources
}
