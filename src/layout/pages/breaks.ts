import type { AcrossBox, BlockBox, PassageBox } from '../../style/box.ts'
import type { ComputedStyle } from '../../style/computed.ts'
import { checkMargins } from '../vertical-margins.ts'
import { closeSection, type Walk } from '../walk.ts'

/** What a box does to the pages before anything of it is set. */
export function begin(walk: Walk, { element, style }: BlockBox | PassageBox | AcrossBox): void {
  checkMargins(element, style, walk.report)
  applyBreak(walk, style.breakBefore)
  if (style.page !== 'auto' && style.page !== walk.page) changePage(walk, style.page)
  if (style.pageReset === null) return
  if (walk.open && walk.open.rows.length > 0) {
    const message = `\`<${element.name}>\` restarts the numbers of the pages, but does not begin a page`
    const hint = 'let it begin one: `break-before: page`, or a `page` of its own'
    walk.report.warning('layout/page-reset', message, element.span, hint)
  } else if (walk.open) walk.open.pageReset = style.pageReset
  else walk.pageReset = style.pageReset
}

/** Begins a new section where a break is forced. */
export function applyBreak(walk: Walk, value: ComputedStyle['breakBefore']): void {
  if (value !== 'page' && value !== 'recto' && value !== 'verso') return
  closeSection(walk)
  if (value !== 'page' || walk.start === 'page') walk.start = value
}

/** Begins a new section on pages of another name. */
export function changePage(walk: Walk, page: string): void {
  closeSection(walk)
  walk.page = page
}
