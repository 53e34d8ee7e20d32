import { expect, test } from 'vitest'
import { elements } from '../document/elements.ts'
import { baseSheet } from './base-sheet.ts'
import { columnsDescriptor, sizeDescriptor } from './page-descriptor.ts'
import { longhandNames, properties } from './property.ts'
import { shorthands } from './shorthand.ts'

/** The reference of themes, made from the tables that parse and check them. */
function themeReference(): string {
  const cell = (text: string): string => text.replaceAll('|', '\\|')
  const property = [...longhandNames].sort().map((name) => {
    const { syntax, initial, isInherited, description } = properties[name]
    return `| \`${name}\` | \`${cell(syntax)}\` | \`${cell(initial)}\` | ${isInherited ? 'yes' : 'no'} | ${cell(description)} |`
  })
  const shorthand = [...shorthands].map(
    ([name, { syntax, longhands, description }]) =>
      `| \`${name}\` | \`${cell(syntax)}\` | ${longhands.map((longhand) => `\`${longhand}\``).join(', ')} | ${cell(description)} |`,
  )
  return [
    '# Themes',
    'This page is made from the tables that read themes; `npm run goldens` writes it anew.',
    'A theme is CSS. What is not listed here is reported with its place, never silently ignored.',
    '## Selectors',
    'Type, `.class`, `#id`, `[attribute]`, `[attribute=value]`, `:lang()`, `:first-child`, `:root`, `::before`, `::after`; the child (`>`) and descendant combinators; lists.',
    '## Pages',
    `\`@page\`, with a name, \`:first\` (the first of a run of pages of that name), \`:left\` and \`:right\`; the margin boxes \`@top-left\`, \`@top-center\`, \`@top-right\`, \`@bottom-left\`, \`@bottom-center\`, \`@bottom-right\`: a left box speaks the first printed language, a right box the last, a center box stands on the axis. A margin box inherits as an element \`bi-margin\` in its language would.`,
    [
      '| descriptor | value | initial | what it is |',
      '|---|---|---|---|',
      descriptor('size', sizeDescriptor),
      descriptor('bi-columns', columnsDescriptor),
    ].join('\n'),
    '`margin`, `background` and `font-size` (the base of em and ic in the descriptors) stand there as they do elsewhere. A length of a text depends on the name of its page alone: left and right pages of one name have equal measures.',
    '## Values',
    'Lengths in `pt`, `mm`, `cm`, `in`, `em`, `ic` (one Han character: the font size), `%` where it is listed. Colours `#rgb`, `#rrggbb`, `black`, `white`. Custom properties and `var()` with a fallback. `inherit`, `initial`, `unset`.',
    '## Properties',
    ['| property | value | initial | inherited | what it does |', '|---|---|---|---|---|', ...property].join(
      '\n',
    ),
    '## Shorthands',
    ['| shorthand | value | for | what it does |', '|---|---|---|---|', ...shorthand].join('\n'),
    '## Elements',
    [
      '| element | what it is |',
      '|---|---|',
      ...[...elements].map(([name, { about }]) => `| \`${name}\` | ${cell(about)} |`),
    ].join('\n'),
    '## What always holds',
    'Before any theme:',
    `\`\`\`css\n${baseSheet.text.trim()}\n\`\`\``,
  ].join('\n\n')
}

function descriptor(
  name: string,
  { syntax, initial, description }: { syntax: string; initial?: string; description: string },
): string {
  return `| \`${name}\` | \`${syntax.replaceAll('|', '\\|')}\` | ${initial ? `\`${initial}\`` : ''} | ${description} |`
}

test('docs/theme.md lists every property, shorthand and element as the tables have them', async () => {
  await expect(`${themeReference()}\n`).toMatchFileSnapshot('../../docs/theme.md')
})
