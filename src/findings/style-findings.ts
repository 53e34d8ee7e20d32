import { blackSquare } from './example-project.ts'
import { type Finding, finding, project } from './finding.ts'

/** What is wrong with a theme, or does not fit the layout that it is for. */
export const styleFindings: readonly Finding[] = [
  finding(
    'style/syntax',
    'error',
    'This is no CSS: a block or comment is never closed, a colon or semicolon is missing.',
    'Correct it as the hint says, and look at what stands right before it.',
    project({ 'theme.css': 'p { color: black\n' }, 'theme.css:1:3'),
  ),
  finding(
    'style/at-rule',
    'error',
    'A rule that begins with `@` is none that themes have.',
    'Do as the hint says; fonts are declared in `fonts/fonts.yaml`.',
    project({ 'theme.css': '@font-face { font-family: Water }\n' }, 'theme.css:1:1'),
  ),
  finding(
    'style/selector',
    'error',
    'A selector holds something that themes do not have.',
    'Use those that the hint lists, or give the element a class in the layout.',
    project({ 'theme.css': 'p:hover { color: black }\n' }, 'theme.css:1:2'),
  ),
  finding(
    'style/element',
    'error',
    'A selector names an element that no layout can have, so that the rule would never hold.',
    'Correct its name; [theme.md](theme.md#elements) lists all.',
    project({ 'theme.css': 'paragraph { color: black }\n' }, 'theme.css:1:1'),
  ),
  finding(
    'style/property',
    'error',
    'A property is none that themes have. What is not supported is said, never silently ignored.',
    'Correct its name; [theme.md](theme.md#properties) lists all.',
    project({ 'theme.css': 'p { colr: black }\n' }, 'theme.css:1:5'),
  ),
  finding(
    'style/value',
    'error',
    'A value is none that the property takes, or beyond what can be printed.',
    'Use one that the hint lists.',
    project({ 'theme.css': 'p { text-align: middle }\n' }, 'theme.css:1:5'),
  ),
  finding(
    'style/unit',
    'error',
    'A length has a unit that paper does not know.',
    'Use `pt`, `mm`, `cm`, `in`, `em` or `ic`.',
    project({ 'theme.css': 'p { font-size: 12px }\n' }, 'theme.css:1:5'),
  ),
  finding(
    'style/variable',
    'error',
    'A variable is set nowhere that the element sees, or needs itself.',
    'Set it in `:root`, correct its name, or give a value for want of it: `var(--name, …)`.',
    project({ 'theme.css': 'p { color: var(--water) }\n' }, 'theme.css:1:5'),
  ),
  finding(
    'style/width',
    'error',
    'A width in per cent stands on something inside a line, which has no width that it could be a part of.',
    'Give it a length.',
    project(
      {
        'layout.hbs': '{{#passage}}<p><span>{{title}}</span></p>{{/passage}}\n',
        'theme.css': 'span { display: inline-block; width: 50% }\n',
      },
      'layout.hbs:1:16',
    ),
  ),
  finding(
    'style/target',
    'error',
    'A theme shows the page number of a link that leads to no place in the document.',
    'Choose only links within the document, or let the link begin with `#`.',
    project(
      {
        'layout.hbs': '{{#passage}}<p><a href="https://example.org">{{title}}</a></p>{{/passage}}\n',
        'theme.css': 'a::after { content: target-counter(attr(href), page) }\n',
      },
      'layout.hbs:1:16',
    ),
  ),
  finding(
    'style/content',
    'error',
    'A counter or named text that only a page has is put into an element.',
    'Put it into a margin box of `@page`.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
        'theme.css': 'p::before { content: counter(page) }\n',
      },
      'layout.hbs:1:13',
    ),
  ),
  finding(
    'style/block-in-line',
    'error',
    'A block stands inside a line of text.',
    'Close the text around it first, or give it `display: inline`.',
    project(
      { 'layout.hbs': '{{#passage}}<p><em><p>{{title}}</p></em></p>{{/passage}}\n' },
      'layout.hbs:1:20',
    ),
  ),
  finding(
    'style/passage',
    'error',
    'Something stands in a passage that belongs to no language and not to the axis.',
    'Write passages with `{{#passage}}`, which makes a version for each language.',
    project(
      {
        'layout.hbs':
          '{{#passage}}<p>{{title}}</p>{{/passage}}\n<bi-passage><p>{{languages.length}}</p></bi-passage>\n',
      },
      'layout.hbs:2:13',
    ),
  ),
  finding(
    'style/media',
    'error',
    '`@media` asks for more than whether the theme is for a screen or for print.',
    'Ask for `screen` or `print`; sizes are those of `@page`.',
    project({ 'theme.css': '@media (min-width: 10cm) { p { color: black } }\n' }, 'theme.css:1:8'),
  ),
  finding(
    'style/import',
    'error',
    'An `@import` stands behind a rule, or names no file.',
    'Move it to the top of the file, in front of all rules.',
    project({ 'theme.css': 'p { color: black }\n@import "colours.css";\n' }, 'theme.css:2:1'),
  ),
  finding(
    'style/calculation',
    'error',
    'What stands in `calc()` does not add up: a length and a number, a division by zero, and the like.',
    'Correct it as the hint says.',
    project({ 'theme.css': 'p { text-indent: calc(1pt + 2) }\n' }, 'theme.css:1:18'),
  ),
  finding(
    'style/counter',
    'error',
    'A theme shows a counter that nothing counts.',
    'Write `counter-increment` where it goes up, or correct its name.',
    project({ 'theme.css': 'p::before { content: counter(rain) }\n' }, 'theme.css:1:13'),
  ),
  finding(
    'style/columns',
    'error',
    'The columns are wider than the page between its margins, or leave some of it over.',
    'Make the columns or margins narrower, or give one column `1fr`.',
    project({ 'theme.css': '@page { bi-columns: 100mm 5mm 100mm }\n' }, 'theme.css:1:9'),
  ),
  finding(
    'style/hidden-text',
    'warning',
    'The theme hides a text that an author wrote.',
    'Take it out of the layout, or let it show.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{title}}</p><p class="x">{{title}}</p>{{/passage}}\n',
        'theme.css': '.x { display: none }\n',
      },
      'theme.css:1:6',
    ),
  ),
  finding(
    'style/grid-area',
    'error',
    'An element is placed in an area that the grid around it has not.',
    'Correct the name, or draw the area in `grid-template-areas` of the grid.',
    project(
      {
        'layout.hbs': '<section>{{#passage}}<p>{{title}}</p>{{/passage}}</section>\n',
        'theme.css':
          'section { display: grid; grid-template-areas: "head" }\nbi-passage { grid-area: haed }\n',
      },
      'theme.css:2:14',
    ),
  ),
  finding(
    'style/no-effect',
    'warning',
    'A property is set only on elements on which it does nothing.',
    'Set it on what it acts on: [theme.md](theme.md) says what that is for each property.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
        'theme.css': 'p { break-before: page }\n',
      },
      'theme.css:1:5',
    ),
  ),
  finding(
    'style/picture',
    'error',
    'A theme takes a picture out of the flow by `position: absolute`.',
    'Give the `position` to a `<div>` around it.',
    project(
      {
        'layout.hbs':
          '{{#passage}}<p>{{title}}</p>{{/passage}}{{#across}}<img src="map.png" width="20mm" alt=""/>{{/across}}\n',
        'theme.css': 'img { position: absolute }\n',
        'map.png': blackSquare,
      },
      'layout.hbs:1:52',
    ),
  ),
]
