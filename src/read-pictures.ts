import type { Report } from './base/report.ts'
import { type Span, wholeFile } from './base/span.ts'
import type { Source } from './base/world.ts'
import type { Element } from './document/element.ts'
import type { Picture, Raster } from './picture/picture.ts'
import { qrScheme, readQr } from './picture/qr.ts'
import { readPicture } from './picture/read-picture.ts'
import { largestDrawing } from './picture/svg/limits.ts'
import { isSvg, readSvg } from './picture/svg/read-svg.ts'
import type { VectorPicture } from './picture/vector.ts'
import { reportUnread } from './read.ts'

/** A picture of print resolution over a whole sheet has about 30 MB. */
const pictureLimit = 64 * 1024 * 1024
/** All pictures of a publication together: a build holds them, and the PDF that it makes of them. */
const allPicturesLimit = 256 * 1024 * 1024

/**
 * Reads the pictures that a document shows, each once, by their `src`: files, and codes that are made of what it says.
 * Those that are known, from the same document at greater length, are not read again.
 */
export function readPictures(
  root: Element,
  source: Source,
  report: Report,
  known: ReadonlyMap<string, Picture> = new Map(),
): ReadonlyMap<string, Picture> {
  const pictures = new Map<string, Picture>()
  let left = allPicturesLimit
  for (const [path, span] of sourcesIn(root)) {
    const before = known.get(path)
    if (before) pictures.set(path, before)
    if (before) continue
    const bytes = path.startsWith(qrScheme) ? null : bytesOf(path, left, span, source, report)
    left -= bytes?.length ?? 0
    const picture = path.startsWith(qrScheme)
      ? codeOf(path, span, report)
      : bytes && pictureOf(bytes, path, span, report)
    if (picture !== null) pictures.set(path, picture)
  }
  return pictures
}

/** A QR code of what stands behind `qr:`. */
function codeOf(path: string, span: Span, report: Report): VectorPicture | null {
  const code = readQr(path.slice(qrScheme.length), path)
  if (code.kind !== 'problem') return code
  report.error('read/qr', `the QR code \`${path}\` cannot be made: ${code.detail}`, span, code.hint)
  return null
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
  return isSvg(bytes) ? drawingOf(bytes, path, span, report) : rasterOf(bytes, path, span, report)
}

function rasterOf(bytes: Uint8Array, path: string, span: Span, report: Report): Raster | null {
  const picture = readPicture(bytes, path)
  if (picture.kind === 'problem') {
    report.error(
      'read/picture',
      `the picture \`${path}\` cannot be used: ${picture.detail}`,
      span,
      picture.hint,
    )
    return null
  }
  const { profile } = picture
  if (profile?.kind === 'problem') {
    const message = `the picture \`${path}\` is printed as if it were in sRGB: ${profile.detail}`
    report.warning('read/picture-profile', message, span, profile.hint)
  }
  return picture
}

function drawingOf(bytes: Uint8Array, path: string, span: Span, report: Report): VectorPicture | null {
  if (bytes.length > largestDrawing) {
    const message = `the drawing \`${path}\` has more than ${largestDrawing} bytes`
    report.error('read/svg', message, span, 'simplify it, or save it as PNG')
    return null
  }
  const text = textOf(bytes)
  if (text !== null) return readSvg({ path, text }, report)
  report.error('read/encoding', `\`${path}\` is not UTF-8`, wholeFile(path), 'save it as UTF-8')
  return null
}

/** Null where it is not UTF-8. */
function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
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
