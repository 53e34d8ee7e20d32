import { describe, expect, test } from 'vitest'
import { place, Report } from '../base/report.ts'
import { themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import { cascade } from './cascade.ts'
import { rowsFor } from './columns.ts'
import type { PageQuery } from './computed.ts'
import { pageStyle } from './page-style.ts'

const mm = 72 / 25.4
const plain: PageQuery = {
  name: 'auto',
  side: 'right',
  isFirst: false,
  isBlank: false,
  languages: ['en', 'zh-Hans'],
}

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
      { kind: 'fr', value: 1, lang: null },
      { kind: 'pt', value: 24, lang: null },
      { kind: 'pt', value: 189, lang: null },
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

describe('an arrangement', () => {
  test('is columns, or stacked with the languages that stand first', () => {
    expect(styleOf('').arrangement).toEqual({ kind: 'columns' })
    expect(styleOf('@page { bi-arrangement: stacked }').arrangement).toEqual({ kind: 'stacked', first: [] })
    const css = '@page { bi-arrangement: STACKED zh fr } @page cover { bi-arrangement: columns }'
    expect(styleOf(css).arrangement).toEqual({ kind: 'stacked', first: ['zh', 'fr'] })
    expect(styleOf(css, { name: 'cover' }).arrangement).toEqual({ kind: 'columns' })
  })

  test('puts the named languages first, the others in the order of printing', () => {
    const orderOf = (...first: readonly string[]) =>
      rowsFor({ kind: 'stacked', first }, ['en', 'zh-Hans', 'fr', 'zh-Hant']).flat().join(' ')
    expect(orderOf()).toBe('en zh-Hans fr zh-Hant')
    expect(orderOf('zh')).toBe('zh-Hans zh-Hant en fr')
    expect(orderOf('fr', 'zh-Hant', 'zh', 'fr', 'ru')).toBe('fr zh-Hant zh-Hans en')
    expect(rowsFor({ kind: 'columns' }, ['en', 'fr'])).toEqual([['en', 'fr']])
  })

  test.each([
    ['@page { bi-arrangement: stacked zhh }', 'did you mean `zh`?'],
    ['@page { bi-arrangement: stacked zh qqqqq }', 'stacked zh'],
    ['@page { bi-arrangement: rows }', 'columns'],
    ['@page { bi-arrangement: columns zh }', 'columns'],
  ])('that cannot be is a finding: %s', (css, hint) => {
    const report = new Report()
    const theme = themeOf(css, report)
    cascade(tree('<html/>'), theme, report)
    const [found, ...others] = report.diagnostics
    expect([found?.code, others]).toEqual(['style/value', []])
    expect(found?.hints.join('\n')).toContain(hint)
    expect(found?.span.start).toBe(css.indexOf('bi-arrangement'))
  })
})

describe('columns', () => {
  test('may be a language’s, wherever they stand', () => {
    expect(styleOf('@page { bi-columns: zh 189pt 24pt en-GB 1fr }').columns).toEqual([
      { kind: 'pt', value: 189, lang: 'zh' },
      { kind: 'pt', value: 24, lang: null },
      { kind: 'fr', value: 1, lang: 'en-GB' },
    ])
  })

  test.each([
    ['@page { bi-columns: zhh 1fr 24pt 1fr }', 'style/value', 'did you mean `zh`?'],
    ['@page { size: A5; bi-columns: 200pt 24pt 200pt }', 'style/columns', 'or give one column `1fr`'],
    ['@page { size: 300pt 400pt; margin: 30pt; bi-columns: 1fr 40pt 200pt }', 'style/columns', 'in `fr`'],
    [
      '@page { size: 300pt 400pt; bi-columns: 1fr 300pt; bi-arrangement: stacked }',
      'style/columns',
      'in `fr`',
    ],
  ])('that cannot be are a finding: %s', (css, code, hint) => {
    const report = new Report()
    const theme = themeOf(css, report)
    pageStyle(theme, plain, cascade(tree('<html/>'), theme, report), report)
    const [found, ...others] = report.diagnostics
    expect([found?.code, others]).toEqual([code, []])
    expect(found?.hints.join('\n')).toContain(hint)
    expect(found?.span.start).toBe(css.indexOf('bi-columns'))
  })

  test('are measured for the languages that are printed', () => {
    const css = '@page { size: A5; margin: 20mm; bi-columns: en 100pt 20pt zh 100pt 20pt fr 100pt }'
    const codes = (languages: readonly string[]) => {
      const report = new Report()
      const theme = themeOf(css, report)
      pageStyle(theme, { ...plain, languages }, cascade(tree('<html/>'), theme, report), report)
      return report.diagnostics.map(({ code }) => code)
    }
    expect(codes(['en', 'zh-Hans', 'fr'])).toEqual(['style/columns'])
    expect([codes(['en', 'fr']), codes(['fr'])]).toEqual([[], []])
  })
})

describe('the foot and the label', () => {
  test('have a rule above the notes, and figures, unless the theme says otherwise', () => {
    const usual = styleOf('')
    expect(usual.labels).toBe('decimal')
    expect(usual.footnotes).toEqual({
      marginTop: 9,
      borderTop: { width: 0.5, color: [0, 0, 0] },
      paddingTop: 4.5,
      ruleLength: 60,
    })
    const css = `@page { font-size: 10pt }
      @page front { bi-page-label: lower-roman;
        @footnote { margin-top: 2em; border-top: none; padding-top: 0; bi-rule-length: auto } }`
    const style = styleOf(css, { name: 'front' })
    expect(style.labels).toBe('lower-roman')
    expect(style.footnotes).toMatchObject({ marginTop: 20, borderTop: { width: 0 }, ruleLength: null })
  })

  test('a blank page may have rules of its own', () => {
    const css =
      '@page { @bottom-center { content: counter(page) } } @page :blank { @bottom-center { content: none } }'
    expect([styleOf(css).boxes.size, styleOf(css, { isBlank: true }).boxes.size]).toEqual([1, 0])
  })
})

test('the places of what a page is like are those of the theme’s last word', () => {
  const css = `@page { size: A4; bi-columns: 1fr 24pt 1fr; @top-left { content: "a" } }
@page x { size: A5; @top-left { content: "b" } }`
  const { spans } = styleOf(css, { name: 'x' })
  expect([spans.size, spans.columns, spans.boxes.get('top-left')].map((span) => span && place(span))).toEqual(
    ['theme.css:2:11', 'theme.css:1:19', 'theme.css:2:33'],
  )
  expect(styleOf('').spans).toEqual({ size: null, columns: null, boxes: new Map() })
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
    expect(boxes.get('bottom-center')?.content).toEqual([{ kind: 'counter', name: 'page', style: null }])
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

  test('may write the page’s number in a style of their own', () => {
    const { boxes } = styleOf('@page { @top-left { content: counter(page, upper-roman) } }')
    expect(boxes.get('top-left')?.content).toEqual([{ kind: 'counter', name: 'page', style: 'upper-roman' }])
  })

  test('are removed by a page of a name that wants none', () => {
    const more = `${css} @page cover { @top-left { content: none } @top-right { content: normal } }`
    expect([...styleOf(more, { name: 'cover' }).boxes.keys()]).toEqual(['bottom-center'])
  })
})

test('the same question under the same root has the same answer, the same object', () => {
  const theme = themeOf('@page { margin: 0 }', new Report())
  const root = cascade(tree('<html/>'), theme, new Report())
  expect(pageStyle(theme, { ...plain }, root, new Report())).toBe(pageStyle(theme, plain, root, new Report()))
  expect(pageStyle(theme, { ...plain, side: 'left' }, root, new Report())).not.toBe(
    pageStyle(theme, plain, root, new Report()),
  )
})

test('what variables make wrong in a page rule is reported with the cascade', () => {
  const report = new Report()
  const css = 'html { --wide: wide }\n@page { size: var(--wide); @top-left { content: var(--wide) } }'
  const theme = themeOf(css, report)
  cascade(tree('<html/>'), theme, report)
  expect(report.diagnostics.map(({ code, span }) => `${code} ${place(span)}`)).toEqual([
    'style/value theme.css:2:9',
    'style/value theme.css:2:40',
  ])
})

function styleOf(css: string, query: Partial<PageQuery> = {}) {
  const report = new Report()
  const theme = themeOf(css, report)
  const root = cascade(tree('<html><p/></html>'), theme, report)
  expect(report.diagnostics).toEqual([])
  return pageStyle(theme, { ...plain, ...query }, root, report)
}
