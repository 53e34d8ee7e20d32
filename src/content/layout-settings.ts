import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { LayoutName } from './publication.ts'
import { type droppable, layoutSchema } from './schema.ts'
import { settle } from './settle.ts'
import type { Loaded } from './yaml-node.ts'

/** What a `layout.yaml` says. */
export interface LayoutSettings {
  /** The layout from which it derives; null for none. */
  readonly base: LayoutName | null
  /** What is done where room is short, in order; null: not said. */
  readonly fit: readonly FitStep[] | null
}

/** A step of a fit: rules of the theme that hold from now on, or what may be left out. */
export type FitStep =
  | { readonly kind: 'tighten'; readonly name: string; readonly span: Span }
  | { readonly kind: 'drop'; readonly what: Droppable }

/** A kind of block, or the remarks. */
export type Droppable = (typeof droppable)[number]

const silent: LayoutSettings = { base: null, fit: null }

/** Reads a `layout.yaml`. */
export function layoutSettings(loaded: Loaded, report: Report): LayoutSettings {
  const written = settle(layoutSchema, loaded, {}, report)
  if (written === null) return silent
  const { extends: base, fit } = written
  return {
    base: base === undefined ? null : { name: base.text, span: base.span },
    fit:
      fit?.flatMap(({ tighten, drop }): readonly FitStep[] => {
        if (tighten !== undefined) return [{ kind: 'tighten', name: tighten.text, span: tighten.span }]
        return drop === undefined ? [] : [{ kind: 'drop', what: drop }]
      }) ?? null,
  }
}
