import { encode } from 'uqr'
import type { Segment } from './outline.ts'
import { type PictureProblem, problem } from './picture.ts'
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
  const { data } = encode(said, { ecc: 'M', border: 0 })
  const side = (data.length + 2 * quietZone) * moduleSize
  const shape = {
    kind: 'outlined',
    outline: outlineOf(data),
    fill: { paint: { kind: 'color', color: ink }, opacity: 1, rule: 'nonzero' },
    stroke: null,
  } as const
  return { kind: 'vector', path, width: side, height: side, shapes: [shape], texts: [] }
}

/** A rectangle for each run of dark modules that is the same in the rows below it: no seams show between rows. */
function outlineOf(rows: readonly (readonly boolean[])[]): readonly Segment[] {
  const outline: Segment[] = []
  const open = new Map<string, { readonly from: number; readonly to: number; readonly top: number }>()
  for (let row = 0; row <= rows.length; row++) {
    const runs = runsOf(rows[row] ?? [])
    for (const [key, { from, to, top }] of open) {
      if (runs.has(key)) continue
      outline.push(...rectangle(from, top, to, row))
      open.delete(key)
    }
    for (const [key, run] of runs) if (!open.has(key)) open.set(key, { ...run, top: row })
  }
  return outline
}

function runsOf(
  modules: readonly boolean[],
): ReadonlyMap<string, { readonly from: number; readonly to: number }> {
  const runs = new Map<string, { readonly from: number; readonly to: number }>()
  for (let from = modules.indexOf(true); from >= 0; ) {
    const end = modules.indexOf(false, from)
    const to = end < 0 ? modules.length : end
    runs.set(`${from} ${to}`, { from, to })
    from = modules.indexOf(true, to)
  }
  return runs
}

function rectangle(from: number, top: number, to: number, bottom: number): readonly Segment[] {
  const [left, upper, right, lower] = [from, top, to, bottom].map((at) => (at + quietZone) * moduleSize)
  return corners(left ?? 0, upper ?? 0, right ?? 0, lower ?? 0)
}

function corners(left: number, top: number, right: number, bottom: number): readonly Segment[] {
  return [['M', left, top], ['L', right, top], ['L', right, bottom], ['L', left, bottom], ['Z']]
}
