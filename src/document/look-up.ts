import { type Hints, nearest, type Related } from '../base/report.ts'
import type { Text } from '../content/publication.ts'
import { call } from './call.ts'
import { type Fields, isFields, isText } from './context.ts'
import { dataHint, dataNames, fieldOf, outsideRoot, unknownField } from './names.ts'
import type { State } from './state.ts'

/** Looks up what a layout names, from the root context of a rendering. */
export class LookUp {
  readonly #root: Fields
  readonly #state: State

  constructor(root: Fields, state: State) {
    this.#root = root
    this.#state = state
  }

  /**
   * A look-up as a layout writes it: its steps are the arguments of a helper from `from` on, but for the last, its
   * options. Handlebars knows no base where `..` leads out of the root.
   */
  path(base: unknown, at: number, args: readonly unknown[], from: number): unknown {
    if (base === undefined) this.#state.complain(at, 'unknown-name', outsideRoot)
    return this.get(base, at, args, from, args.length - 1)
  }

  /** A value's field by field; what is null has null fields, so that `date.day` may be asked of no date. */
  get(value: unknown, at: number, steps: readonly unknown[], from = 0, to = steps.length): unknown {
    this.#state.step()
    let found = value ?? null
    for (let index = from; index < to; index++) {
      if (found === null) return null
      const step = String(steps[index])
      const field = fieldOf(found, step)
      if (field === undefined) {
        const complaint = unknownField(found, step, found === value ? this.#root : null)
        const [hint, ...more] = complaint.hints
        const hints: Hints = [hint, ...more, ...whereItIs(found, step)]
        this.#state.complain(at, 'unknown-name', { ...complaint, hints })
        return null
      }
      found = field
    }
    return found
  }

  /** `@name`: Handlebars' data variables, `@lang` and `@status`. */
  data(args: readonly unknown[]): unknown {
    const [at, depth, name, ...steps] = args.slice(0, -1)
    let frame: unknown = call(args.at(-1)).data
    for (let level = Number(depth); level > 0; level--) frame = fieldOf(frame, '_parent')
    const value = dataNames.includes(String(name)) ? fieldOf(frame, String(name)) : undefined
    if (value === undefined) {
      this.#state.error('unknown-name', Number(at), `there is no \`@${name}\` here`, dataHint(String(name)))
      return null
    }
    return this.get(value, Number(at), steps)
  }
}

/** The text that a field was asked of, or the one whose name is most like what was asked for. */
function whereItIs(value: unknown, name: string): readonly Related[] {
  if (isText(value)) return placeOf(value, 'the text')
  if (!isFields(value)) return []
  const near = nearest(name, Object.keys(value))
  const meant = near === null ? null : fieldOf(value, near)
  return isText(meant) ? placeOf(meant, `\`${near}\` is this one`) : []
}

function placeOf({ versions }: Text, note: string): readonly Related[] {
  const [leaf] = versions.values()
  return leaf === undefined ? [] : [{ at: leaf.span, note }]
}
