import { encode } from 'uqr'
import { type PictureProblem, problem } from './picture.ts'
import { bestMasked, type Modules } from './qr-mask.ts'
import type { VectorPicture } from './vector.ts'

/** What stands before the text of a code where a file would be named. */
export const qrScheme = 'qr:'

/** Clear modules on each side: what ISO/IEC 18004, 9.1 asks for, so that a reader finds the symbol. */
const quietZone = 4
/** Pixels of a module, where nothing else says how large it is: 0.53 mm, at arm's length for any camera. */
const moduleSize = 2
/** Bytes of the longest text: what version 40 holds at level M (ISO/IEC 18004, table 7). */
const longestCode = 2331

/** Almost black, as text. */
const ink = [0x11, 0x11, 0x11] as const

/**
 * A QR code as a drawing, with its quiet zone: of the smallest version, at level M. Only ASCII is in it, since readers
 * guess at the encoding of anything else: what is not is percent-encoded, as an address has it (RFC 3987, 3.1).
 */
export function readQr(text: string, path: string): VectorPicture | PictureProblem {
  const said = text.replace(/\p{Cs}/gu, '\ufffd').replace(/[^!-~]+/gu, (other) => encodeURIComponent(other))
  if (said === '') return problem('it has no text', 'write the address that it leads to after `qr:`')
  if (said.length > longestCode)
    return problem(
      `it says ${said.length} bytes, and a code holds at most ${longestCode}`,
      'give it a shorter address',
    )
  // The mask is chosen here: to try all of them takes the encoder longer than anything else.
  const symbol = encode(said, { ecc: 'M', border: 0, maskPattern: 0 })
  const { size } = symbol
  const side = (size + 2 * quietZone) * moduleSize
  const shape = {
    kind: 'rectangles',
    edges: rectanglesOf(bestMasked(symbol), size),
    fill: { paint: { kind: 'color', color: ink }, opacity: 1, rule: 'nonzero' },
  } as const
  return { kind: 'vector', path, width: side, height: side, shapes: [shape], texts: [] }
}

interface Run {
  readonly from: number
  readonly to: number
  /** Its first row. */
  readonly top: number
}

/** A rectangle for each run of dark modules that is the same in the rows below it: no seams show between rows. */
function rectanglesOf(modules: Modules, size: number): readonly number[] {
  const edges: number[] = []
  let open: Run[] = []
  for (let row = 0; row <= size; row++) {
    const ends = row < size ? endsOf(modules, row, size) : new Uint8Array(size)
    const next: Run[] = []
    for (const run of open) {
      if (ends[run.from] === run.to) {
        next.push(run)
        ends[run.from] = 0
      } else for (const at of [run.from, run.top, run.to, row]) edges.push((at + quietZone) * moduleSize)
    }
    for (let from = 0; from < size; from++) {
      const to = ends[from] ?? 0
      if (to > 0) next.push({ from, to, top: row })
    }
    open = next
  }
  return edges
}

/** By column: where the run of dark modules ends that begins there; 0 where none does. */
function endsOf(modules: Modules, row: number, size: number): Uint8Array {
  const ends = new Uint8Array(size)
  let from = -1
  for (let column = 0; column <= size; column++) {
    const isDark = column < size && modules[row * size + column] === 1
    if (isDark && from < 0) from = column
    if (isDark || from < 0) continue
    ends[from] = column
    from = -1
  }
  return ends
}
