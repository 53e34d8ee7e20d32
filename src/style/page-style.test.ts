import { describe, expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { tree } from '../testing/tree.ts'
import { cascade } from './cascade.ts'
import type { PageQuery } from './computed.ts'
import { pageStyle } from './page-style.ts'
import { parseTheme } from './theme.ts'

const mm = 72 / 25.4
const plain: PageQuery = { name: 'auto', side: 'right', isFirst: false, languages: ['en', 'zh-Hans'] }

describe('the page', () => {
  test('is A4 with margins unless the theme says otherwise', () => {
    const style = styleOf('')
    expect(style.size.width).toBeCloseTo(595.28, 2)
    expect(style.size.height).toBeCloseTo(841.89, 2)
    expect(style.margin.left).toBeCloseTo(20 * mm)
    expect([style.background, style.columns, style.boxes.size]).toEqual([null, [], 0])
  })

  test.each([
    ['A5', 148 * mm, 210 * mm],
    ['letter', 612, 792],
    ['100mm 3in', 100 * mm, 216],
  ])('may be %s', (size, width, height) => {
    expect(styleOf(`@page { size: ${size} }`).size).toEqual({ width, height })
  })

  test('has columns whose ic is the font size of the page', () => {
    expect(styleOf('@page { font-size: 10.5pt; bi-columns: 1fr 24pt 18ic }').columns).toEqual([
      { kind: 'fr', value: 1 },
      { kind: 'pt', value: 24 },
      { kind: 'pt', value: 189 },
    ])
  })

  test('takes its font size from the root, and variables too', () => {
    const css = 'html { font-size: 9pt; --top: 2em } @page { margin: var(--top) 1em 0 }'
    expect(styleOf(css).margin).toEqual({ top: 18, right: 9, bottom: 0, left: 9 })
  })

  test('a name weighs more than first, first more than the side, whatever the order', () => {
    const css = `@page cover { margin-top: 4pt } @page :first { margin-top: 3pt; margin-left: 3pt }
      @page :left { margin-top: 2pt; margin-left: 2pt; margin-right: 2pt } @page { margin: 1pt }`
    const margin = (query: Partial<PageQuery>) => styleOf(css, query).margin
    expect(margin({})).toEqual({ top: 1, right: 1, bottom: 1, left: 1 })
    expect(margin({ side: 'left' })).toEqual({ top: 2, right: 2, bottom: 1, left: 2 })
    expect(margin({ side: 'left', isFirst: true })).toEqual({ top: 3, right: 2, bottom: 1, left: 3 })
    expect(margin({ side: 'left', isFirst: true, name: 'cover' })).toEqual({
      top: 4,
      right: 2,
      bottom: 1,
      left: 3,
    })
  })

  test('one rule may have several selectors', () => {
    const css = '@page cover:left, :first { margin: 0 }'
    expect(styleOf(css, { name: 'cover', side: 'left' }).margin.top).toBe(0)
    expect(styleOf(css, { isFirst: true }).margin.top).toBe(0)
    expect(styleOf(css, { name: 'cover' }).margin.top).not.toBe(0)
  })
})

describe('margin boxes', () => {
  const css = `html { font-size: 10pt; color: #5A6570 }
    bi-margin { font-size: 8pt } bi-margin:lang(zh) { font-family: "Noto Sans SC" } p { font-family: serif }
    @page { @top-left { content: string(title) } @top-right { content: string(title); text-align: end }
            @bottom-center { content: counter(page); font-size: 1em; bi-baseline: 9pt } @bottom-left { color: black } }`

  test('keep their content for the pages to fill in', () => {
    const { boxes } = styleOf(css)
    expect([...boxes.keys()]).toEqual(['top-left', 'top-right', 'bottom-center'])
    expect(boxes.get('top-left')?.content).toEqual([{ kind: 'string', name: 'title' }])
    expect(boxes.get('bottom-center')?.content).toEqual([{ kind: 'counter', name: 'page', style: 'decimal' }])
  })

  test('inherit from the root, with what is said of margins in their language', () => {
    const { boxes } = styleOf(css)
    expect(boxes.get('top-left')).toMatchObject({ fontFamily: ['serif'], fontSize: 8, color: [90, 101, 112] })
    expect(boxes.get('top-right')).toMatchObject({ fontFamily: ['Noto Sans SC'], textAlign: 'end' })
    expect(boxes.get('bottom-center')).toMatchObject({ fontFamily: ['serif'], fontSize: 10, baseline: 9 })
  })

  test('speak the first and the last of the printed languages', () => {
    const families = (languages: readonly string[]) => {
      const { boxes } = styleOf(css, { languages })
      return ['top-left' as const, 'top-right' as const].map((name) => boxes.get(name)?.fontFamily[0])
    }
    expect(families(['zh-Hans', 'en'])).toEqual(['Noto Sans SC', 'serif'])
    expect(families(['zh-Hans'])).toEqual(['Noto Sans SC', 'Noto Sans SC'])
  })

  test('are removed by a page of a name that wants none', () => {
    const more = `${css} @page cover { @top-left { content: none } @top-right { content: normal } }`
    expect([...styleOf(more, { name: 'cover' }).boxes.keys()]).toEqual(['bottom-center'])
  })
})

test('the same question under the same root has the same answer, the same object', () => {
  const theme = parseTheme([{ path: 'theme.css', text: '@page { margin: 0 }' }], new Report())
  const root = cascade(tree('<html/>'), theme, new Report())
  expect(pageStyle(theme, { ...plain }, root)).toBe(pageStyle(theme, plain, root))
  expect(pageStyle(theme, { ...plain, side: 'left' }, root)).not.toBe(pageStyle(theme, plain, root))
})

test('what variables make wrong in a page rule is reported with the cascade', () => {
  const report = new Report()
  const css = 'html { --wide: wide }\n@page { size: var(--wide); @top-left { content: var(--wide) } }'
  const theme = parseTheme([{ path: 'theme.css', text: css }], report)
  cascade(tree('<html/>'), theme, report)
  expect(report.diagnostics.map(({ code, span }) => `${code} ${place(span)}`)).toEqual([
    'style/value theme.css:2:9',
    'style/value theme.css:2:40',
  ])
})

function styleOf(css: string, query: Partial<PageQuery> = {}) {
  const report = new Report()
  const theme = parseTheme([{ path: 'theme.css', text: css }], report)
  const root = cascade(tree('<html><p/></html>'), theme, report)
  expect(report.diagnostics).toEqual([])
  return pageStyle(theme, { ...plain, ...query }, root)
}
