import { type Finding, finding, guard, project } from './finding.ts'

/** What is wrong with a layout as such, and with its Handlebars. */
export const layoutFileFindings: readonly Finding[] = [
  finding(
    'layout/unknown',
    'error',
    'A publication names a layout that is neither among the project’s `templates/` nor among those of this program.',
    'Correct the name, or make a folder of that name in `templates/` with a `layout.hbs`.',
    project(
      {
        'publication.yaml': `languages: { en: { name: English } }
title: Water
layout: leaflet
blocks: [{ paragraph: Clean water. }]
`,
      },
      'publication.yaml:3:9',
    ),
  ),
  finding(
    'document/layout-syntax',
    'error',
    'What stands in braces in a layout is no expression of Handlebars: a block is not closed, or a brace is missing.',
    'Correct it as the hint says.',
    project({ 'layout.hbs': '{{#passage}}<p>{{title}}</p>\n' }, 'layout.hbs:1:1'),
  ),
  finding(
    'document/layout-depth',
    'error',
    'Blocks and calls of a layout stand in each other too deep, or a look-up takes too many steps.',
    'Put the inner ones into a partial.',
    project(
      {
        'layout.hbs': {
          about: 'a hundred and one `{{#if title}}` in each other',
          make: () => `${'{{#if title}}'.repeat(101)}${'{{/if}}'.repeat(101)}\n`,
        },
      },
      'layout.hbs:1:1301',
    ),
  ),
  finding(
    'document/unknown-helper',
    'error',
    'A layout calls a helper that there is not.',
    'Correct the name as the hint says.',
    project({ 'layout.hbs': '{{#passge}}<p>{{title}}</p>{{/passge}}\n' }, 'layout.hbs:1:4'),
  ),
  finding(
    'document/arguments',
    'error',
    'A helper or partial is called with arguments that it does not take, as a block where it is none, or without a block where it is one.',
    'Write it as the hint shows.',
    project({ 'layout.hbs': '{{#passage}}{{#if}}<p>{{title}}</p>{{/if}}{{/passage}}\n' }, 'layout.hbs:1:13'),
  ),
  finding(
    'document/block-parameter',
    'error',
    'A name after `as` is that of a helper, which could no longer be called inside.',
    'Choose another name.',
    project(
      { 'layout.hbs': '{{#passage}}{{#with @root as |is|}}<p>{{title}}</p>{{/with}}{{/passage}}\n' },
      'layout.hbs:1:36',
    ),
  ),
  finding(
    'document/unescaped',
    'error',
    'Three braces, or `{{&`, print a text as markup. A text that says `<` would then break the layout.',
    'Write two braces: emphasis and links of a text are printed by them as well.',
    project({ 'layout.hbs': '{{#passage}}<p>{{{title}}}</p>{{/passage}}\n' }, 'layout.hbs:1:16'),
  ),
  finding(
    'document/unsupported',
    'error',
    'Handlebars has decorators, but layouts do not.',
    'Put an inline partial into the layout’s folder `partials`, as a file of its own.',
    project(
      { 'layout.hbs': '{{#passage}}{{#*inline "head"}}<p>{{title}}</p>{{/inline}}{{/passage}}\n' },
      'layout.hbs:1:13',
    ),
  ),
  finding(
    'document/unknown-name',
    'error',
    'A layout asks for something that is not there at this place.',
    'Correct the name; inside `{{#each}}` and `{{#with}}`, what the publication has is at `@root.`.',
    project({ 'layout.hbs': '{{#passage}}<p>{{titel}}</p>{{/passage}}\n' }, 'layout.hbs:1:18'),
  ),
  finding(
    'document/missing-partial',
    'error',
    'A layout calls a partial that has no file.',
    'Correct the name, or put the file into the layout’s folder `partials`.',
    project({ 'layout.hbs': '{{#passage}}{{> opening}}{{/passage}}\n' }, 'layout.hbs:1:13'),
  ),
  finding(
    'document/endless-partial',
    'error',
    'Partials call each other, or one itself, without an end.',
    'Put the call into an `{{#if}}` that ends it.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{> again}}{{/passage}}\n',
        'partials/again.hbs': '{{> again}}\n',
      },
      'partials/again.hbs:1:1',
    ),
  ),
  finding(
    'document/endless-layout',
    'error',
    'A layout takes more steps than a thousand pages need. Mostly an `{{#each}}` inside another goes through the whole publication again.',
    'Let the inner `{{#each}}` go through what belongs to the outer one.',
    project(
      {
        'publication.yaml': {
          about: 'a publication with the layout `plain` and 2,500 paragraphs',
          make: () => `languages: { en: { name: English } }
title: Water
layout: plain
blocks:
${'  - paragraph: Clean water.\n'.repeat(2500)}`,
        },
        'layout.hbs':
          '{{#each chapters}}{{#each blocks}}{{#each @root.chapters}}{{#each blocks}}{{id}}{{/each}}{{/each}}{{/each}}{{/each}}\n',
      },
      'layout.hbs:1:1',
    ),
  ),
  finding(
    'document/not-a-list',
    'error',
    '`{{#each}}` goes through lists; this is a single value.',
    'Write `{{#with …}}`, or name the list.',
    project(
      { 'layout.hbs': '{{#each title}}{{#passage}}<p>{{this}}</p>{{/passage}}{{/each}}\n' },
      'layout.hbs:1:1',
    ),
  ),
  finding(
    'document/not-a-text',
    'error',
    'A layout prints a list, or a value that has fields.',
    'Go through the list with `{{#each}}`, or print one of the fields.',
    project({ 'layout.hbs': '{{#passage}}<p>{{chapters}}</p>{{/passage}}\n' }, 'layout.hbs:1:16'),
  ),
  finding(
    'document/no-language',
    'error',
    'A layout prints a text at a place that belongs to no language, so that nobody can tell which version is meant.',
    'Put it into `{{#passage}}…{{/passage}}`.',
    project({ 'layout.hbs': '<section>{{title}}</section>\n' }, 'layout.hbs:1:10'),
  ),
  finding(
    'document/nested-passage',
    'error',
    'A passage begins inside another one.',
    'End the outer one first.',
    project(
      { 'layout.hbs': '{{#passage}}<p>{{title}}</p>{{#passage}}<p>{{title}}</p>{{/passage}}{{/passage}}\n' },
      'layout.hbs:1:29',
    ),
  ),
  finding(
    'document/axis-outside',
    'error',
    'An `{{#axis}}` stands outside of all passages.',
    'Put it into the passage whose languages share it.',
    project(
      { 'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}{{#axis}}<p>1</p>{{/axis}}\n' },
      'layout.hbs:1:41',
    ),
  ),
  finding(
    'document/shared-outside',
    'error',
    'A `{{#shared}}` stands outside of all passages, or on an axis, where there is no language that could print it for the others.',
    'Put it into the passage whose languages share it.',
    project({ 'layout.hbs': '{{#shared}}<p>1</p>{{/shared}}\n' }, 'layout.hbs:1:1'),
  ),
  finding(
    'document/other-language',
    'error',
    'An `{{#only}}` names what is none of the printed languages.',
    'Give it the tag of one: `{{#each languages}}{{#only tag}}`.',
    project(
      { 'layout.hbs': '{{#only "xx"}}{{#passage}}<p>{{title}}</p>{{/passage}}{{/only}}\n' },
      'layout.hbs:1:1',
    ),
  ),
  finding(
    'document/missing-word',
    'warning',
    'A layout prints one of its own words in a language in which `words.yaml` does not have it: the page has a blank there.',
    'Add the language to the word.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{words.contents}}</p>{{/passage}}\n',
        'words.yaml': 'contents: { en: Contents }\n',
      },
      'words.yaml:1:17',
    ),
  ),
  finding(
    'document/no-block',
    'error',
    '`@partial-block` stands in a file that no `{{#> name}}…{{/name}}` calls: there is nothing that it could stand for.',
    'Use it only in a partial that is called so.',
    project(
      { 'layout.hbs': '{{#passage}}<p>{{title}}</p>{{> @partial-block}}{{/passage}}\n' },
      'layout.hbs:1:29',
    ),
  ),
  finding(
    'document/nested-across',
    'error',
    '`{{#across}}`, which writes across all columns, stands inside a passage, which writes in each of them.',
    'End the passage first.',
    project(
      { 'layout.hbs': '{{#passage}}<p>{{title}}</p>{{#across}}<p>1</p>{{/across}}{{/passage}}\n' },
      'layout.hbs:1:29',
    ),
  ),
  finding(
    'layout/cycle',
    'error',
    'A layout derives from itself, directly or by way of another.',
    'Extend another one, or delete the line `extends`.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
        'templates/plain/layout.yaml': 'extends: plain\n',
      },
      'templates/plain/layout.yaml:1:10',
    ),
  ),
  finding(
    'layout/long-chain',
    'error',
    'Layouts derive from each other in a longer row than anyone could follow.',
    'Put what the inner ones change into one.',
    project(
      {
        'layout.hbs': '{{#passage}}<p>{{title}}</p>{{/passage}}\n',
        'templates/plain/layout.yaml': 'extends: b\n',
        'templates/b/layout.yaml': 'extends: c\n',
        'templates/c/layout.yaml': 'extends: d\n',
        'templates/d/layout.yaml': 'extends: e\n',
        'templates/e/layout.yaml': 'extends: f\n',
        'templates/f/layout.yaml': 'extends: base\n',
      },
      'templates/e/layout.yaml:1:10',
    ),
  ),
  finding(
    'layout/many-partials',
    'error',
    'A layout has more partials than any is made of.',
    'Delete those that are not called, or join them.',
    guard('It takes two hundred and one files, which say nothing on a page.', 'findings'),
  ),
  finding(
    'document/large-layout',
    'error',
    'The files of a layout hold more tags than Handlebars can take; that of a book has two hundred.',
    'Use `{{#each …}}` for what repeats.',
    project(
      {
        'layout.hbs': { about: '5,001 times `{{!}}`', make: () => '{{!}}'.repeat(5001) },
      },
      'layout.hbs:1:25001',
    ),
  ),
]
