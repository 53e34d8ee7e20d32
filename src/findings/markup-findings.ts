import { blackSquare } from './example-project.ts'
import { type Finding, finding, project } from './finding.ts'

/** What is wrong with the tags of a layout, or with a link in a text. */
export const markupFindings: readonly Finding[] = [
  finding(
    'document/markup',
    'error',
    'The tags of a layout are broken: one is not closed, has no quotes around a value, or an `&` begins no entity.',
    'Correct it as the hint says.',
    project({ 'layout.hbs': '{{#passage}}<p><em>{{title}}</p>{{/passage}}\n' }, 'layout.hbs:1:16'),
  ),
  finding(
    'document/unknown-element',
    'error',
    'A layout has no such element.',
    'Correct its name; [theme.md](theme.md#elements) lists all.',
    project({ 'layout.hbs': '{{#passage}}<para>{{title}}</para>{{/passage}}\n' }, 'layout.hbs:1:13'),
  ),
  finding(
    'document/unknown-attribute',
    'warning',
    'An attribute has no effect.',
    'Delete it, or correct its name; how something looks is said in the theme.',
    project(
      { 'layout.hbs': '{{#passage}}<p style="color: red">{{title}}</p>{{/passage}}\n' },
      'layout.hbs:1:13',
    ),
  ),
  finding(
    'document/unknown-language',
    'error',
    'A `lang` in a layout is no language that is known.',
    'Use a BCP 47 tag, as `en` or `zh-Hans`.',
    project({ 'layout.hbs': '{{#passage}}<p lang="engl">{{title}}</p>{{/passage}}\n' }, 'layout.hbs:1:13'),
  ),
  finding(
    'document/duplicate-id',
    'error',
    'Two passages have one id: a link to it could lead to either.',
    'Leave the id away where a passage repeats another, as a line of the contents does.',
    project(
      {
        'layout.hbs':
          '{{#passage id="a"}}<p>{{title}}</p>{{/passage}}\n{{#passage id="a"}}<p>{{title}}</p>{{/passage}}\n',
      },
      'layout.hbs:2:1',
    ),
  ),
  finding(
    'document/too-deep',
    'error',
    'Elements stand in each other deeper than any document needs.',
    'Take away those that only stand around others, and look for a partial that calls itself.',
    project(
      {
        'layout.hbs': {
          about: 'a passage with a text inside sixty-one `<span>`',
          make: () =>
            `{{#passage}}<p>${'<span>'.repeat(61)}{{title}}${'</span>'.repeat(61)}</p>{{/passage}}\n`,
        },
      },
      'layout.hbs:1:376',
    ),
  ),
  finding(
    'document/link',
    'error',
    'A link leads to something that no reader should follow or that cannot be reached.',
    'Links lead to `https:`, `http:`, `mailto:` and `tel:` addresses, and with `#` to an id of the publication.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
blocks:
  - paragraph: See [the map](map.pdf).
`,
      },
      'publication.yaml:4:30',
    ),
  ),
  finding(
    'document/attribute',
    'error',
    'An attribute has a value that it cannot have.',
    'Write it as the hint shows.',
    project(
      {
        'layout.hbs':
          '{{#passage}}<table><tbody><tr><td colspan="two">{{title}}</td></tr></tbody></table>{{/passage}}\n',
      },
      'layout.hbs:1:31',
    ),
  ),
  finding(
    'document/picture',
    'error',
    'An `<img>` of a layout names no file, or does not say what it shows.',
    'Write `src` and `alt`; `alt=""` is for decoration.',
    project(
      {
        'layout.hbs':
          '{{#passage}}<p>{{title}}</p>{{/passage}}{{#across}}<img src="map.png" width="20mm"/>{{/across}}\n',
        'map.png': blackSquare,
      },
      'layout.hbs:1:52',
    ),
  ),
]
