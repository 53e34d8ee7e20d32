import { didYouMean, type Hints, nearest, type Related, type Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { FitStep } from './layout-settings.ts'

/** The steps of a layout, and those of the layouts below it that it does not take. */
export interface LayoutSteps {
  readonly fit: readonly FitStep[]
  readonly passedOver: readonly FitStep[]
}

/** Checks the steps of a layout against those that its theme names, by their first place: both ways. */
export function checkSteps(steps: LayoutSteps, named: ReadonlyMap<string, Span>, report: Report): void {
  const taken = namesIn(steps.fit)
  // What another step was written for is not missed as well.
  const wanted = new Set(namesIn(steps.passedOver).keys())
  for (const [name, span] of taken) {
    wanted.add(named.has(name) ? name : (nearest(name, named.keys()) ?? name))
    if (named.has(name)) continue
    const message = `no rule of the theme waits for the step \`${name}\``
    const hint = `write \`@media (bi-fit: ${name}) { … }\` in the theme`
    report.error('layout/unknown-step', message, span, ...meant(name, named, 'the theme has this one', hint))
  }
  for (const [name, span] of named) {
    if (wanted.has(name)) continue
    const message = `no step of the layout takes \`${name}\`: these rules never hold`
    const hint = `add \`- tighten: ${name}\` to \`fit:\` in its \`layout.yaml\``
    report.warning(
      'layout/unused-step',
      message,
      span,
      ...meant(name, taken, 'the layout has this one', hint),
    )
  }
}

function namesIn(steps: readonly FitStep[]): ReadonlyMap<string, Span> {
  return new Map(steps.flatMap((step) => (step.kind === 'tighten' ? [[step.name, step.span] as const] : [])))
}

/** The hint, and before it the name that was meant, with its place. */
function meant(name: string, known: ReadonlyMap<string, Span>, note: string, hint: string): Hints {
  const near = nearest(name, known.keys())
  const at = near === null ? undefined : known.get(near)
  if (near === null || at === undefined) return [hint]
  const related: Related = { at, note }
  return [didYouMean(name, [near]), hint, related]
}
