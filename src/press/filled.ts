import type { Blanks } from './settings.ts'

/** Pages and the blank ones that fill the last sheet. */
export interface Filled {
  readonly count: number
  /** Index into the pages of what comes as the n-th, from 0; null: it is blank. */
  readonly pageAt: (index: number) => number | null
}

/** Fills up pages to a multiple. A single page is always the first, even where the last is to stay last. */
export function filled(pages: number, multiple: number, blanks: Blanks): Filled {
  const count = Math.ceil(pages / multiple) * multiple
  const kept = blanks === 'before-back' && pages > 1 ? pages - 1 : pages
  return {
    count,
    pageAt: (index) => {
      if (index < kept) return index
      return index === count - 1 && kept < pages ? kept : null
    },
  }
}
