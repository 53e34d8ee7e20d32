import type { Segment } from '../outline.ts'
import { arcTo } from './arc.ts'
import { Scanner } from './scan.ts'
import type { SvgReport } from './svg-report.ts'
import type { Written } from './xml.ts'

/** Where a path stands while it is read. */
interface State {
  readonly outline: Segment[]
  /** Reading ends when there are more: it would be too much in any case. */
  readonly room: number
  readonly scanner: Scanner
  x: number
  y: number
  /** Where its part began, and where `Z` leads back to. */
  startX: number
  startY: number
  /** The last control point of the last curve, which a smooth one mirrors; of which kind that curve was. */
  control: { readonly kind: 'C' | 'Q'; readonly x: number; readonly y: number } | null
}

/**
 * Reads the `d` of a path (SVG 2, 9.3) into lines and cubic curves; what cannot be read is a finding, at its place. With
 * more than `room` segments it ends.
 */
export function readPath(written: Written, room: number, report: SvgReport): readonly Segment[] {
  const scanner = new Scanner(written)
  const state: State = { outline: [], room, scanner, x: 0, y: 0, startX: 0, startY: 0, control: null }
  if (scanner.take(none) !== null && scanner.isAtEnd) return []
  while (!scanner.isAtEnd && state.outline.length <= room) {
    const { at } = scanner
    const command = at === 0 || state.outline.length === 0 ? scanner.take(/[Mm]/y) : scanner.take(commands)
    if (command === null || !readCommand(command, state)) {
      const what =
        state.outline.length === 0 ? 'its outline does not begin with `M`' : 'an outline breaks off'
      report.broken(what, scanner.span, 'export the drawing again: here something else should stand')
      return []
    }
  }
  return state.outline
}

const commands = /[MmLlHhVvCcSsQqTtAaZz]/y
const none = /none/y

/** A command, as often as numbers for it follow; false where they do not come out even. */
function readCommand(command: string, state: State): boolean {
  const { scanner } = state
  const isRelative = command >= 'a'
  const name = command.toUpperCase()
  if (name === 'Z') {
    closePath(state)
    return true
  }
  for (
    let isFirst = true;
    isFirst || (scanner.startsNumber && state.outline.length <= state.room);
    isFirst = false
  ) {
    // What follows a move without a name of its own is lines.
    const each = name === 'M' && !isFirst ? 'L' : name
    if (each === 'A' ? !readArc(isRelative, state) : !readStep(each, isRelative, state)) return false
  }
  return true
}

function closePath(state: State): void {
  if (state.outline.at(-1)?.[0] !== 'Z') state.outline.push(['Z'])
  state.x = state.startX
  state.y = state.startY
  state.control = null
}

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2 }

function readStep(name: string, isRelative: boolean, state: State): boolean {
  const numbers: number[] = []
  for (let index = 0; index < (counts[name] ?? 0); index++) {
    const number = state.scanner.number()
    if (number === null) return false
    const isAcross = name === 'V' ? false : index % 2 === 0
    numbers.push(isRelative ? number + (isAcross ? state.x : state.y) : number)
  }
  step(name, numbers, state)
  return true
}

/** One step, its numbers absolute. */
function step(
  name: string,
  [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0]: readonly number[],
  state: State,
): void {
  if (name === 'M') {
    state.outline.push(['M', a, b])
    ;[state.startX, state.startY] = [a, b]
    arrive(a, b, null, state)
  } else if (name === 'L') line(a, b, state)
  else if (name === 'H') line(a, state.y, state)
  else if (name === 'V') line(state.x, a, state)
  else if (name === 'C') cubic(a, b, c, d, e, f, state)
  else if (name === 'S') cubic(...mirrored('C', state), a, b, c, d, state)
  else if (name === 'Q') quadratic(a, b, c, d, state)
  else quadratic(...mirrored('Q', state), a, b, state)
}

function line(x: number, y: number, state: State): void {
  begin(state)
  state.outline.push(['L', x, y])
  arrive(x, y, null, state)
}

function cubic(
  ...[x1, y1, x2, y2, x, y, state]: [number, number, number, number, number, number, State]
): void {
  begin(state)
  state.outline.push(['C', x1, y1, x2, y2, x, y])
  arrive(x, y, { kind: 'C', x: x2, y: y2 }, state)
}

/** A quadratic curve is a cubic one whose control points stand two thirds of the way to its own. */
function quadratic(cx: number, cy: number, x: number, y: number, state: State): void {
  begin(state)
  const [fromX, fromY] = [state.x, state.y]
  const between = (from: number, control: number): number => from + (2 / 3) * (control - from)
  const [x1, y1, x2, y2] = [between(fromX, cx), between(fromY, cy), between(x, cx), between(y, cy)]
  state.outline.push(['C', x1, y1, x2, y2, x, y])
  arrive(x, y, { kind: 'Q', x: cx, y: cy }, state)
}

function readArc(isRelative: boolean, state: State): boolean {
  const { scanner } = state
  const [rx, ry, turn] = [scanner.number(), scanner.number(), scanner.number()]
  const [isLarge, isPositive] = [scanner.flag(), scanner.flag()]
  const [endX, endY] = [scanner.number(), scanner.number()]
  if (rx === null || ry === null || turn === null || isLarge === null || isPositive === null) return false
  if (endX === null || endY === null) return false
  const [x, y] = isRelative ? [endX + state.x, endY + state.y] : [endX, endY]
  begin(state)
  state.outline.push(...arcTo([state.x, state.y], { rx, ry, turn, isLarge, isPositive }, [x, y]))
  arrive(x, y, null, state)
  return true
}

/** What is drawn after `Z` begins where that part did. */
function begin(state: State): void {
  if (state.outline.at(-1)?.[0] === 'Z') state.outline.push(['M', state.startX, state.startY])
}

function arrive(x: number, y: number, control: State['control'], state: State): void {
  ;[state.x, state.y] = [x, y]
  state.control = control
}

/** The control point of a smooth curve: the last one of its kind, mirrored at where the path stands. */
function mirrored(kind: 'C' | 'Q', { control, x, y }: State): readonly [number, number] {
  return control?.kind === kind ? [2 * x - control.x, 2 * y - control.y] : [x, y]
}
