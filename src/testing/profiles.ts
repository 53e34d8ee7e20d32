import { deflateSync } from 'node:zlib'

interface ProfileSketch {
  /** Of its colours: `RGB `, `GRAY`, `CMYK`. */
  readonly space?: string
  readonly deviceClass?: string
  readonly version?: number
  readonly signature?: string
  /** The size that it states. */
  readonly size?: number
  /** Where its one tag ends. */
  readonly tagEnd?: number
}

/** A colour profile after a sketch of it (ICC.1:2010, 7): a header and one tag, no real measurements. */
export function profileBytes(sketch: ProfileSketch = {}): Uint8Array {
  const { space = 'RGB ', deviceClass = 'mntr', version = 4, signature = 'acsp' } = sketch
  const bytes = Buffer.alloc(160)
  bytes.writeUInt32BE(sketch.size ?? bytes.length, 0)
  bytes[8] = version
  bytes.write(`${deviceClass}${space}XYZ `, 12, 'latin1')
  bytes.write(signature, 36, 'latin1')
  bytes.writeUInt32BE(1, 128)
  bytes.write('wtpt', 132, 'latin1')
  bytes.writeUInt32BE(144, 136)
  bytes.writeUInt32BE((sketch.tagEnd ?? bytes.length) - 144, 140)
  return new Uint8Array(bytes)
}

/** What an iCCP chunk holds of a profile. */
export function namedProfile(bytes: Uint8Array): Uint8Array {
  return Buffer.concat([Buffer.from('a name\0\0', 'latin1'), deflateSync(bytes)])
}

/** The APP2 segments of a profile in so many parts, in an order of their numbers. */
export function profileSegments(
  bytes: Uint8Array,
  order: readonly number[] = [1],
  count = order.length,
): Uint8Array {
  const size = Math.ceil(bytes.length / count)
  return Buffer.concat(
    order.map((number) => {
      const part = bytes.subarray((number - 1) * size, number * size)
      const head = Buffer.from('\xff\xe2\0\0ICC_PROFILE\0', 'latin1')
      head.writeUInt16BE(part.length + 16, 2)
      return Buffer.concat([head, Uint8Array.of(number, count), part])
    }),
  )
}
