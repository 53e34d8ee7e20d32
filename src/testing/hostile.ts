/** A project that someone made to do harm, or by accident, and what must come of it. */
export interface HostileCase {
  readonly name: string
  /** Made when it is wanted: some are large. */
  readonly files: () => Readonly<Record<string, string | Uint8Array>>
  /** One of the codes that are found; null: it is built. */
  readonly code: string | null
}

const publication = 'content/hostile/publication.yaml'
const theme = 'content/hostile/own.css'
const layout = 'templates/booklet/layout.hbs'

const head =
  'languages: { en: { name: English }, zh-Hans: { name: 中文 } }\ntitle: { en: Hello, zh-Hans: 你好 }\n'
const ok = `${head}blocks:\n  - paragraph: { en: "Hello.", zh-Hans: "你好。" }\n`

/** The same with another English text, title or line before it. */
const saying = (text: string): string => ok.replace('"Hello."', JSON.stringify(text))
const inChinese = (text: string): string => ok.replace('"你好。"', JSON.stringify(text))
const withLines = (lines: string): string => ok + lines

const yaml = (name: string, code: string | null, text: () => string | Uint8Array): HostileCase => ({
  name,
  code,
  files: () => ({ [publication]: text() }),
})
const css = (name: string, code: string | null, text: () => string): HostileCase => ({
  name,
  code,
  files: () => ({ [publication]: `theme: own.css\n${ok}`, [theme]: text() }),
})
const hbs = (name: string, code: string | null, text: () => string): HostileCase => ({
  name,
  code,
  files: () => ({ [publication]: ok, [layout]: text() }),
})
const many = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('')
const nested = (count: number, open: string, close: string, inner = ''): string =>
  open.repeat(count) + inner + close.repeat(count)

const characters: readonly HostileCase[] = [
  yaml('invalid UTF-8', 'content/not-utf-8', () => Buffer.concat([Buffer.from(ok), Buffer.of(0xff, 0xfe)])),
  yaml('a byte order mark', null, () => `\ufeff${ok}`),
  yaml('NUL', 'content/bad-character', () => ok.replace('Hello.', 'He\0llo.')),
  yaml('a C0 control', 'content/bad-character', () => ok.replace('Hello.', 'He\x1bllo.')),
  yaml('half a surrogate pair', 'content/bad-character', () => ok.replace('Hello.', '\\ud800x')),
  yaml('a noncharacter', 'content/bad-character', () => ok.replace('Hello.', 'a\ufffe')),
  yaml('a mark of direction in the title', 'content/bad-character', () =>
    ok.replace('Hello,', '"a\\u202eb",'),
  ),
  yaml('nothing to see', 'content/empty-text', () => saying('\u200b\u200d\u2060\ufe0f')),
  yaml('line ends of old', 'content/line-end', () => ok.replaceAll('\n', '\r')),
  css('NUL in a theme', 'content/bad-character', () => 'p { color: black\0 }'),
  hbs(
    'a token of our own in a layout',
    'content/bad-character',
    () => '{{#passage}}<p>\ufdd00\ufdd1</p>{{/passage}}',
  ),
  hbs(
    'a token of our own as an entity',
    'text/missing-glyph',
    () => '{{#passage}}<p>&#xfdd0;99999&#xfdd1;</p>{{/passage}}',
  ),
]

const structures: readonly HostileCase[] = [
  yaml('an alias bomb', 'content/many-aliases', () => {
    const names = Array.from('abcdefghi')
    const levels = names.slice(1).map((name, at) => `${name}: &${name} [${`*${names[at]}, `.repeat(10)}]\n`)
    return `a: &a [${'x, '.repeat(10)}]\n${levels.join('')}${ok}`
  }),
  yaml('an alias of itself', 'content/cycle', () => `x: &a [*a]\n${ok}`),
  yaml('a map of 100,000 keys', 'content/unknown-key', () => withLines(many(100_000, (n) => `k${n}: v\n`))),
  yaml('100,000 languages in one line', 'content/unknown-language', () =>
    ok.replace('title: {', `title: { ${many(100_000, (n) => `k${n}: v, `)}`),
  ),
  yaml('one key 100,000 times', 'content/duplicate-key', () => withLines('k: v\n'.repeat(100_000))),
  yaml('a million keys', 'content/too-large', () => withLines('k: v\n'.repeat(1_000_000))),
  yaml('a tag that runs code', 'content/unknown-tag', () => ok.replace('"Hello."', '!!js/function "f"')),
  yaml('10,000 lists in each other', 'content/too-deep', () => withLines(`x: ${nested(10_000, '[', ']')}\n`)),
  yaml('10,000 maps in each other', 'content/too-deep', () => withLines(`x: ${'{a: '.repeat(10_000)}\n`)),
  yaml('5,000 indentations', 'content/too-deep', () => withLines(many(5000, (n) => `${' '.repeat(n)}a:\n`))),
  hbs('1,000 blocks in each other', 'document/layout-depth', () => nested(1000, '{{#if title}}', '{{/if}}')),
  hbs('10,000 calls in each other', 'document/layout-depth', () => `{{is ${nested(10_000, '(is ', ')')}}}`),
  hbs('90,000 elements in each other', 'document/too-deep', () => nested(90_000, '<div>', '</div>')),
  hbs('100,000 tags', 'document/large-layout', () => '{{title}}'.repeat(100_000)),
  css('10,000 brackets in a value', 'style/syntax', () => `p { margin: ${nested(10_000, '(', ')')} }`),
  css('10,000 rules in each other', 'style/syntax', () => nested(10_000, 'p { ', '}')),
  css(
    '10,000 selectors in each other',
    'style/syntax',
    () => `${nested(10_000, ':not(', ')', 'p')} { margin: 0 }`,
  ),
  css('20,000 unknown properties', 'style/property', () => 'p{x:0}'.repeat(20_000)),
  css('variables that double', 'style/variable', () => {
    const doubled = many(30, (n) => `--v${n}: var(--v${n - 1}) var(--v${n - 1});`)
    return `html { --v-1: 1pt 1pt; ${doubled} } p { margin: var(--v29) }`
  }),
  yaml('10,000 marks in each other', null, () => saying(`${'*a '.repeat(40)}${'b*'.repeat(40)}`)),
  yaml('100,000 brackets that open', 'layout/off-page', () => saying(`${'[ '.repeat(30_000)}x`)),
  {
    name: 'a partial that calls itself',
    code: 'document/endless-partial',
    files: () => ({
      [publication]: ok,
      [layout]: '{{> a}}',
      'templates/booklet/partials/a.hbs': '{{> a}}{{> a}}',
    }),
  },
  {
    name: '201 partials',
    code: 'layout/many-partials',
    files: () => ({
      [publication]: ok,
      ...Object.fromEntries(
        Array.from({ length: 201 }, (_, n) => [`templates/booklet/partials/p${n}.hbs`, 'x']),
      ),
    }),
  },
]

/** What a layout or a text may not reach. */
const reaches: readonly HostileCase[] = [
  ...['constructor', '__proto__', 'title.constructor.name', '@root.__proto__.x', 'toString'].map((path) =>
    hbs(
      `a layout that looks up ${path}`,
      'document/unknown-name',
      () => `{{#passage}}<p>{{${path}}}</p>{{/passage}}`,
    ),
  ),
  ...['constructor', '__proto__', 'prototype'].map((name) =>
    hbs(
      `a layout that calls lookup "${name}"`,
      'document/unknown-name',
      () => `{{#passage}}<p>{{lookup this "${name}"}}</p>{{/passage}}`,
    ),
  ),
  hbs('a decorator', 'document/unsupported', () => '{{#*inline "x"}}a{{/inline}}'),
  hbs('a document type', 'document/markup', () => '<!DOCTYPE html [<!ENTITY a "b">]><html>&a;</html>'),
  hbs('unescaped markup', 'document/unescaped', () => '{{#passage}}<p>{{{title}}}</p>{{/passage}}'),
  yaml('keys of JavaScript', 'content/unknown-key', () => withLines('__proto__: { a: b }\nconstructor: x\n')),
  yaml('an id of JavaScript', null, () => withLines('    id: constructor\n')),
  ...[
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,x',
    'JaVaScRiPt:x',
    '//evil',
    'vbscript:x',
  ].map((target) => yaml(`a link to ${target}`, 'document/link', () => saying(`[a](${target})`))),
  ...['/etc/passwd', 'file:///etc/passwd', 'npm:yaml/package.json', 'bifolio:package.json'].map((path) =>
    yaml(`a theme at ${path}`, 'content/path', () => `theme: ${path}\n${ok}`),
  ),
  ...[
    '/etc/passwd',
    'https://evil/a.png',
    'data:image/png;base64,x',
    'bifolio:package.json',
    '"..\\\\a.png"',
  ].map((path) =>
    yaml(`a picture at ${path}`, 'content/path', () => `${ok}  - image: ${path}\n    decorative: true\n`),
  ),
  {
    name: 'a chapter at /etc/passwd',
    code: 'content/path',
    files: () => ({ [publication]: `${ok}chapters: [/etc/passwd]\n` }),
  },
  {
    name: 'a chapter in sixty spellings',
    code: 'content/duplicate-chapter',
    files: () => ({
      [publication]: `${ok}chapters:\n${many(60, (n) => `  - ${'./'.repeat(n)}a.yaml\n`)}`,
      'content/hostile/a.yaml': `blocks:\n  - paragraph: ${'word '.repeat(20_000)}\n`,
    }),
  },
  {
    name: '1,001 chapters',
    code: 'content/wrong-value',
    files: () => ({
      [publication]: `${ok}chapters:\n${many(1001, (n) => `  - ${n}.yaml\n`)}`,
      ...Object.fromEntries(
        Array.from({ length: 1001 }, (_, n) => [`content/hostile/${n}.yaml`, 'blocks: [{ paragraph: x }]\n']),
      ),
    }),
  },
  {
    name: 'chapters that are too large together',
    code: 'content/too-large',
    files: () => ({
      [publication]: `${ok}chapters: [a.yaml, b.yaml, c.yaml]\n`,
      ...Object.fromEntries(
        ['a', 'b', 'c'].map((name) => [
          `content/hostile/${name}.yaml`,
          `# ${'x'.repeat(6_000_000)}\nblocks: [{ paragraph: x }]\n`,
        ]),
      ),
    }),
  },
  yaml('a chapter that is its publication', 'content/duplicate-chapter', () =>
    withLines('chapters: [./publication.yaml]\n'),
  ),
  yaml('a title that names itself', 'content/call-place', () =>
    withLines('  - { heading: "H {ref: h title}", id: h }\n  - paragraph: "{ref: h title}"\n'),
  ),
  yaml('captions that name each other', 'content/call-place', () =>
    withLines(
      many(
        2,
        (n) =>
          `  - { table: { rows: [[a]] }, caption: "{ref: t${1 - n} title}{ref: t${n} title}", id: t${n} }\n`,
      ),
    ),
  ),
  yaml('a theme above the project', 'read/outside', () => `theme: ../../../own.css\n${ok}`),
  yaml('a layout above the project', 'content/wrong-value', () => `layout: ../../etc\n${ok}`),
]

const large: readonly HostileCase[] = [
  yaml('a word of a megabyte', 'layout/off-page', () => saying('a'.repeat(1_000_000))),
  yaml('a number of a megabyte', 'layout/off-page', () => saying('1'.repeat(1_000_000))),
  yaml('350,000 Chinese characters', null, () => inChinese('人'.repeat(350_000))),
  yaml('a paragraph of a megabyte', null, () => saying('word '.repeat(200_000))),
  yaml('a letter with 500,000 accents', null, () => saying(`a${'\u0301'.repeat(500_000)}`)),
  yaml(
    'a list of 20,000 items',
    null,
    () =>
      `${head}blocks:\n  - list:\n${many(20_000, (n) => `      - { en: Item ${n}, zh-Hans: 第${n}项 }\n`)}`,
  ),
  yaml('5,000 figures', null, () =>
    withLines(
      `    id: b\nfigures:\n${many(5000, (n) => `  - { id: f${n}, value: 3, unit: x, block: b, find: Hello, label: L }\n`)}`,
    ),
  ),
]

/** Those that are small enough for every run of the tests. */
export const hostileCases: readonly HostileCase[] = [...characters, ...structures, ...reaches]

/** Those that take seconds. */
export const largeCases: readonly HostileCase[] = large
