import type { Lang } from '../base/lang.ts'
import type { Styled } from './cascade.ts'
import type { Making } from './inlines.ts'

/** A version of a passage, or, its language null, what its versions share. */
export interface PassagePart {
  readonly part: Styled
  readonly lang: Lang | null
}

/** What a passage may hold, in the order of the document; all else is reported. */
export function partsOf({ children }: Styled, making: Making): readonly PassagePart[] {
  const parts: PassagePart[] = []
  const has = (lang: Lang | null) => parts.some((one) => one.lang === lang)
  for (const child of children) {
    if (child.kind === 'text') {
      if (child.leaf.text.trim() !== '') refuse('text', child.leaf.span, making)
      continue
    }
    if (child.style.display === 'none') continue
    const { name, lang } = child.element
    if (name === 'bi-version' && lang !== null && !has(lang)) parts.push({ part: child, lang })
    else if (name === 'bi-axis' && !has(null)) parts.push({ part: child, lang: null })
    else refuse(`\`<${name}${lang === null ? '' : ` lang="${lang}"`}>\``, child.element.span, making)
  }
  return parts
}

function refuse(what: string, span: Styled['element']['span'], making: Making): void {
  const hint = 'a passage holds one `<bi-version lang="…">` for each language, and at most one `<bi-axis>`'
  making.report.error('style/passage', `${what} has no place in a passage`, span, hint)
}

/** Whether all that is in a box stands in one column, whatever its languages. */
export function isColumn({ display, position }: Styled['style']): boolean {
  return display === 'grid' || position === 'absolute'
}

export function within(making: Making, where: Making['where']): Making {
  // Nothing in a version is for all languages.
  return making.where === 'version' || making.where === where ? making : { ...making, where }
}

/** Whether a passage, or what stands across the columns, is an ordinary block: in a column, and as a grid anywhere. */
export function isStacked({ style }: Styled, { where }: Making): boolean {
  return where === 'column' || (where === 'lanes' && style.display === 'grid')
}

/** What is `display: contents`; outside of columns, a passage is one all the same. */
export function makesNoBox({ style, element: { name } }: Styled, { where }: Making): boolean {
  if (style.display !== 'contents' || style.position === 'absolute') return false
  return !alwaysBoxes.has(name) && (where === 'column' || !(name === 'bi-passage' || name === 'bi-across'))
}

const alwaysBoxes: ReadonlySet<string> = new Set(['img', 'bi-note', 'bi-chart', 'bi-read'])
