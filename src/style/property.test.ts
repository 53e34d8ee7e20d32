import { describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import { cascade } from './cascade.ts'
import type { ComputedStyle } from './computed.ts'
import { autoPlace, type GridLine } from './grid-style.ts'
import type { Longhand } from './longhands.ts'
import { initialWords, longhandNames, properties } from './property.ts'
import { shorthands } from './shorthand.ts'

/** For each property an accepted value, what the style then says, and a value that is refused. */
const samples: { readonly [Name in Longhand]: readonly [good: string, field: unknown, bad: string] } = {
  'font-family': ['"Source Serif 4", Noto Serif SC', ['Source Serif 4', 'Noto Serif SC'], 'Source Serif 4'],
  'font-size': ['200%', 24, 'large'],
  'bi-font-sizes': ['28pt 2em', [28, 24], '28'],
  'font-weight': ['600', 600, '1001'],
  'font-style': ['italic', 'italic', 'oblique'],
  'font-variant-numeric': ['tabular-nums', true, 'oldstyle-nums'],
  color: ['#8C1A1D', [140, 26, 29], 'transparent'],
  'line-height': ['1.5', 18, 'normal'],
  'bi-baseline': ['13.5pt', 13.5, '1'],
  'text-align': ['justify', 'justify', 'left'],
  'text-indent': ['2em', 24, '10%'],
  'text-wrap': ['balance', 'balance', 'pretty'],
  hyphens: ['auto', 'auto', 'manual'],
  'word-break': ['keep-all', 'keep-all', 'break-word'],
  'line-break': ['strict', 'strict', 'auto'],
  'white-space': ['pre-wrap', 'pre-wrap', 'pre-line'],
  'text-autospace': ['no-autospace', 0, 'insert'],
  'bi-autospace': ['0.125em', 1.5, '-1pt'],
  'text-spacing-trim': ['space-all', 'space-all', 'trim-start'],
  'letter-spacing': ['0.1em', 12 * 0.1, '5%'],
  'list-style-type': ['"–"', '"–', 'lower-greek'],
  display: ['run-in', 'run-in', 'flex'],
  position: ['absolute', 'absolute', 'fixed'],
  top: ['1in', { top: 72, right: null, bottom: null, left: null }, '5%'],
  right: ['0', { top: null, right: 0, bottom: null, left: null }, 'center'],
  bottom: ['-2pt', { top: null, right: null, bottom: -2, left: null }, '1'],
  left: ['1ic', { top: null, right: null, bottom: null, left: 12 }, '1fr'],
  width: ['50%', { kind: 'share', value: 0.5 }, '-1pt'],
  height: ['72pt', { kind: 'pt', value: 72 }, 'min-content'],
  'min-height': ['9pt', 9, 'auto'],
  'max-width': ['50%', { kind: 'share', value: 0.5 }, 'auto'],
  'max-height': ['3in', { kind: 'pt', value: 216 }, '-1pt'],
  'margin-top': ['-9pt', { top: -9, right: 0, bottom: 0, left: 0 }, 'auto'],
  'margin-right': ['1em', { top: 0, right: 12, bottom: 0, left: 0 }, '5%'],
  'margin-bottom': ['9pt', { top: 0, right: 0, bottom: 9, left: 0 }, 'none'],
  'margin-left': ['3pt', { top: 0, right: 0, bottom: 0, left: 3 }, 'auto'],
  'padding-top': ['6pt', { top: 6, right: 0, bottom: 0, left: 0 }, '-6pt'],
  'padding-right': ['6pt', { top: 0, right: 6, bottom: 0, left: 0 }, '5%'],
  'padding-bottom': ['6pt', { top: 0, right: 0, bottom: 6, left: 0 }, 'auto'],
  'padding-left': ['6pt', { top: 0, right: 0, bottom: 0, left: 6 }, '1px'],
  'border-top-width': ['2pt', undefined, 'thin'],
  'border-right-width': ['2pt', undefined, 'medium'],
  'border-bottom-width': ['2pt', undefined, '-1pt'],
  'border-left-width': ['2pt', undefined, 'solid'],
  'border-top-style': ['solid', undefined, 'dashed'],
  'border-right-style': ['solid', undefined, 'dotted'],
  'border-bottom-style': ['solid', undefined, 'double'],
  'border-left-style': ['solid', undefined, '1pt'],
  'border-top-color': ['#ffffff', undefined, 'transparent'],
  'border-right-color': ['currentcolor', undefined, 'red'],
  'border-bottom-color': ['white', undefined, '#12'],
  'border-left-color': ['#abc', undefined, '#abcd'],
  'background-color': ['#F3F4F5', [243, 244, 245], '#F3F4F580'],
  'column-rule-width': ['0.4pt', undefined, '1'],
  'column-rule-style': ['solid', undefined, 'groove'],
  'column-rule-color': ['#B4BAC1', undefined, 'none'],
  'vertical-align': ['top', 'top', 'text-top'],
  'object-fit': ['cover', 'cover', 'crop'],
  'grid-template-columns': ['repeat(2, 1fr) minmax(10pt, auto)', undefined, '[name] 1fr'],
  'grid-template-rows': ['subgrid', undefined, 'fit-content(10pt)'],
  'grid-template-areas': ['"a a" "b ."', undefined, '"a b" "b a"'],
  'column-gap': ['6mm', undefined, '10%'],
  'row-gap': ['normal', undefined, '-1pt'],
  'align-items': ['baseline', undefined, 'last baseline'],
  'justify-items': ['center', undefined, 'baseline'],
  'align-self': ['end', { ...autoPlace, alignSelf: 'end' }, 'self-end'],
  'justify-self': ['start', { ...autoPlace, justifySelf: 'start' }, 'left'],
  'grid-column-start': ['span 2', columnFrom({ kind: 'span', count: 2 }), '0'],
  'grid-column-end': ['-1', undefined, '2.5'],
  'grid-row-start': ['head', undefined, '1001'],
  'grid-row-end': ['3', undefined, 'span 0'],
  page: ['cover', 'cover', '1'],
  'break-before': ['recto', 'recto', 'left'],
  'break-after': ['avoid', 'avoid', 'always'],
  'break-inside': ['avoid', 'avoid', 'avoid-page'],
  'bi-stand': ['foot', 'foot', 'head'],
  widows: ['3', 3, '0'],
  orphans: ['4', 4, '1.5'],
  'bookmark-level': ['2', 2, '7'],
  'string-set': [
    'title content() "!"',
    [{ name: 'title', value: [{ kind: 'content' }, { kind: 'text', text: '!' }] }],
    'title',
  ],
  content: [
    'target-counter(attr(href), page)',
    [{ kind: 'target-counter', attr: 'href', name: 'page' }],
    'url(x.png)',
  ],
  'counter-reset': ['page 5 chapter', 5, '5 chapter'],
  'counter-increment': ['chapter section 2', undefined, '1'],
  'counter-set': ['chapter 3', undefined, 'chapter 1.5'],
}

const initial = styleOf('')

describe.each(longhandNames)('%s', (name) => {
  const [good, expected, bad] = samples[name]
  const { field } = properties[name]

  test(`accepts \`${good}\``, () => {
    const report = new Report()
    const style = styleOf(`${name}: ${good}`, report)
    expect(report.diagnostics).toEqual([])
    if (expected !== undefined && field !== null) expect(style[field]).toEqual(expected)
  })

  test(`refuses \`${bad}\` at its place`, () => {
    const report = new Report()
    const style = styleOf(`${name}: ${bad}`, report)
    const [found, ...others] = report.diagnostics
    expect(others).toEqual([])
    expect(found?.code).toMatch(/^style\/(value|unit)$/)
    expect(found?.span.file.text.slice(found.span.start, found.span.end)).toBe(`${name}: ${bad}`)
    expect(found?.hints.length).toBeGreaterThan(0)
    expect(style).toEqual(initial)
  })

  test('has an initial value by its own syntax', () => {
    const report = new Report()
    styleOf(`${name}: ${properties[name].initial}`, report)
    expect(report.diagnostics).toEqual([])
    expect(initialWords(name).length).toBeGreaterThan(0)
  })

  test('understands inherit, initial and unset', () => {
    const { isInherited } = properties[name]
    const outer = (inner: string) => {
      const style = styleOf(inner, new Report(), `${name}: ${good}`)
      return field === null ? style : style[field]
    }
    expect(outer(`${name}: unset`)).toEqual(outer(`${name}: ${isInherited ? 'inherit' : 'initial'}`))
    expect(outer('')).toEqual(outer(`${name}: unset`))
  })

  test('is described by one sentence', () => {
    expect(properties[name].description).toMatch(/^[A-Z].*\.$/)
  })
})

describe('rules around boxes', () => {
  test('have a width and a colour of their own, or that of the text', () => {
    const style = styleOf(
      'color: #5A6570; border-top: 2pt solid; border-left: solid #fff 1pt; border-right: 3pt',
    )
    expect(style.border).toEqual({
      top: { width: 2, color: [90, 101, 112] },
      right: { width: 0, color: [90, 101, 112] },
      bottom: { width: 0, color: [90, 101, 112] },
      left: { width: 1, color: [255, 255, 255] },
    })
  })

  test('are all set by one shorthand', () => {
    const side = { width: 0.4, color: [180, 186, 193] }
    const { border, columnRule } = styleOf('border: 0.4pt solid #B4BAC1; column-rule: 0.4pt solid #B4BAC1')
    expect(border).toEqual({ top: side, right: side, bottom: side, left: side })
    expect(columnRule).toEqual(side)
  })
})

describe('shorthands', () => {
  test.each([
    ['1pt', [1, 1, 1, 1]],
    ['1pt 2pt', [1, 2, 1, 2]],
    ['1pt 2pt 3pt', [1, 2, 3, 2]],
    ['1pt 2pt 3pt 4pt', [1, 2, 3, 4]],
  ])('margin: %s goes around the four sides', (value, [top, right, bottom, left]) => {
    expect(styleOf(`margin: ${value}`).margin).toEqual({ top, right, bottom, left })
    expect(styleOf(`padding: ${value}`).padding).toEqual({ top, right, bottom, left })
  })

  test('a later longhand overrides a part, a later shorthand the whole', () => {
    expect(styleOf('margin: 1pt; margin-top: 2pt').margin.top).toBe(2)
    expect(styleOf('margin-top: 2pt; margin: 1pt').margin.top).toBe(1)
  })

  test('each names longhands that exist, and refuses what they refuse', () => {
    expect(shorthands.size).toBe(14)
    for (const [name, { longhands }] of shorthands) {
      expect(longhands.length).toBeGreaterThan(0)
      for (const longhand of longhands) expect(longhandNames).toContain(longhand)
      const report = new Report()
      styleOf(`${name}: linear-gradient(red, blue)`, report)
      expect(report.diagnostics.map(({ code }) => code)).toEqual(['style/value'])
    }
  })
})

function columnFrom(start: GridLine) {
  return { ...autoPlace, column: { start, end: { kind: 'auto' } } }
}

/** The style of a paragraph of 12 pt whose rule says `declarations`, in a root with its own. */
function styleOf(declarations: string, report = new Report(), outer = ''): ComputedStyle {
  const css = `html { font-size: 12pt; ${outer} } span { ${declarations} }`
  const theme = themeOf(css, report)
  const child = cascade(tree('<html><span/></html>'), theme, report).children[0]
  if (child?.kind !== 'styled') throw new Error('the root has a child')
  return child.style
}
