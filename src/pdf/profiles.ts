import { createHash } from 'node:crypto'
import type { Raster } from '../picture/picture.ts'
import type { Profile } from '../picture/profile.ts'
import type { PdfFile } from './document.ts'
import { type ObjectId, type Syntax, to } from './syntax.ts'

const deviceSpaces = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const

/** The colour profiles of a document: each is written once, whichever pictures have it. */
export class Profiles {
  readonly #file: PdfFile
  readonly #written = new Map<string, ObjectId>()

  constructor(file: PdfFile) {
    this.#file = file
  }

  /** The colour space of a picture: that of its profile (ISO 32000-1, 8.6.5.5), else of the device. */
  spaceOf({ profile }: Raster, components: 1 | 3 | 4): Syntax {
    if (profile?.kind !== 'profile') return `/${deviceSpaces[components]}`
    return `[/ICCBased ${to(this.#objectOf(profile))}]`
  }

  #objectOf({ bytes, components }: Profile): ObjectId {
    const digest = digestOf(bytes)
    const known = this.#written.get(digest)
    if (known !== undefined) return known
    const object = this.#file.reserve()
    this.#file.writeStream(object, `/N ${components}/Alternate/${deviceSpaces[components]}`, bytes)
    this.#written.set(digest, object)
    return object
  }
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
