import { describe, expect, it } from 'vitest'
import type { Running } from '../style/running.ts'
import { runningTexts } from './running.ts'

describe('runningTexts', () => {
  it('shows the first text set on a page, and after it the last one', () => {
    const shown = show([set(0, 'one'), set(1, 'two'), set(1, 'three'), set(3, 'four')], 5)
    expect(shown).toEqual(['one', 'two', 'three', 'four', 'four'])
  })

  it('shows nothing before the first text', () => {
    expect(show([set(2, 'late')], 3)).toEqual(['', '', 'late'])
  })

  it('keeps the languages apart, and shows in each what is set for all', () => {
    const texts = [set(0, 'title', 'en'), set(0, '标题', 'zh-Hans')]
    expect([show(texts, 1, 'en'), show(texts, 1, 'zh-Hans'), show(texts, 1, 'fr')]).toEqual([
      ['title'],
      ['标题'],
      [''],
    ])
    expect([show([set(0, 'T', null)], 1, 'en'), show([set(0, 'T', null)], 1, 'fr')]).toEqual([['T'], ['T']])
  })

  it('leaves out what is on no page', () => {
    const nowhere = { name: 'chapter', lang: 'en', text: 'lost', element: 9 }
    expect(runningTexts([nowhere], new Map(), 1)(0)('chapter', 'en')).toBe('')
  })
})

interface Set {
  readonly page: number
  readonly text: string
  readonly lang: string | null
}

function set(page: number, text: string, lang: string | null = 'en'): Set {
  return { page, text, lang }
}

/** What `string(chapter)` is on each page. */
function show(sets: readonly Set[], pages: number, lang = 'en'): readonly string[] {
  const running = sets.map(
    (one, element): Running => ({ name: 'chapter', lang: one.lang, text: one.text, element }),
  )
  const places = new Map(sets.map(({ page }, element) => [element, { page, x: 0, y: 0 }]))
  const textOn = runningTexts(running, places, pages)
  return Array.from({ length: pages }, (_, page) => textOn(page)('chapter', lang))
}
