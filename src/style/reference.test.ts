import { expect, test } from 'vitest'
import { attributes, elements } from '../document/elements.ts'
import { everything, type Kind, kinds } from './applies-to.ts'
import { baseSheet } from './base-sheet.ts'
import { counterStyles } from './counter-style.ts'
import { lengthUnits } from './length-units.ts'
import { mathFunctions } from './math.ts'
import { media } from './media.ts'
import { descriptors, footnoteNames, pageNames } from './page-descriptor.ts'
import { marginBoxNames } from './page-rule.ts'
import { longhandNames, properties } from './property.ts'
import { pseudoElements } from './pseudo.ts'
import { atRules } from './sheet.ts'
import { shorthands } from './shorthand.ts'
import { attributeOperators, pseudoClasses } from './simple-selector.ts'
import {
  atRuleHints,
  functionHints,
  type Hints,
  propertyHints,
  selectorHints,
  unitHints,
  valueHints,
} from './unsupported.ts'

/** The reference of themes, made from the tables that parse and check them. */
function themeReference(): string {
  return [
    '# Themes',
    'This page is made from the tables that read themes; `npm run goldens` writes it anew.',
    'A theme is CSS. What is not listed here is reported with its place and with what to write instead. What is listed and set where it does nothing is a warning, `style/no-effect`: never is it silently ignored.',
    ...selectors(),
    ...files(),
    ...pages(),
    ...values(),
    ...counters(),
    '## Properties',
    table(
      ['property', 'value', 'initial', 'inherited', 'applies to', 'what it does'],
      [...longhandNames].sort().map(property),
    ),
    'What they apply to; a property that is inherited applies to whatever hands it on to that as well:',
    table(
      ['kind', 'what it is'],
      Object.entries(kinds).map(([kind, about]) => [kind, about]),
    ),
    '## Shorthands',
    table(['shorthand', 'value', 'for', 'what it does'], [...shorthands.keys()].map(shorthand)),
    '## Elements',
    table(
      ['element', 'what it is'],
      [...elements].map(([name, { about }]) => [code(name), about]),
    ),
    'Attributes that a selector may ask for and `attr()` may show; those that begin with `data-` are free:',
    table(
      ['attribute', 'what it is'],
      [...attributes].map(([name, about]) => [code(name), about]),
    ),
    'Two classes are not for the theme alone: in a `<table>` of the class `mirrored` every second language has its columns from right to left, towards the axis; the figures of the `<td>` of the class `decimal` in a column have their points or commas below one another.',
    '## What always holds',
    'Before any theme:',
    `\`\`\`css\n${baseSheet.text.trim()}\n\`\`\``,
    '## What there is not',
    'What authors of style sheets know from elsewhere, and what to write instead.',
    ...unsupported('selectors', selectorHints),
    ...unsupported('at-rules', atRuleHints, '@'),
    ...unsupported('properties', propertyHints),
    ...unsupported('values', valueHints),
    ...unsupported('functions', functionHints),
    ...unsupported('units', unitHints),
  ].join('\n\n')
}

function selectors(): readonly string[] {
  const attribute = ['`[name]`', ...attributeOperators.map((operator) => code(`[name${operator}value]`))]
  return [
    '## Selectors',
    table(
      ['selector', 'what it chooses'],
      [
        ['`name`, `*`', 'an element by its name, or any'],
        ['`.class`, `#id`', 'an element by its class or id'],
        [
          attribute.join(', '),
          'an element by its attribute; `i` behind the value: capital or small is the same',
        ],
        [
          pseudoClasses.map(code).join(', '),
          'as in Selectors 4; a formula is `2n+1`, `odd`, `even` or a number',
        ],
        ['`a b`, `a > b`, `a + b`, `a ~ b`', 'b in a, directly in a, directly after a, somewhere after a'],
        [
          pseudoElements.map((name) => code(`::${name}`)).join(', '),
          'what stands before and after the content; the marker of a list item; of a note (`bi-note`) the call in the text and the marker at the foot',
        ],
      ],
    ),
    'Selectors stand in lists (`a, b`). Specificity is that of Selectors 4, 17. Each passage, and in it each version, is an element: the `h2` and the `p` of two passages are no neighbours, but `.heading + bi-passage p` chooses the `p` of the passage after one of the class `heading`.',
    '`::footnote-call` inherits from the line around the note, `::footnote-marker` from the note. Of a marker count its `content`, what is said of text, and what is inherited.',
  ]
}

function files(): readonly string[] {
  return [
    '## Files and media',
    `At-rules are ${atRules.map((name) => code(`@${name}`)).join(', ')}.`,
    '`@import "file.css";` at the top of a file reads another one of the project, by its path from the file that names it, or `npm:package/file.css`; its rules come before those of the file. With a medium behind, `@import "file.css" print;`, it is for that medium.',
    `\`@media ${media.join('` or `@media ')}\`, \`all\`, \`not\` and lists of them ask for the output: \`bifolio build --media print\` writes \`<name>.print.pdf\`; without the option a file is for the screen. \`@media\` may hold rules, \`@page\` and \`@media\`.`,
    '`@media (bi-fit: name)` holds once a layout took the step `tighten: name` to keep a publication to its pages (see [layout.md](layout.md)); `and` joins it to a medium or to another step, a comma gives alternatives. It changes no order: of two rules of equal weight the one that is written later wins.',
  ]
}

function pages(): readonly string[] {
  const boxes = marginBoxNames.map((name) => code(`@${name}`)).join(', ')
  return [
    '## Pages',
    `\`@page\`, with a name, \`:first\` (the first of a run of pages of that name), \`:blank\` (left blank before a recto or verso), \`:left\` and \`:right\`; the margin boxes ${boxes}: a left box speaks the first language, a right box the last, as they stand on the page, a center box stands on the axis. A margin box inherits as an element \`bi-margin\` in its language would.`,
    table(
      ['descriptor', 'value', 'initial', 'what it is'],
      [...descriptors].map(([name, { syntax, initial, description }]) => [
        code(name),
        code(shown(syntax)),
        code(initial),
        description,
      ]),
    ),
    `In \`@page\` stand ${names(pageNames)}; in \`@footnote\`, inside \`@page\`, which is the foot of the columns where the notes stand, ${names(footnoteNames)}. What is no descriptor is what it is elsewhere; \`font-size\` is the base of em and ic. A length of a text depends on the name of its page alone: left and right pages of one name have equal measures.`,
    ...stacked(),
  ]
}

function stacked(): readonly string[] {
  return [
    'With `bi-arrangement: stacked` a passage is still one box: its margins, borders, background, `min-height` and `break-inside` are for all its versions together. Between two of them stands the larger of the margins of the `bi-version`s that meet there, and nothing else: the margins of what is in them, as those of `p`, go around the passage, so that a theme for columns holds. Sibling selectors count in the order of the layout, not in that of the page; `:lang()` says which version is meant.',
    'From one baseline to the next it is what is left of the line above, the margin, and `bi-baseline` of the line below. Chinese lines of 18 pt with their baseline at 13.5 pt, over English ones of 13.5 pt with theirs at 13.5 pt, are 4.5 + 13.5 = 18 pt apart; with `p { margin-bottom: 9pt }` it is 9 + 13.5 = 22.5 pt to the next passage. `bi-version:lang(en) { margin-top: 2pt }` parts all versions by 2 pt more. A rule beside each passage, broken between them, is `bi-passage { margin-left: -10pt; border-left: 1pt solid }`.',
    'No page ends between two versions. It may end in the last one, after two of its lines, and in those above it only where they are so long that they would take half a page with these two lines. A table is one table, with a row for each language and columns as wide as all of them need; a cell that goes over rows stands in its first one. Notes of all languages stand at one foot, in the order of their calls. In a grid, across the columns and in a box with `position: absolute` versions stand in the order of the layout, or where the theme places them.',
  ]
}

function values(): readonly string[] {
  return [
    '## Values',
    `Lengths in ${lengthUnits.map(code).join(', ')}, where \`ic\` is one Han character: the font size; \`%\` where it is listed; \`fr\` in \`bi-columns\`. Colours \`#rgb\`, \`#rrggbb\`, \`black\`, \`white\`. Custom properties and \`var()\` with a fallback. \`inherit\`, \`initial\`, \`unset\`.`,
    `${mathFunctions.map((name) => code(`${name}()`)).join(', ')} with \`+\`, \`-\`, \`*\`, \`/\` and brackets, for lengths, numbers and, where they are listed, percentages: \`calc(50% - 12pt)\`, \`min(100%, 60mm)\`. \`+\` and \`-\` have a space on each side.`,
  ]
}

function counters(): readonly string[] {
  return [
    '## Counters',
    `\`counter(name)\`, \`counter(name, style)\` and \`counters(name, "separator", style)\` in \`content\` show what \`counter-reset\`, \`counter-increment\` and \`counter-set\` count. Styles, also of \`list-style-type\`, are ${counterStyles.map(code).join(', ')}.`,
    'A counter is there for the element that begins it, what follows beside it and what is in both. Each language counts for itself, as if it stood alone, and what all languages share counts for each. A passage and its versions are no places of their own: what a heading begins holds for the passages after it.',
    '`list-item` counts the items of each list. `page` and `pages` have a value in margin boxes, `page` as `bi-page-label` writes it; `counter-reset: page 1` on a container or passage that begins a page gives that page the number 1.',
  ]
}

function property(name: (typeof longhandNames)[number]): readonly string[] {
  const { syntax, initial, isInherited, appliesTo, description } = properties[name]
  return [
    code(name),
    code(shown(syntax)),
    code(initial),
    isInherited ? 'yes' : 'no',
    applicability(appliesTo),
    description,
  ]
}

/** Where it applies to nearly all, what it does not apply to. */
function applicability(appliesTo: readonly Kind[]): string {
  const others = everything.filter((kind) => !appliesTo.includes(kind))
  if (others.length === 0) return 'everything'
  return others.length <= 3 ? `everything but ${others.join(', ')}` : appliesTo.join(', ')
}

function shorthand(name: string): readonly string[] {
  const entry = shorthands.get(name)
  if (entry === undefined) throw new Error(`no shorthand: ${name}`)
  return [code(name), code(shown(entry.syntax)), entry.longhands.map(code).join(', '), entry.description]
}

function unsupported(what: string, hints: Hints, sign = ''): readonly string[] {
  return [
    `### ${what[0]?.toUpperCase()}${what.slice(1)}`,
    table(
      [what, 'what to do'],
      [...hints].map(([name, hint]) => [code(sign + name.replace(' ', ': ')), hint]),
    ),
  ]
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  return [line(head), `|${'---|'.repeat(head.length)}`, ...rows.map(line)].join('\n')
}

function code(text: string): string {
  return `\`${text}\``
}

function names(set: ReadonlySet<string>): string {
  return [...set].map(code).join(', ')
}

/** The grammar's own types by the names that authors know. */
function shown(syntax: string): string {
  return syntax.replaceAll('<bi-', '<')
}

test('docs/theme.md lists all that the tables have', async () => {
  await expect(`${themeReference()}\n`).toMatchFileSnapshot('../../docs/theme.md')
})

test('what there is has no hint for want of it', () => {
  const there = new Set<string>([...longhandNames, ...shorthands.keys()])
  expect([...propertyHints.keys()].filter((name) => there.has(name))).toEqual([])
  expect([...unitHints.keys()].filter((unit) => lengthUnits.includes(unit))).toEqual([])
  expect([...atRuleHints.keys()].filter((name) => atRules.includes(name))).toEqual([])
  const known = [
    ...pseudoClasses.map((name) => name.replace(/\(.*/, '')),
    ...pseudoElements.map((name) => `::${name}`),
  ]
  expect([...selectorHints.keys()].filter((name) => known.includes(name))).toEqual([])
  for (const name of valueHints.keys()) expect(there).toContain(name.split(' ')[0])
})
