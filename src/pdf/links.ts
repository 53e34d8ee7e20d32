import type { Pt } from '../base/length.ts'
import type { TagId } from '../document/structure.ts'
import type { Link, Place } from '../layout/page.ts'
import { type Dictionary, type OpenPage, type PdfFile, type Reference, textString } from './document.ts'
import type { Structure } from './structure.ts'

/** Link annotations: those that lead into the document are written last, when all pages are there. */
export class Links {
  readonly #file: PdfFile
  readonly #structure: Structure
  readonly #pending: { readonly annotation: Reference; readonly target: Link['target'] }[] = []

  constructor(file: PdfFile, structure: Structure) {
    this.#file = file
    this.#structure = structure
  }

  /** ISO 32000-1, 12.5.6.5; flag 4 is Print, which ISO 19005-3, 6.3.2 demands. */
  add(link: Link, x: Pt, y: Pt, tag: TagId | null, sheet: OpenPage): void {
    const annotation = this.#file.reserve()
    const bottom = sheet.height - y - link.height
    annotation.data = {
      Type: 'Annot',
      Subtype: 'Link',
      Rect: [x, bottom, x + link.width, bottom + link.height].map(rounded),
      Border: [0, 0, 0],
      F: 4,
      Contents: textString(link.description),
    }
    if (tag !== null) {
      annotation.data.StructParent = this.#structure.addAnnotation(tag, sheet.reference, annotation)
    }
    sheet.addAnnotation(annotation)
    this.#pending.push({ annotation, target: link.target })
  }

  write(anchors: ReadonlyMap<string, Place>, sheets: readonly OpenPage[]): void {
    for (const { annotation, target } of this.#pending) {
      annotation.data.A = action(target, anchors, sheets)
      annotation.end()
    }
  }
}

/** An explicit destination: the page at its present zoom, with the place at its top left. */
export function destination(
  place: Place,
  sheets: readonly OpenPage[],
): readonly (Reference | string | number | null)[] {
  const sheet = sheets[place.page]
  if (!sheet) throw new Error(`there is no page ${place.page}`)
  return [sheet.reference, 'XYZ', rounded(place.x), rounded(sheet.height - place.y), null]
}

/** The URI in ASCII (ISO 32000-1, 12.6.4.7), or null for one that a published file must not hold. */
export function safeUri(uri: string): string | null {
  if (!URL.canParse(uri)) return null
  const url = new URL(uri)
  if (!schemes.has(url.protocol)) return null
  return /^[\x21-\x7e]+$/.test(uri) ? uri : url.href
}

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])

function action(
  target: Link['target'],
  anchors: ReadonlyMap<string, Place>,
  sheets: readonly OpenPage[],
): Dictionary {
  if (target.kind === 'uri') {
    const uri = safeUri(target.uri)
    if (uri === null) throw new Error(`link to ${target.uri} was to be refused`)
    return { S: 'URI', URI: textString(uri) }
  }
  const place = anchors.get(target.anchor)
  if (!place) throw new Error(`link to missing anchor ${target.anchor} was to be refused`)
  return { S: 'GoTo', D: destination(place, sheets) }
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000
}
