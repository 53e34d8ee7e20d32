import type { Report } from './base/report.ts'
import type { Span } from './base/span.ts'
import type { Source } from './base/world.ts'
import type { Element } from './document/element.ts'
import type { Picture } from './picture/picture.ts'
import { readPicture } from './picture/read-picture.ts'
import { reportUnread } from './read.ts'

/** A picture of print resolution over a whole sheet has about 30 MB. */
const pictureLimit = 64 * 1024 * 1024

/** Reads the pictures that a document shows, each once, by their `src`. */
export function readPictures(root: Element, source: Source, report: Report): ReadonlyMap<string, Picture> {
  const pictures = new Map<string, Picture>()
  for (const [path, span] of sourcesIn(root)) {
    const picture = readOne(path, span, source, report)
    if (picture !== null) pictures.set(path, picture)
  }
  return pictures
}

function readOne(path: string, span: Span, source: Source, report: Report): Picture | null {
  const read = source.read(path, pictureLimit)
  if (!read.ok) {
    reportUnread(read, span, report)
    return null
  }
  const picture = readPicture(read.bytes, path)
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
