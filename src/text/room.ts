/**
 * Typed arrays cut from one buffer, zeroed. A paragraph has a score of them, and a buffer of its own for each would be
 * dear to allocate and to collect. Ask for the widest elements first, so that each array is aligned.
 */
export interface Room {
  float64(size: number): Float64Array
  uint32(size: number): Uint32Array
  uint8(size: number): Uint8Array
}

/** A room for so many elements of each width; asking for more throws. */
export function openRoom(sizes: {
  readonly float64: number
  readonly uint32: number
  readonly uint8: number
}): Room {
  const buffer = new ArrayBuffer(8 * sizes.float64 + 4 * sizes.uint32 + sizes.uint8)
  let at = 0
  const take = (bytes: number): number => {
    const start = at
    at += bytes
    return start
  }
  return {
    float64: (size) => new Float64Array(buffer, take(8 * size), size),
    uint32: (size) => new Uint32Array(buffer, take(4 * size), size),
    uint8: (size) => new Uint8Array(buffer, take(size), size),
  }
}
