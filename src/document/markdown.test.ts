import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeInLeaf } from '../base/leaf.ts'
import { place, Report } from '../base/report.ts'
import { sampleLeaf } from '../testing/sample-publication.ts'
import { type Inline, markdown, plain } from './markdown.ts'

// From the CommonMark specification 0.31.2, sections 2.4, 6.1, 6.2, 6.3 and 6.7.
test.each([
  ['*foo bar*', '<em>foo bar</em>'],
  ['a * foo bar*', 'a * foo bar*'],
  ['a*"foo"*', 'a*"foo"*'],
  ['* a *', '* a *'],
  ['foo*bar*', 'foo<em>bar</em>'],
  ['5*6*78', '5<em>6</em>78'],
  ['*foo bar *', '*foo bar *'],
  ['*(*foo)', '*(*foo)'],
  ['*(*foo*)*', '<em>(<em>foo</em>)</em>'],
  ['*foo*bar', '<em>foo</em>bar'],
  ['**foo bar**', '<strong>foo bar</strong>'],
  ['a**"foo"**', 'a**"foo"**'],
  ['**foo bar **', '**foo bar **'],
  ['**foo "*bar*" foo**', '<strong>foo "<em>bar</em>" foo</strong>'],
  ['*foo**bar**baz*', '<em>foo<strong>bar</strong>baz</em>'],
  ['*foo**bar*', '<em>foo**bar</em>'],
  ['***foo** bar*', '<em><strong>foo</strong> bar</em>'],
  ['*foo **bar***', '<em>foo <strong>bar</strong></em>'],
  ['foo***bar***baz', 'foo<em><strong>bar</strong></em>baz'],
  ['foo******bar*********baz', 'foo<strong><strong><strong>bar</strong></strong></strong>***baz'],
  ['** is not an empty emphasis', '** is not an empty emphasis'],
  ['foo ***', 'foo ***'],
  ['foo *\\**', 'foo <em>*</em>'],
  ['**foo*', '*<em>foo</em>'],
  ['*foo**', '<em>foo</em>*'],
  ['***foo**', '*<strong>foo</strong>'],
  ['****foo*', '***<em>foo</em>'],
  ['**foo***', '<strong>foo</strong>*'],
  ['*foo****', '<em>foo</em>***'],
  ['*foo [bar* baz](https://a.b)', '*foo <a https://a.b>bar* baz</a>'],
  ['*foo [bar](#x)*', '<em>foo <a #x>bar</a></em>'],
  ['*a `*`*', '<em>a <code>*</code></em>'],
  ['`foo`', '<code>foo</code>'],
  ['`` foo ` bar ``', '<code>foo ` bar</code>'],
  ['` `` `', '<code>``</code>'],
  ['`  ``  `', '<code> `` </code>'],
  ['` a`', '<code> a</code>'],
  ['`foo\\`bar`', '<code>foo\\</code>bar`'],
  ['*foo`*`', '*foo<code>*</code>'],
  ['[not a `link](#foo`)', '[not a <code>link](#foo</code>)'],
  ['```foo``', '```foo``'],
  ['`foo', '`foo'],
  ['[link](https://a.b/(c)d)', '<a https://a.b/(c)d>link</a>'],
  ['[link](#a\\)b)', '<a #a)b>link</a>'],
  ['[link]()', '[link]()'],
  ['[link](my uri)', '[link](my uri)'],
  ['[foo [bar](#x) baz](#y)', '[foo <a #x>bar</a> baz](#y)'],
  ['[link [foo]](#x)', '<a #x>link [foo]</a>'],
  ['\\*not\\* \\[a\\](#b) \\`c\\` \\\\', '*not* [a](#b) `c` \\'],
  ['\\a\\é\\ ', '\\a\\é\\ '],
  ['foo\\\n   bar', 'foo<br>bar'],
  ['foo  \nbar', 'foo<br>bar'],
  ['foo\nbar', 'foo\nbar'],
  ['foo \nbar', 'foo \nbar'],
  ['*a  \nb*', '<em>a<br>b</em>'],
  ['snake_case_name', 'snake_case_name'],
])('%s is read as CommonMark says', (text, expected) => {
  expect(html(text)).toBe(expected)
})

// From the CJK-friendly amendment and the cases that led to it (commonmark-spec issue 650).
test.each([
  ['中文**“强调”**文字', '中文<strong>“强调”</strong>文字'],
  ['**该怎么办？**我不知道。', '<strong>该怎么办？</strong>我不知道。'],
  ['这是**《书名》**。', '这是<strong>《书名》</strong>。'],
  ['**这样的（附注）**也行', '<strong>这样的（附注）</strong>也行'],
  ['a**“b”**文', 'a**“b”**文'],
  ['文**(a)**文', '文<strong>(a)</strong>文'],
  ['𠮷**“a”**𠮷', '𠮷<strong>“a”</strong>𠮷'],
  ['中文* 空 *中文', '中文* 空 *中文'],
  ['한국어**(강조)**는', '한국어<strong>(강조)</strong>는'],
])('%s is read with Chinese, Japanese and Korean in mind', (text, expected) => {
  expect(html(text)).toBe(expected)
})

test('text without marks is the leaf itself', () => {
  const leaf = sampleLeaf('Plain text, 中文 -- and a\nline end')
  expect(markdown(leaf, new Report())).toEqual([{ kind: 'text', leaf }])
})

test('escaped text comes out as it went in', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', '文', '“', '*', '`', '[', ']', '(', ')', '\\', ' ', '_') }),
      (text) => {
        const escaped = text.replace(/[*`[\]()\\]/g, '\\$&')
        expect(html(escaped)).toBe(text)
      },
    ),
    { numRuns: 500 },
  )
})

test('each character of what is read stands in the file where its place says', () => {
  fc.assert(
    fc.property(marked(), (text) => {
      const leaf = sampleLeaf(text)
      let last = -1
      for (const [inline, parents] of all(markdown(leaf, new Report()))) {
        for (const parent of parents) expect(isWithin(inline, parent)).toBe(true)
        if (inline.kind !== 'text') continue
        for (let offset = 0; offset < inline.leaf.text.length; offset++) {
          const { file, start } = placeInLeaf(inline.leaf, offset)
          expect(file.text[start]).toBe(inline.leaf.text[offset])
          expect(start).toBeGreaterThan(last)
          last = start
        }
      }
    }),
    { numRuns: 500 },
  )
})

test('nothing but marks is lost', () => {
  fc.assert(
    fc.property(marked(), (text) => {
      const letters = (some: string) => some.replace(/[^a文]/g, '')
      expect(letters(plain(sampleLeaf(text)))).toBe(letters(text.replaceAll(target, '')))
    }),
    { numRuns: 500 },
  )
})

test.each([
  'javascript:alert(1)',
  'JavaScript:alert(1)',
  'file:///etc/passwd',
  'data:text/html,x',
  '//a.b',
  'chapter',
  'https:',
])('a link to %s is refused at its place, and its words stay', (href) => {
  const report = new Report()
  const leaf = sampleLeaf(`see [*this*](${href}) and`)
  expect(render(markdown(leaf, report))).toBe('see <em>this</em> and')
  expect(report.diagnostics.map(({ code, span }) => `${place(span)} ${code}`)).toEqual([
    'content.yaml:1:16 document/link',
  ])
})

test('links lead to http, https, mailto, tel and anchors', () => {
  for (const href of [
    'http://a.b',
    'https://a.b/c?d=e#f',
    'mailto:a@b.c',
    'tel:+41227910000',
    '#chapter-nine',
  ]) {
    expect(html(`[x](${href})`)).toBe(`<a ${href}>x</a>`)
  }
})

test('plain text is one line without marks, joined as the writing demands', () => {
  expect(plain(sampleLeaf('A *long*  \n[title](#x)\nhere '))).toBe('A long title here')
  expect(plain(sampleLeaf('一个**很长**\n的标\u200B题'))).toBe('一个很长的标题')
  expect(plain(sampleLeaf('中文\nLatin\n中文'))).toBe('中文 Latin 中文')
})

test('long runs of marks take linear time', () => {
  const long = 100_000
  for (const text of [
    '*a '.repeat(long),
    '['.repeat(long),
    '[a](b'.repeat(long),
    '*a **b '.repeat(long),
    '`a'.repeat(long),
    '*'.repeat(4 * long),
  ]) {
    // What is quadratic would outlast the test's time limit many times.
    expect(markdown(sampleLeaf(text), new Report()).length).toBeGreaterThan(0)
  }
})

test('marks nested without end keep their text and lose their effect', () => {
  const depth = 50_000
  const read = markdown(sampleLeaf(`${'*a '.repeat(depth)}${'b* '.repeat(depth)}`), new Report())
  expect(deepest(read)).toBe(16)
})

test('notes and references are read outside of code, and not behind a backslash', () => {
  expect(html('a[^n] b {ref: x} {ref:x title} {ref: x-1  number}')).toBe(
    'a<note n> b <reference x page> <reference x title> <reference x-1 number>',
  )
  expect(html('`[^n] {ref: x}` \\[^n] \\{ref: x} [^] [^a b] {ref} {x}')).toBe(
    '<code>[^n] {ref: x}</code> [^n] {ref: x} [^] [^a b] {ref} {x}',
  )
  expect(html('{ref: x no} {ref: } *{ref: x}*')).toBe('{ref: x no} {ref: } <em><reference x page></em>')
})

test('a reference and a note have the place of all that is written for them', () => {
  const leaf = sampleLeaf('a *b[^n]* {ref: x}')
  const spans = [...all(markdown(leaf, new Report()))].flatMap(([inline]) =>
    inline.kind === 'note' || inline.kind === 'reference' ? [inline.span] : [],
  )
  expect(spans.map(({ file, start, end }) => file.text.slice(start, end))).toEqual(['[^n]', '{ref: x}'])
})

const target = '(#x)'

function marked(): fc.Arbitrary<string> {
  const unit = fc.constantFrom(
    'a',
    '文',
    '“',
    '*',
    '**',
    '***',
    '`',
    '``',
    '[',
    ']',
    `]${target}`,
    '\\',
    ' ',
    '  \n',
    '\n',
    '.',
  )
  return fc.array(unit, { maxLength: 24 }).map((units) => units.join(''))
}

function html(text: string): string {
  const report = new Report()
  const read = markdown(sampleLeaf(text), report)
  expect(report.diagnostics).toEqual([])
  return render(read)
}

function render(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.leaf.text
      if (inline.kind === 'note') return `<note ${inline.id}>`
      if (inline.kind === 'reference') return `<reference ${inline.id} ${inline.form}>`
      if (inline.name === 'br') return '<br>'
      const href = inline.attrs.get('href')
      return `<${inline.name}${href === undefined ? '' : ` ${href}`}>${render(inline.children)}</${inline.name}>`
    })
    .join('')
}

function* all(
  inlines: readonly Inline[],
  parents: readonly Inline[] = [],
): Generator<[Inline, readonly Inline[]]> {
  for (const inline of inlines) {
    yield [inline, parents]
    if (inline.kind === 'mark') yield* all(inline.children, [...parents, inline])
  }
}

function isWithin(inner: Inline, outer: Inline): boolean {
  const [a, b] = [inner, outer].map((inline) => (inline.kind === 'text' ? inline.leaf.span : inline.span))
  return a !== undefined && b !== undefined && b.start <= a.start && a.end <= b.end
}

function deepest(inlines: readonly Inline[]): number {
  return Math.max(0, ...inlines.map((inline) => (inline.kind === 'mark' ? 1 + deepest(inline.children) : 0)))
}
