import { type Matrix, movedOutline } from '../picture/matrix.ts'
import type { Segment } from '../picture/outline.ts'
import { ContentStream } from './content-stream.ts'
import { type ObjectId, type Syntax, to } from './syntax.ts'

/** The kinds of resources that a drawing names (ISO 32000-1, table 33). */
export type ResourceKind = 'ExtGState' | 'Pattern' | 'Shading' | 'XObject'

/** The content of a form XObject in the making, with what it names. */
export class FormContent {
  readonly #stream = new ContentStream()
  readonly #resources = new Map<ResourceKind, Map<string, Syntax>>()

  text(operators: string): void {
    this.#stream.text(operators)
  }

  /** A path, through a transform into the coordinates of the form. */
  path(outline: readonly Segment[], transform: Matrix): void {
    for (const [name, ...numbers] of movedOutline(outline, transform)) {
      if (name === 'Z') this.#stream.text('h\n')
      else this.#stream.operator(operators[name], ...numbers)
    }
  }

  /** Rectangles, of each its four edges, as paths: a transform may turn them. */
  rectangles(edges: readonly number[], transform: Matrix): void {
    for (let at = 0; at < edges.length; at += 4) {
      const [left, top, right, bottom] = [
        edges[at] ?? 0,
        edges[at + 1] ?? 0,
        edges[at + 2] ?? 0,
        edges[at + 3] ?? 0,
      ]
      this.#corner('m', left, top, transform)
      this.#corner('l', right, top, transform)
      this.#corner('l', right, bottom, transform)
      this.#corner('l', left, bottom, transform)
      this.#stream.text('h\n')
    }
  }

  #corner(operator: string, x: number, y: number, [a, b, c, d, e, f]: Matrix): void {
    this.#stream.point(operator, a * x + c * y + e, b * x + d * y + f)
  }

  /** A path in its own coordinates, for what is stroked through a transform: they may be of any size. */
  plainPath(outline: readonly Segment[]): void {
    for (const [name, ...numbers] of outline)
      this.#stream.text(name === 'Z' ? 'h\n' : `${reals(numbers)} ${operators[name]}\n`)
  }

  /** The name of a resource; what is the same has the same name. */
  name(kind: ResourceKind, value: Syntax): string {
    const known = this.#resources.get(kind) ?? new Map<string, Syntax>()
    this.#resources.set(kind, known)
    const name = known.get(value) ?? `${kind.charAt(0)}${known.size + 1}`
    known.set(value, name)
    return name
  }

  nameOf(kind: ResourceKind, object: ObjectId): string {
    return this.name(kind, to(object))
  }

  /** The entry of the form's dictionary. */
  get resources(): Syntax {
    const kinds = Array.from(this.#resources, ([kind, known]) => {
      const entries = Array.from(known, ([value, name]) => `/${name} ${value}`)
      return `/${kind}<<${entries.join('')}>>`
    })
    return `/Resources<<${kinds.join('')}>>`
  }

  take(): Uint8Array {
    return this.#stream.take()
  }
}

const operators = { M: 'm', L: 'l', C: 'c' } as const

/** Numbers with as many decimals as a reader keeps, for transforms and what they reach. */
export function reals(values: readonly number[]): Syntax {
  return values.map(real).join(' ')
}

function real(value: number): Syntax {
  const written = value.toFixed(8)
  return written.replace(/\.?0+$/, '').replace(/^-0$/, '0')
}
