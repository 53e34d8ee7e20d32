import { didYouMean, type Report } from '../base/report.ts'
import type { Element, TextNode } from '../document/element.ts'
import type { ChartPart } from './box.ts'
import type { Styled } from './cascade.ts'

/** What a theme may say something about in a chart; `last` beside one of them: the last of its kind alone. */
export const partNames = [
  'tick',
  'category',
  'label',
  'note',
  'legend',
  'grid',
  'zero',
  'mark',
  'line',
  'area',
  'point',
  'gap',
  'series',
  'day',
  'month',
  'years',
] as const

export type PartName = (typeof partNames)[number]

const known: ReadonlySet<string> = new Set([...partNames, 'last'])
/** What may stand around parts. */
const wrappers: ReadonlySet<string> = new Set(['bi-passage', 'bi-version', 'div'])

/** The parts that stand in a chart, in order; anything else in it is refused, since a chart prints its data alone. */
export function partsIn({ children }: Styled, report: Report): readonly ChartPart[] {
  return children.flatMap((child) => {
    if (child.kind === 'text') return refuseText(child, report)
    if (wrappers.has(child.element.name)) return partsIn(child, report)
    if (child.element.name !== 'bi-part') return refuse(child.element, report)
    const { element, style } = child
    const names = (element.attrs.get('class') ?? '').split(/\s+/).filter((name) => name !== '')
    checkNames(names, element, report)
    for (const inner of child.children) {
      if (inner.kind === 'text') refuseText(inner, report)
      else refuse(inner.element, report)
    }
    return [{ names, lang: element.lang, style, element }]
  })
}

function checkNames(names: readonly string[], { span }: Element, report: Report): void {
  for (const name of names) {
    if (known.has(name)) continue
    const message = `\`${name}\` is no part of a chart`
    report.error('style/chart-part', message, span, didYouMean(name, [...known]))
  }
  if (names.some((name) => name !== 'last')) return
  const hint = `give it the name of one as its class, as \`class="${partNames[0]}"\``
  report.error('style/chart-part', 'a `<bi-part>` does not say which part of a chart it is', span, hint)
}

function refuseText({ leaf }: TextNode, report: Report): readonly ChartPart[] {
  if (leaf.text.trim() !== '')
    report.error('style/chart-part', 'text stands in a chart', leaf.span, 'put it before or after the chart')
  return []
}

function refuse({ name, span }: Element, report: Report): readonly ChartPart[] {
  const hint = 'in a `<bi-chart>` stand `<bi-part>`s, alone or in a passage'
  report.error('style/chart-part', `\`<${name}>\` has no place in a chart`, span, hint)
  return []
}
