import fc from 'fast-check'
import { properties } from '../../style/property.ts'

/** Sheets of rules that a grammar makes: most are CSS, many are themes, some are nothing. */
export function anySheet(): fc.Arbitrary<string> {
  const declaration = fc
    .tuple(fc.constantFrom(...names), anyValue())
    .map(([name, value]) => `${name}: ${value}`)
  const block = fc.array(declaration, { maxLength: 4 }).map((all) => `{ ${all.join('; ')} }`)
  const rule = fc.tuple(fc.array(anySelector(), { minLength: 1, maxLength: 3 }), block)
  const page = fc.tuple(fc.constantFrom('', 'chapter', ':first', ':left', ':blank', 'x:right', ':'), block)
  return fc
    .array(
      fc.oneof(
        rule.map(([selectors, written]) => `${selectors.join(', ')} ${written}`),
        page.map(([name, written]) => `@page ${name} ${written}`),
        fc
          .tuple(fc.constantFrom('@media print', '@media screen', '@footnote', '@top-left', '@x'), block)
          .map(([name, written]) => `${name} { p ${written} }`),
        fc.constantFrom('@import "a.css";', '@import url(theme.css);', '/* */', '<!-- -->', '}', '{'),
      ),
      { maxLength: 6 },
    )
    .map((rules) => rules.join('\n'))
}

const names = [
  ...Object.keys(properties),
  'margin',
  'border',
  'padding',
  'size',
  'bi-columns',
  'bi-arrangement',
  'bi-page-label',
  '--x',
]

function anySelector(): fc.Arbitrary<string> {
  const simple = fc.constantFrom(
    ...[
      'p',
      '*',
      'html',
      'h1',
      '.a',
      '#b',
      '[lang]',
      '[a=b]',
      '[a~="b"]',
      ':first-child',
      ':root',
      ':is(p, h1)',
    ],
    ...[
      ':lang(zh)',
      ':lang("en", zh-Hans)',
      ':not(.a)',
      ':nth-child(2n + 1)',
      ':hover',
      '::before',
      '::marker',
      '::x',
    ],
    ...['&', '|p', ':lang()', ':not(', ']', '\\', ''],
  )
  const compound = fc.array(simple, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(''))
  const combinator = fc.constantFrom(' ', ' > ', ' + ', ' ~ ', '>>', ' || ')
  return fc
    .array(fc.tuple(compound, combinator), { minLength: 1, maxLength: 4 })
    .map((parts) =>
      parts.map(([written, after], at) => (at < parts.length - 1 ? written + after : written)).join(''),
    )
}

function anyValue(): fc.Arbitrary<string> {
  const word = fc.oneof(
    fc.constantFrom(
      '0',
      '1pt',
      '-2mm',
      '50%',
      '1.5',
      '1e9pt',
      '3em',
      '1fr',
      '2px',
      'auto',
      'none',
      'inherit',
    ),
    fc.constantFrom(
      'initial',
      '#123456',
      '#12',
      'black',
      'red',
      '"x"',
      '"',
      'solid',
      'Square',
      'page',
      'left',
    ),
    fc.constantFrom(
      'var(--x)',
      'var(--x, 1pt)',
      'var(',
      'counter(page)',
      'string(title)',
      'leader(".")',
      'attr(id)',
    ),
    fc.constantFrom(
      'target-counter(attr(href), page)',
      'calc(1pt + 2%)',
      'content()',
      'url(x)',
      '!important',
      '/',
      ',',
    ),
    fc.string({ maxLength: 4 }),
  )
  return fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => words.join(' '))
}

/** Texts with inline marks, opened and closed as chance has it. */
export function anyMarks(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom('*', '**', '***', '`', '``', '[', '](', ')', ']', '\\', '\n', '  \n', ' '),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('a', '字', '。', '“', '😀', 'http://a.b', '#x', 'javascript:x', '\u200b'),
    },
    { weight: 1, arbitrary: fc.constantFrom('[^n]', '[^', '{ref: b}', '{ref: b title}', '{ref:', '}', '{') },
    { weight: 1, arbitrary: fc.string({ maxLength: 3 }) },
  )
  return fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
}

/** Layouts of blocks, prints, calls and tags, closed or not. */
export function anyLayout(): fc.Arbitrary<string> {
  const name = fc.constantFrom(
    'title',
    'blocks',
    'this',
    '..',
    '@index',
    '@root.title',
    'kind',
    'constructor',
    'x.y',
    'id',
  )
  const call = fc.tuple(
    fc.constantFrom('is', 'lookup', 'if', 'x'),
    name,
    fc.constantFrom('"a"', 'title', '(is kind "p")'),
  )
  const piece = fc.oneof(
    name.map((one) => `{{${one}}}`),
    call.map((parts) => `{{${parts.join(' ')}}}`),
    fc
      .tuple(fc.constantFrom('if', 'unless', 'each', 'with', 'passage', 'axis', 'across', 'x'), name)
      .map(([block, one]) => `{{#${block}${block === 'passage' || block === 'axis' ? '' : ` ${one}`}}}`),
    fc.constantFrom(
      '{{else}}',
      '{{/if}}',
      '{{/each}}',
      '{{/with}}',
      '{{/passage}}',
      '{{/axis}}',
      '{{/across}}',
    ),
    fc.constantFrom(
      '<p>',
      '</p>',
      '<h1 id="a">',
      '</h1>',
      '<a href="{{title}}">',
      '</a>',
      '<br/>',
      '<x>',
      '&amp;',
      '&x;',
    ),
    fc.constantFrom(
      '{{> p}}',
      '{{> (lookup this "kind")}}',
      '{{{title}}}',
      '{{!-- c --}}',
      '{{#*inline "x"}}',
      '{{',
      '}}',
    ),
    fc.string({ maxLength: 4 }),
  )
  const whole = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))
  return fc.oneof(
    whole,
    whole.map(
      (inner) =>
        `{{#each chapters}}{{#each blocks}}{{#passage}}<p>${inner}</p>{{/passage}}{{/each}}{{/each}}`,
    ),
  )
}

/** Values and words of PDF syntax, one after another. */
export function anyPdfSyntax(): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.constantFrom(
      '<<',
      '>>',
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '/',
      '%',
      '\n',
      ' ',
      '\\',
      '#',
      '/Name',
      '/A#20B',
    ),
    fc.constantFrom(
      '1 0 R',
      '12',
      '-.5',
      '+',
      '--',
      '1.2.3',
      'true',
      'null',
      'obj',
      'stream',
      'BT',
      '<48>',
      '(a\\)b)',
    ),
    fc.string({ maxLength: 3 }),
  )
  return fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(' '))
}
