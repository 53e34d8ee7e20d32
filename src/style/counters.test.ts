import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import type { Box, Inline } from './box.ts'
import { boxes } from './boxes.ts'
import { cascade } from './cascade.ts'

describe('counters', () => {
  test('number chapters and their sections, which begin anew in each', () => {
    const css = `article { counter-increment: chapter; counter-reset: section }
      h2 { counter-increment: section }
      h2::before { content: counter(chapter) "." counter(section, lower-alpha) " " }`
    const chapter = '<article><h2>x</h2><h2>x</h2></article>'
    expect(texts(css, `<html>${chapter}${chapter}</html>`)).toEqual(['1.a x', '1.b x', '2.a x', '2.b x'])
  })

  // The example of CSS Lists 3, 4.5.
  test('of one name stand in each other', () => {
    const css = `ol { counter-reset: item } li { display: block; counter-increment: item }
      li::before { content: counters(item, ".") " " }`
    const inner = '<ol><li>a</li><li>b<ol><li>c</li></ol></li></ol>'
    expect(texts(css, `<html><ol><li>x</li><li>y${inner}</li><li>z</li></ol></html>`)).toEqual([
      '1 x',
      '2 y',
      '2.1 a',
      '2.2 b',
      '2.2.1 c',
      '3 z',
    ])
  })

  test('of the items of a list end with it, where it stands in another list between the items too', () => {
    const inner = '<ul><li>x</li><li>y</li></ul>'
    expect(
      markers(
        'ul { list-style: "-" }',
        `<html><ol><li>a</li>${inner}<li>b</li>${inner}<li>c</li></ol></html>`,
      ),
    ).toEqual(['1.', '-', '-', '2.', '-', '-', '3.'])
  })

  test('that an element begins hold for those beside it, and end with its parent', () => {
    const css = `h1 { counter-reset: n } p { counter-increment: n } p::before { content: counters(n, ".") " " }`
    const markup = '<html><div><h1>h</h1><p>a</p><p>b</p><h1>h</h1><p>c</p></div><p>d</p><p>e</p></html>'
    // What nothing has begun is begun by the first to count it.
    expect(texts(css, markup)).toEqual(['h', '1 a', '2 b', 'h', '1 c', '1 d', '2 e'])
  })

  test('are reset, raised and set in this order', () => {
    const css = `p { counter-set: n 7; counter-increment: n 2; counter-reset: n 40 m 3 } p::before { content: counter(n) counter(m) " " }`
    expect(texts(css, '<html><p>a</p></html>')).toEqual(['73 a'])
  })

  test('count nothing of what is not displayed, and what stands before and after', () => {
    const css = `em { counter-increment: n } .x { display: none } p::before { counter-increment: n 10; content: counter(n) " " }
      p::after { content: " " counter(n) }`
    expect(texts(css, '<html><p>a<em>b</em><em class="x"/></p></html>')).toEqual(['10 ab 11'])
  })

  test('of pages are for the pages', () => {
    const report = new Report()
    const theme = themeOf(
      'p { counter-reset: page 5 } h1 { counter-reset: page } div { counter-reset: n }',
      report,
    )
    const { children } = cascade(tree('<html><p/><h1/><div/></html>'), theme, report)
    expect(report.diagnostics).toEqual([])
    expect(children.map((child) => child.kind === 'styled' && child.style.pageReset)).toEqual([5, 1, null])
  })
})

describe('languages', () => {
  const css = `article { counter-reset: n } h2 { counter-increment: n; counter-reset: part }
    p { counter-increment: part } bi-passage.shared { counter-increment: n 10 }
    h2::before, p::before { content: counters(n, "-") "/" counter(part) " " }`
  const block = fc.constantFrom('<h2>x</h2>', '<p>x</p>', '<ol><li>x</li><li>x</li></ol>', '')
  const passage = fc.record({ en: block, zh: block, isShared: fc.boolean() })

  test('count each for itself, as if it stood alone', () => {
    const article = fc.array(passage, { maxLength: 5 })
    fc.assert(
      fc.property(fc.array(article, { maxLength: 3 }), (articles) => {
        const together = articles.map((passages) =>
          passages.map(({ en, zh, isShared }) => {
            const open = `<bi-passage${isShared ? ' class="shared"' : ''}>`
            return `${open}<bi-version lang="en">${en}</bi-version><bi-version lang="zh-Hans">${zh}</bi-version></bi-passage>`
          }),
        )
        const alone = (lang: 'en' | 'zh') =>
          articles.map((passages) =>
            passages.map(({ en, zh, isShared }) => {
              // Alone there are no passages: what is shared stands before.
              const shared = isShared ? '<bi-passage class="shared"/>' : ''
              return shared + (lang === 'en' ? en : zh)
            }),
          )
        const whole = (parts: readonly (readonly string[])[]) =>
          `<html>${parts.map((list) => `<article>${list.join('')}</article>`).join('')}</html>`
        const all = inlineTexts(css, whole(together))
        for (const lang of ['en', 'zh'] as const) {
          const tag = lang === 'en' ? 'en' : 'zh-Hans'
          const single = inlineTexts(css, whole(alone(lang)).replace('<html>', `<html lang="${tag}">`))
          expect(all.filter((one) => one.lang === tag).map(({ text }) => text)).toEqual(
            single.map(({ text }) => text),
          )
        }
      }),
    )
  })

  test('what they share reads what the first has counted', () => {
    const rules = 'h2 { counter-increment: n } bi-axis::before { content: counter(n) }'
    const one = `<bi-passage><bi-version lang="en"><h2>a</h2></bi-version><bi-version lang="zh"><h2>b</h2></bi-version><bi-axis/></bi-passage>`
    expect(texts(rules, `<html>${one}${one}</html>`)).toEqual(['a', 'b', '1', 'a', 'b', '2'])
  })
})

describe('markers', () => {
  test.each([
    ['lower-roman', ['i.', 'ii.']],
    ['upper-alpha', ['A.', 'B.']],
    ['cjk-ideographic', ['一、', '二、']],
    ['square', ['▪', '▪']],
    ['none', []],
  ])('are numbers in %s', (style, expected) => {
    expect(markers(`ol { list-style: ${style} }`, '<html><ol><li>a</li><li>b</li></ol></html>')).toEqual(
      expected,
    )
  })

  test('of lists in lists differ', () => {
    const markup = '<html><ul><li>a<ul><li>b<ul><li>c</li></ul></li></ul></li></ul></html>'
    expect(markers('', markup)).toEqual(['•', '◦', '▪'])
  })

  test('may have a content and a style of their own', () => {
    const css =
      'li::marker { content: "(" counter(list-item, upper-roman) ")"; font-weight: 700; color: #fff }'
    const markup = '<html><ol><li>a</li></ol></html>'
    expect(markers(css, markup)).toEqual(['(I)'])
    const [marker] = markerBoxes(css, markup)
    const text = marker?.inlines[0]
    expect(text?.kind === 'text' && text.style).toMatchObject({ fontWeight: 700, color: [255, 255, 255] })
  })

  test('start where a counter is set', () => {
    const css = 'ol { counter-reset: list-item 4 } .skip { counter-set: list-item 9 }'
    const markup = '<html><ol><li>a</li><li class="skip">b</li><li>c</li></ol></html>'
    expect(markers(css, markup)).toEqual(['5.', '9.', '10.'])
  })
})

/** The text of each paragraph. */
function texts(css: string, markup: string): readonly string[] {
  return inlineTexts(css, markup).map(({ text }) => text)
}

function inlineTexts(
  css: string,
  markup: string,
): readonly { readonly lang: string | null; readonly text: string }[] {
  return paragraphs(made(css, markup)).map(({ element, inlines, marker }) => ({
    lang: element.lang,
    text: `${marker}${inlines.map(textOf).join('')}`,
  }))
}

function markers(css: string, markup: string): readonly string[] {
  return markerBoxes(css, markup).map(({ inlines }) => inlines.map(textOf).join(''))
}

function markerBoxes(css: string, markup: string) {
  const found = (box: Box): readonly (Box & { kind: 'paragraph' })[] =>
    box.kind === 'block' ? [...(box.marker ? [box.marker] : []), ...box.children.flatMap(found)] : []
  return found(made(css, markup))
}

function made(css: string, markup: string): Box {
  const report = new Report()
  const { root } = boxes(cascade(tree(markup), themeOf(css, report), report), report)
  expect(report.diagnostics.filter(({ code }) => code !== 'style/hidden-text')).toEqual([])
  return root
}

function paragraphs(
  box: Box,
  marker = '',
): readonly (Box & { kind: 'paragraph' } & { readonly marker: string })[] {
  switch (box.kind) {
    case 'paragraph':
      return [{ ...box, marker }]
    case 'passage':
      return [...box.cells.values(), ...(box.axis ? [box.axis] : [])].flatMap((cell) => paragraphs(cell))
    case 'block':
      return box.children.flatMap((child) =>
        paragraphs(
          child,
          box.element.name === 'li' ? (box.marker?.inlines.map(textOf).join('') ?? '') : marker,
        ),
      )
    default:
      return []
  }
}

function textOf(inline: Inline): string {
  return inline.kind === 'text' ? inline.leaf.text.slice(inline.from, inline.to) : ''
}
