import { describe, expect, test } from 'vitest'
import { Report } from '../base/report.ts'
import { themeOf } from '../testing/theme.ts'
import { tree } from '../testing/tree.ts'
import type { BlockBox, Box, Inline } from './box.ts'
import { type Boxes, boxes } from './boxes.ts'
import { cascade, type StyledRoot } from './cascade.ts'

describe('blocks and paragraphs', () => {
  test('a block with text is a block box around a paragraph', () => {
    expect(drawn('', '<html><p>a<em>b</em>c</p></html>')).toEqual(['html', ' p', '  ¶p a em{b} c'])
  })

  test('text between blocks stands in anonymous paragraphs, white space between them in none', () => {
    expect(drawn('', '<html>\n <div>a<p>b</p> <p>c</p>d</div>\n</html>')).toEqual([
      'html',
      ' div',
      '  ¶div a',
      '  p',
      '   ¶p b',
      '  p',
      '   ¶p c',
      '  ¶div d',
    ])
  })

  test('the paragraph has what is inherited, the block around it the margins and breaks', () => {
    const css =
      'p { color: #fff; margin: 3pt; padding: 1pt 0; background: #000; break-after: page; text-indent: 2em }'
    const p = made(css, '<html><p>a</p></html>').root.children[0]
    const paragraph = p?.kind === 'block' ? p.children[0] : undefined
    expect(p?.style).toMatchObject({ margin: { top: 3 }, breakAfter: 'page', background: [0, 0, 0] })
    expect(paragraph?.style).toMatchObject({
      color: [255, 255, 255],
      textIndent: 20,
      margin: { top: 0 },
      padding: { top: 0 },
      background: null,
      breakAfter: 'auto',
    })
  })

  test('white space is kept as it was written', () => {
    expect(drawn('', '<html><p> a\n b <em> c </em></p></html>')).toEqual([
      'html',
      ' p',
      '  ¶p  a\n b  em{ c }',
    ])
  })

  test('a hard break is a break', () => {
    expect(drawn('', '<html><p>a<br/>b</p></html>').at(-1)).toBe('  ¶p a ↵ b')
  })

  test('what is not displayed has no box', () => {
    const markup = '<html><p class="x">a</p><p>b<em class="x">c</em></p></html>'
    const { lines, found } = drawing('.x { display: none }', markup)
    expect(lines).toEqual(['html', ' p', '  ¶p b'])
    expect(found).toEqual(['style/hidden-text'])
  })

  test('a block inside a line is reported and set as text', () => {
    const { lines, found } = drawing('', '<html><p>a <em><div>b</div></em></p></html>')
    expect(lines.at(-1)).toBe('  ¶p a  div{b}')
    expect(found).toEqual(['style/block-in-line'])
  })

  test('what is placed absolutely does not divide the paragraph around it', () => {
    const lines = drawn('span { position: absolute; left: 0 }', '<html><p>a<span>1</span>b</p></html>')
    expect(lines).toEqual(['html', ' p', '  span', '   ¶span 1', '  ¶p a b'])
  })

  test('margins inside a line are empty stretches, an inline-block is a unit', () => {
    const css = 'em { margin-left: 2pt; padding-right: 3pt } span { display: inline-block; width: 20pt }'
    expect(drawn(css, '<html><p>a<em>b</em><span>c</span></p></html>').at(-1)).toBe(
      '  ¶p a ␣2 em{b} ␣3 [20: c]',
    )
  })
})

describe('run-in headings', () => {
  const css = 'h3 { display: run-in; margin-right: 5pt }'

  test('begin the paragraph that follows', () => {
    expect(drawn(css, '<html><h3>Head.</h3>\n<p> Text</p><p>more</p></html>')).toEqual([
      'html',
      ' p',
      '  ¶p h3{Head.} ␣5 Text',
      ' p',
      '  ¶p more',
    ])
  })

  test('go down to the first paragraph of a block', () => {
    expect(drawn(css, '<html><h3>H</h3><div><p>a</p></div></html>').at(-1)).toBe('   ¶p h3{H} ␣5 a')
  })

  test('begin bare text too', () => {
    expect(drawn(css, '<html><h3>H</h3>text</html>')).toEqual(['html', ' ¶html h3{H} ␣5 text'])
  })

  test.each(['<h3>H</h3>', '<h3>H</h3><bi-passage><bi-version lang="en">a</bi-version></bi-passage>'])(
    'are blocks when no paragraph follows: %s',
    (markup) => {
      expect(drawn(css, `<html>${markup}</html>`).slice(0, 3)).toEqual(['html', ' h3', '  ¶h3 H'])
    },
  )
})

describe('lists', () => {
  test('mark their items by bullet, number or text', () => {
    const css = '.dash { list-style: "–" } .none { list-style: none }'
    const markup = `<html><ul><li>a</li><li class="dash">b</li><li class="none">c</li></ul><ol><li>d</li><li>e<ol><li>f</li></ol></li><li>g</li></ol></html>`
    expect(drawn(css, markup).filter((line) => line.includes('li'))).toEqual([
      '  li •',
      '   ¶li a',
      '  li –',
      '   ¶li b',
      '  li',
      '   ¶li c',
      '  li 1.',
      '   ¶li d',
      '  li 2.',
      '   ¶li e',
      '    li 1.',
      '     ¶li f',
      '  li 3.',
      '   ¶li g',
    ])
  })

  test('count an item once in each language', () => {
    const item =
      '<bi-passage><bi-version lang="en"><li>a</li></bi-version><bi-version lang="zh"><li>b</li></bi-version></bi-passage>'
    const markers = drawn('', `<html><ol>${item}${item}</ol></html>`).filter((line) => / li /.test(line))
    expect(markers.map((line) => line.trim())).toEqual(['li 1.', 'li 1.', 'li 2.', 'li 2.'])
  })

  test('may print the number themselves', () => {
    const css = 'li { list-style: none } li::before { content: "(" counter(list-item) ") " }'
    expect(
      drawn(css, '<html><ol><li>a</li><li>b</li></ol></html>').filter((line) => line.includes('¶')),
    ).toEqual(['   ¶li ( 1 )  a', '   ¶li ( 2 )  b'])
  })

  test('a marker is a line without the indent of its item', () => {
    const ul = made('li { text-indent: 2em; text-align: justify }', '<html><ul><li>a</li></ul></html>').root
      .children[0]
    const li = ul?.kind === 'block' ? ul.children[0] : undefined
    expect(li?.kind === 'block' ? li.marker?.style : null).toMatchObject({
      textIndent: 0,
      textAlign: 'start',
    })
  })
})

describe('notes and references', () => {
  const note = '<bi-note lang="en" id="note-en-x" number="3">See <em>there</em>.</bi-note>'

  test('a note is its call in the line, and a block with a marker', () => {
    const lines = drawn('', `<html><p>a${note}b</p></html>`)
    expect(lines.at(-1)).toBe('  ¶p a ^(3) b')
    const found = noteIn('', `<html><p>a${note}b</p></html>`)
    expect(draw(found.body, 0, '')).toEqual(['bi-note 3', ' ¶bi-note See  em{there} .'])
  })

  test('the call is of the line around, the note is not', () => {
    const css = `p { font-size: 20pt; text-indent: 2em; color: #fff } bi-note { font-size: 8pt; color: #000 }
      bi-note::footnote-call { vertical-align: 5pt } bi-note::footnote-marker { font-weight: 700; content: "(" attr(number) ")" }`
    const { call, body, style } = noteIn(css, `<html><p>a${note}</p></html>`)
    const [digit] = call
    expect(digit?.kind === 'text' && digit.style).toMatchObject({
      fontSize: 13,
      color: [255, 255, 255],
      raise: 5,
    })
    expect(digit?.kind === 'text' && digit.style).toBe(style)
    expect(body.style).toMatchObject({
      display: 'block',
      fontSize: 8,
      textIndent: 0,
      color: [0, 0, 0],
      raise: 0,
    })
    expect(body.marker?.inlines.map((each) => word(each, 'bi-note'))).toEqual(['(', '3', ')'])
    const [bracket] = body.marker?.inlines ?? []
    expect(bracket?.kind === 'text' && bracket.style.fontWeight).toBe(700)
  })

  test('a reference without text is the number of a page, one with text is raised as a call is', () => {
    const css = 'bi-reference:empty::before { content: "p. " }'
    const markup =
      '<html><p>a <bi-reference href="#x"/><bi-reference href="#note-en-x">3</bi-reference></p></html>'
    expect(drawn(css, markup).at(-1)).toBe('  ¶p a  bi-reference{p. } ⇒x bi-reference{3}')
    const last = inlinesIn(css, markup).at(-1)
    expect(last?.kind === 'text' && last.style.raise).toBeCloseTo(3.4)
  })

  test('a reference that names no place is reported', () => {
    expect(drawing('', '<html><p>a<bi-reference href="x"/></p></html>').found).toEqual(['style/target'])
  })
})

describe('raised text', () => {
  test('adds up in a line, and ends with it', () => {
    const css =
      'html { font-size: 10pt; line-height: 15pt } span { vertical-align: 20% } em { vertical-align: -1pt }'
    const raise = (markup: string) => {
      const last = inlinesIn(css, `<html><p>${markup}</p></html>`).at(-1)
      return last?.kind === 'text' ? last.style.raise : null
    }
    expect(raise('a')).toBe(0)
    expect(raise('<span>a</span>')).toBeCloseTo(3)
    expect(raise('<span><em>a</em></span>')).toBeCloseTo(2)
    expect(raise('<span><strong>a</strong></span>')).toBeCloseTo(3)
    expect(raise('<sup>a</sup>')).toBeCloseTo(3.4)
    expect(raise('<sub>a</sub>')).toBeCloseTo(-1.4)
    // The second one is raised by a share of the first one's size.
    expect(raise('<sup><sup>a</sup></sup>')).toBeCloseTo(3.4 + 0.7 * 3.4)
  })
})

describe('tables and pictures', () => {
  test('a chart has the parts that stand in it, alone or in a passage, and prints none of them', () => {
    const inside = ['en', 'zh'].map(
      (lang) => `<bi-version lang="${lang}"><bi-part class="tick"></bi-part></bi-version>`,
    )
    const markup = `<html><bi-across><bi-chart src="a"><bi-part class="mark last"></bi-part><bi-passage>${inside.join('')}</bi-passage></bi-chart></bi-across></html>`
    expect(drawn('', markup)).toEqual([
      'html',
      ' across',
      '  bi-across',
      '   chart a',
      '    mark.last',
      '    tick:en',
      '    tick:zh',
    ])
  })

  test('a table is blocks that know what they are', () => {
    const row = (cell: string) =>
      `<bi-passage><bi-version lang="en"><tr>${cell}</tr></bi-version><bi-version lang="zh"><tr>${cell}</tr></bi-version></bi-passage>`
    const markup = `<html><table><thead>${row('<th>a</th>')}</thead><tbody>${row('<td>b</td>')}</tbody></table></html>`
    expect(drawn('', markup)).toEqual([
      'html',
      ' table',
      '  thead',
      '   passage',
      '    en: bi-version',
      '     tr',
      '      th',
      '       ¶th a',
      '    zh: bi-version',
      '     tr',
      '      th',
      '       ¶th a',
      '  tbody',
      '   passage',
      '    en: bi-version',
      '     tr',
      '      td',
      '       ¶td b',
      '    zh: bi-version',
      '     tr',
      '      td',
      '       ¶td b',
    ])
    const displays = (box: Box): readonly string[] =>
      box.kind === 'block' ? [box.style.display, ...box.children.flatMap(displays)] : []
    const plain = '<html><table><caption>c</caption><tbody><tr><td>b</td></tr></tbody></table></html>'
    expect(displays(made('', plain).root)).toEqual([
      'block',
      'table',
      'table-caption',
      'table-row-group',
      'table-row',
      'table-cell',
    ])
  })

  test('what stands across the columns stands between the passages', () => {
    const markup =
      '<html><bi-across><figure><img src="a.png"/><figcaption>c</figcaption></figure></bi-across></html>'
    expect(drawn('bi-across { margin-top: 9pt }', markup)).toEqual([
      'html',
      ' across',
      '  bi-across',
      '   figure',
      '    picture a.png',
      '    figcaption',
      '     ¶figcaption c',
    ])
    const [across] = made('bi-across { margin-top: 9pt; color: #fff }', markup).root.children
    if (across?.kind !== 'across') throw new Error('nothing stands across')
    expect([across.style.margin.top, across.content.style.margin.top]).toEqual([9, 0])
    expect(across.content.style).toMatchObject({ color: [255, 255, 255], display: 'block' })
  })

  test('a picture divides the text around it, and has no place in a line', () => {
    expect(drawn('', '<html><div>a<img src="a.png"/>b</div></html>')).toEqual([
      'html',
      ' div',
      '  ¶div a',
      '  picture a.png',
      '  ¶div b',
    ])
    expect(drawing('', '<html><p>a<em><img src="a.png"/></em></p></html>').found).toEqual([
      'style/block-in-line',
    ])
    expect(drawing('img { position: absolute }', '<html><img src="a.png"/></html>').found).toEqual([
      'style/picture',
    ])
  })

  test('a picture may be no larger than the theme says', () => {
    const [picture] = made(
      'img { max-width: 50%; max-height: calc(100% - 2pt) }',
      '<html><img src="a"/></html>',
    ).root.children
    expect(picture?.style).toMatchObject({
      maxWidth: { kind: 'share', value: 0.5 },
      maxHeight: { kind: 'total' },
    })
  })
})

describe('generated content', () => {
  test('stands before and after, in the line or as a block', () => {
    const css =
      'p::before { content: attr(id) } p::after { content: "!" } h1::before { content: "x"; display: block }'
    expect(drawn(css, '<html><h1>H</h1><p id="i">a</p></html>')).toEqual([
      'html',
      ' h1',
      '  h1',
      '   ¶h1 x',
      '  ¶h1 H',
      ' p',
      '  ¶p i a !',
    ])
  })

  test('an empty one can be a rule', () => {
    const css = 'h1::before { content: ""; display: block; border-top: 2pt solid }'
    expect(drawn(css, '<html><h1>H</h1></html>')).toEqual(['html', ' h1', '  h1', '  ¶h1 H'])
  })

  test('replaces what an element holds, or takes it up', () => {
    const css = 'em { content: "x" } strong { content: "<" content() ">" }'
    const { lines, found } = drawing(css, '<html><p><em>a</em><strong>b</strong></p></html>')
    expect(lines.at(-1)).toBe('  ¶p em{x} strong{<} strong{b} strong{>}')
    expect(found).toEqual(['style/hidden-text'])
  })

  test('a link can show the page that it leads to', () => {
    const css = '.page-number { content: target-counter(attr(href), page) }'
    expect(drawn(css, '<html><p>a<a class="page-number" href="#x"/></p></html>').at(-1)).toBe('  ¶p a →x')
  })

  test('a page number that leads nowhere is reported', () => {
    const css = 'a { content: target-counter(attr(href), page) }'
    expect(drawing(css, '<html><p><a href="http://x"/><a/></p></html>').found).toEqual([
      'style/target',
      'style/target',
    ])
  })

  test('what only a page knows is reported once a rule', () => {
    const css = 'p::before { content: string(title) counter(page) }'
    expect(drawing(css, '<html><p>a</p><p>b</p></html>').found).toEqual(['style/content'])
    const coloured = `${css} h1 { color: white } h1::before { content: string(title) }`
    expect(drawing(coloured, '<html><h1>a</h1><p>b</p></html>').found).toEqual(['style/content'])
  })
})

describe('passages', () => {
  test('have a cell for each language and an axis', () => {
    const markup =
      '<html><bi-passage id="u"><bi-version lang="en"><p>a</p></bi-version> <bi-version lang="zh">b</bi-version><bi-axis>1</bi-axis></bi-passage></html>'
    expect(drawn('', markup)).toEqual([
      'html',
      ' passage',
      '  en: bi-version',
      '   p',
      '    ¶p a',
      '  zh: bi-version',
      '   ¶bi-version b',
      '  axis: bi-axis',
      '   ¶bi-axis 1',
    ])
  })

  test('a version that is not displayed has no cell, and other things have no place', () => {
    const markup =
      '<html><bi-passage>x<p>y</p><bi-version lang="en">a</bi-version><bi-version lang="en">b</bi-version><bi-version lang="zh">c</bi-version></bi-passage></html>'
    const { lines, found } = drawing(':lang(zh) { display: none }', markup)
    expect(lines).toEqual(['html', ' passage', '  en: bi-version', '   ¶bi-version a'])
    expect(found).toEqual(['style/hidden-text', ...Array(3).fill('style/passage')])
  })
})

describe('columns of all languages', () => {
  const passage =
    '<bi-passage><bi-version lang="en"><p>a</p></bi-version><bi-axis><p>b</p></bi-axis><bi-version lang="fr"><p>c</p></bi-version></bi-passage>'
  const parts = (depth: number) =>
    [
      ['bi-version', 'a'],
      ['bi-axis', 'b'],
      ['bi-version', 'c'],
    ].flatMap(([name, text]) => [`${name}`, ' p', `  ¶p ${text}`].map((line) => ' '.repeat(depth) + line))

  test('have the versions of a passage below one another', () => {
    const across = `<html><bi-across>${passage}</bi-across></html>`
    expect(drawn('', across)).toEqual(['html', ' across', '  bi-across', '   bi-passage', ...parts(4)])
    const grid = `<html><div>${passage}</div></html>`
    expect(drawn('div { display: grid }', grid)).toEqual(['html', ' div', '  bi-passage', ...parts(3)])
    expect(drawn('bi-passage { display: grid }', `<html>${passage}</html>`)).toEqual([
      'html',
      ' bi-passage',
      ...parts(2),
    ])
  })

  test('have in them what stands in an element that makes no box', () => {
    const css = 'div { display: grid } bi-passage, bi-version { display: contents }'
    expect(drawn(css, `<html><div>${passage}</div></html>`)).toEqual([
      'html',
      ' div',
      ...['  p', '   ¶p a', '  bi-axis', '   p', '    ¶p b', '  p', '   ¶p c'],
    ])
    expect(drawn('section { display: contents }', '<html><section>a<p>b</p></section>c</html>')).toEqual([
      'html',
      ...[' ¶html section{a}', ' p', '  ¶p b', ' ¶html c'],
    ])
  })

  test('are no place for a passage in a version, or for what a passage may not hold', () => {
    const nested = `<html><div><bi-passage><bi-version lang="en">${passage}</bi-version></bi-passage></div></html>`
    expect(drawn('div { display: grid }', nested).filter((line) => line.endsWith('passage'))).toEqual([
      '  bi-passage',
      '    passage',
    ])
    const text = '<html><div><bi-passage>x</bi-passage></div></html>'
    expect(drawing('div { display: grid }', text).found).toEqual(['style/passage'])
  })

  test('do not make a passage between others go away', () => {
    expect(drawn('bi-passage { display: contents }', `<html>${passage}</html>`)[1]).toBe(' passage')
  })
})

describe('running texts', () => {
  test('say by which element of the box tree they stand', () => {
    const css = 'h1 { string-set: title content() } .hidden { display: none; string-set: part "§ " attr(id) }'
    const markup = '<html><section><p class="hidden" id="a"/><h1 lang="en">T<em>1</em></h1></section></html>'
    expect(made(css, markup).running).toEqual([
      { name: 'part', lang: null, text: '§ a', element: 3 },
      { name: 'title', lang: 'en', text: 'T1', element: 3 },
    ])
  })

  test('a hidden one goes to the next element of its section, or else to the one before', () => {
    const css = 'span { display: none; string-set: x content() }'
    const markup =
      '<html><section><p>a</p><span>1</span></section><section><span>2</span><p>b</p></section></html>'
    // html 0, section 1, p 2, span 3, section 4, span 5, p 6
    expect(made(css, markup).running.map(({ text, element }) => [text, element])).toEqual([
      ['1', 2],
      ['2', 6],
    ])
  })

  test('always name an element that has a box or text', () => {
    const css = '* { string-set: x content() } .n, a { display: none }'
    const markup =
      '<html><div class="n"><p/></div><span/><p><span><em>a</em></span><a>b</a></p><section><a/></section><a/></html>'
    const all = made(css, markup)
    const boxed = new Set(drawnIndexes(all.root))
    expect(all.running.length).toBe(11)
    for (const { element } of all.running) expect(boxed).toContain(element)
  })
})

function drawn(css: string, markup: string): readonly string[] {
  const { lines, found } = drawing(css, markup)
  expect(found).toEqual([])
  return lines
}

function drawing(css: string, markup: string) {
  const { root, report } = prepare(css, markup)
  return { lines: draw(boxes(root, report).root, 0, ''), found: report.diagnostics.map(({ code }) => code) }
}

function made(css: string, markup: string): Boxes {
  const { root, report } = prepare(css, markup)
  const result = boxes(root, report)
  expect(report.diagnostics).toEqual([])
  return result
}

function prepare(css: string, markup: string): { readonly root: StyledRoot; readonly report: Report } {
  const report = new Report()
  const theme = themeOf(css, report)
  return { root: cascade(tree(markup), theme, report), report }
}

/** One line a box: its element, its marker; a paragraph with its inlines. */
function draw(box: Box, depth: number, label: string): readonly string[] {
  const start = ' '.repeat(depth) + label
  switch (box.kind) {
    case 'paragraph':
      return [
        `${start}¶${box.element.name} ${box.inlines.map((each) => word(each, box.element.name)).join(' ')}`,
      ]
    case 'passage':
      return [
        `${start}passage`,
        ...[...box.cells].flatMap(([lang, cell]) => draw(cell, depth + 1, `${lang}: `)),
        ...(box.axis === null ? [] : draw(box.axis, depth + 1, 'axis: ')),
      ]
    case 'across':
      return [`${start}across`, ...draw(box.content, depth + 1, '')]
    case 'image':
      return [`${start}picture ${box.element.attrs.get('src') ?? ''}`]
    case 'unseen':
      return [`${start}unseen`]
    case 'chart':
      return [
        `${start}chart ${box.element.attrs.get('src') ?? ''}`,
        ...box.parts.map(
          ({ names, lang }) => `${start} ${names.join('.')}${lang === null ? '' : `:${lang}`}`,
        ),
      ]
    case 'block': {
      const marker =
        box.marker === null
          ? ''
          : ` ${box.marker.inlines.map((each) => word(each, box.element.name)).join('')}`
      return [
        `${start}${box.element.name}${marker}`,
        ...box.children.flatMap((each) => draw(each, depth + 1, '')),
      ]
    }
  }
}

function word(inline: Inline, around: string): string {
  switch (inline.kind) {
    case 'text': {
      const text = inline.leaf.text.slice(inline.from, inline.to)
      return inline.element.name === around ? text : `${inline.element.name}{${text}}`
    }
    case 'break':
      return '↵'
    case 'space':
      return `␣${inline.width}`
    case 'page-number':
      return `→${inline.anchor}`
    case 'leader':
      return `…${inline.text}`
    case 'reference':
      return `⇒${inline.anchor}`
    case 'note':
      return `^(${inline.call.map((each) => word(each, inline.element.name)).join(' ')})`
    case 'unit':
      return `[${inline.width}: ${inline.inlines.map((each) => word(each, inline.element.name)).join(' ')}]`
  }
}

/** The inlines of all paragraphs that stand in blocks. */
function inlinesIn(css: string, markup: string): readonly Inline[] {
  const inside = (box: Box): readonly Inline[] => {
    if (box.kind === 'paragraph') return box.inlines
    return box.kind === 'block' ? box.children.flatMap(inside) : []
  }
  return inside(made(css, markup).root)
}

function noteIn(css: string, markup: string): Inline & { kind: 'note' } {
  const note = inlinesIn(css, markup).find((inline) => inline.kind === 'note')
  if (note === undefined) throw new Error('there is no note')
  return note
}

function drawnIndexes(box: BlockBox): readonly number[] {
  const indexes = (each: Box): readonly number[] => {
    if (each.kind === 'paragraph') return each.inlines.map(({ element }) => element.index)
    if (each.kind === 'block') return [each.element.index, ...each.children.flatMap(indexes)]
    if (each.kind !== 'passage') return [each.element.index]
    return [each.element.index, ...[...each.cells.values()].flatMap(indexes)]
  }
  return indexes(box)
}
