import type { Pt } from '../base/length.ts'
import type { TagId } from '../document/structure.ts'
import type { Link, Place } from '../layout/page.ts'
import type { PdfFile } from './document.ts'
import type { Structure } from './structure.ts'
import { decimal, type ObjectId, type Syntax, textString, to } from './syntax.ts'

/** A page that was painted: what leads to it needs no more. */
export interface Sheet {
  readonly object: ObjectId
  readonly height: Pt
}

/** Link annotations; those that lead into the document are written last, when all pages are there. */
export class Links {
  readonly #file: PdfFile
  readonly #structure: Structure
  readonly #pending: { readonly object: ObjectId; readonly start: Syntax; readonly anchor: string }[] = []

  constructor(file: PdfFile, structure: Structure) {
    this.#file = file
    this.#structure = structure
  }

  /** ISO 32000-1, 12.5.6.5; flag 4 is Print, which ISO 19005-3, 6.3.2 demands. */
  add(link: Link, x: Pt, y: Pt, tag: TagId | null, pageHeight: Pt): ObjectId {
    const object = this.#file.reserve()
    const bottom = pageHeight - y - link.height
    const corners = [x, bottom, x + link.width, bottom + link.height].map(decimal).join(' ')
    const key = tag === null ? '' : `/StructParent ${this.#structure.addAnnotation(tag, object)}`
    const start = `<</Type/Annot/Subtype/Link/Rect[${corners}]/Border[0 0 0]/F 4/Contents${textString(link.description)}${key}/A`
    const { target } = link
    if (target.kind === 'anchor') this.#pending.push({ object, start, anchor: target.anchor })
    // One that is refused is a finding, and no file.
    else this.#file.write(object, `${start}<</S/URI/URI${textString(safeUri(target.uri) ?? '')}>>>>`)
    return object
  }

  write(anchors: ReadonlyMap<string, Place>, sheets: readonly Sheet[]): void {
    for (const { object, start, anchor } of this.#pending) {
      const place = anchors.get(anchor)
      if (!place) throw new Error(`link to missing anchor ${anchor} was to be refused`)
      this.#file.write(object, `${start}<</S/GoTo/D${destination(place, sheets)}>>>>`)
    }
  }
}

/** An explicit destination: the page at its present zoom, with the place at its top left. */
export function destination(place: Place, sheets: readonly Sheet[]): Syntax {
  const sheet = sheets[place.page]
  if (!sheet) throw new Error(`there is no page ${place.page}`)
  return `[${to(sheet.object)}/XYZ ${decimal(place.x)} ${decimal(sheet.height - place.y)} null]`
}

/** The URI in ASCII (ISO 32000-1, 12.6.4.7), or null for one that a published file must not hold. */
export function safeUri(uri: string): string | null {
  if (!URL.canParse(uri)) return null
  const url = new URL(uri)
  if (!schemes.has(url.protocol)) return null
  return /^[\x21-\x7e]+$/.test(uri) ? uri : url.href
}

const schemes: ReadonlySet<string> = new Set(['http:', 'https:', 'mailto:', 'tel:'])
