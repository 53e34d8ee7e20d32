import { inflateSync } from 'node:zlib'
import { anotherFile, type PictureProblem, type PngHeader, problem } from './picture.ts'
import { passesOf, rowSize } from './png-size.ts'

/** Inflates the pixels once, to see that they are all there; gives the stream without what follows it. */
export function checkPixels(
  data: Uint8Array,
  size: number,
  header: PngHeader,
): Uint8Array<ArrayBufferLike> | PictureProblem {
  const inflated = inflate(data, size)
  if (!inflated) return problem('its pixels are damaged', anotherFile)
  const { rows, used } = inflated
  if (rows.length < size) return problem('its last pixels are missing', anotherFile)
  let at = 0
  for (const pass of passesOf(header)) {
    const step = 1 + rowSize(pass.width, header)
    for (let row = 0; row < pass.height; row++, at += step) {
      if ((rows[at] ?? 0) > 4) return problem('its pixels are damaged', anotherFile)
    }
  }
  return data.subarray(0, used)
}

/** The filtered rows; they were checked when the picture was read. */
export function inflateRows(data: Uint8Array, size: number): Uint8Array {
  const inflated = inflate(data, size)
  if (!inflated) throw new Error('pixels that were sound when they were read no longer are')
  return inflated.rows
}

/** Null for a broken stream or one of more than `size` bytes. */
function inflate(
  data: Uint8Array,
  size: number,
): { readonly rows: Uint8Array; readonly used: number } | null {
  try {
    // With `info` the answer is an object, which the types do not say: how much was read stands in its engine.
    const { buffer, engine }: InflateInfo = Object(inflateSync(data, { maxOutputLength: size, info: true }))
    return { rows: buffer, used: engine.bytesWritten }
  } catch (error) {
    if (error instanceof Error && 'code' in error) return null
    throw error
  }
}

interface InflateInfo {
  readonly buffer: Uint8Array
  readonly engine: { readonly bytesWritten: number }
}
