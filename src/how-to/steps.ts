import { unreachable } from '../base/unreachable.ts'
import type { PressSettings, Scheme } from '../press/settings.ts'

/** What decides which steps there are. */
export interface Steps {
  readonly settings: Pick<PressSettings, 'scheme' | 'sides' | 'marks'>
  /** Sheets of paper. */
  readonly sheets: number
  /** Whether the printer is known by its test sheet. */
  readonly isTested: boolean
}

/** The names of the steps from the file to what is read, in order: files in `templates/how-to-print/steps`. */
export function stepsOf(what: Steps): readonly string[] {
  return [...printing(what), ...handling(what)]
}

function printing({ settings, isTested }: Steps): readonly string[] {
  if (settings.sides !== 'both') return ['fronts', isTested ? 'backs-tested' : 'backs']
  return [isTested ? 'print-tested' : 'print']
}

function handling({ settings: { scheme, marks }, sheets }: Steps): readonly string[] {
  const trim = marks.has('crop') ? ['trim'] : []
  switch (scheme.kind) {
    case 'saddle':
    case 'perfect': {
      const steps = nestedIn(scheme, sheets) < sheets ? bound(scheme, sheets) : stapled(scheme, sheets)
      // What was folded across is closed at the head: it is cut open in any case.
      return [...steps, ...(scheme.up === 2 ? trim : [trim[0] ?? 'open'])]
    }
    case 'nup':
      return ['read']
    case 'repeat':
      return ['cut']
    case 'cut-stack':
      return ['cut-piles', 'pile']
    default:
      return unreachable(scheme)
  }
}

type Folded = Extract<Scheme, { readonly kind: 'saddle' | 'perfect' }>

/** Sheets that lie in one another: all of them, or as many as make a signature. */
export function nestedIn(scheme: Folded, sheets: number): number {
  return scheme.kind === 'saddle' ? sheets : Math.min(sheets, scheme.pages / (2 * scheme.up))
}

/** All in one fold: a signature that is the only one is a booklet. */
function stapled({ up }: Folded, sheets: number): readonly string[] {
  if (up === 2) return sheets === 1 ? ['fold-one'] : ['stack', 'fold', 'staple']
  return [`fold-${up}`, ...(sheets === 1 ? [] : ['nest']), 'staple']
}

function bound(scheme: Folded, sheets: number): readonly string[] {
  if (scheme.up === 2) return ['fold-signatures', 'gather']
  const nest = nestedIn(scheme, sheets) === 1 ? [] : ['nest-signatures']
  return [`fold-${scheme.up}`, ...nest, 'gather']
}
