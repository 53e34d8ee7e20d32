/** A field of what a layout sees. */
export interface Field {
  readonly name: string
  /**
   * What it is: `text`, `word`, `number`, `flag` or the name of a shape; behind it `[]` for a list and `?` where it may
   * be null.
   */
  readonly type: string
  readonly about: string
}

/** An object that a layout sees; `kind` tells the blocks apart. */
export interface Shape {
  readonly name: string
  readonly about: string
  readonly fields: readonly Field[]
}

/** All that a layout sees, the root first: for the documentation, and held against what a layout is given. */
export const shapes: readonly Shape[] = [
  shape('publication', 'the root, `@root` from anywhere', [
    ['name', 'word', 'the stem of the output’s name'],
    ['layout', 'layout', 'the layout that was chosen'],
    ['theme', 'theme?', 'the publication’s own theme'],
    ['languages', 'language[]', 'the printed languages, in order'],
    ['isDefault', 'flag', 'whether these are the languages, in the order, that the file prints by default'],
    ['isDraft', 'flag', 'whether missing texts are shown as gaps'],
    ['prevailing', 'word?', 'the language whose text prevails'],
    ['title', 'text', 'the title'],
    ['subtitle', 'text?', 'the subtitle'],
    ['series', 'text?', 'the series in which it appears'],
    ['issuer', 'text?', 'who issues it'],
    ['place', 'text?', 'where it is issued'],
    ['date', 'date?', 'when it is issued'],
    ['edition', 'text?', 'which edition it is'],
    ['source', 'text?', 'where its text comes from'],
    ['rights', 'text?', 'who may do what with it'],
    ['contact', 'text?', 'whom to write to'],
    ['typefaces', 'text?', 'the faces that it is set in'],
    ['isbn', 'text?', 'its ISBN'],
    ['imprint', 'imprint', 'what libraries and readers need to know of the edition'],
    ['notices', 'notices', 'what a reader of the translation must know'],
    ['chapters', 'chapter[]', 'the text'],
    ['hasParts', 'flag', 'whether chapters are grouped into parts'],
    ['contents', 'entry[]', 'what the contents list, in order'],
    ['figures', 'figure[]', 'numbers that stand in the text'],
    ['terms', 'term[]', 'terms and how each language says them'],
    ['notes', 'note[]', 'the notes that are called, in the order of their numbers'],
    ['link', 'word?', 'the address of its record: `<img src="qr:{{link}}">` prints it as a code'],
    ['remarks', 'remark[]', 'sentences about sources and methods'],
    ['fit', 'page limit?', 'how many pages it may have'],
    ['words', 'words', 'the layout’s own texts, by name'],
  ]),
  shape('layout', 'a layout', [['name', 'word', 'its folder in `templates/`']]),
  shape('theme', 'a theme of the publication’s own', [['path', 'word', 'its path in the project']]),
  shape('page limit', 'how long a publication may be', [['pages', 'number', 'how many pages it may have']]),
  shape('language', 'a printed language', [
    ['tag', 'word', 'its BCP 47 tag'],
    ['name', 'word', 'its name in itself'],
    ['status', 'word?', '`original`, `as-issued`, `official` or `working-translation`'],
  ]),
  shape('date', 'a date', [
    ['iso', 'word', '`2014`, `2014-05` or `2014-05-26`'],
    ['month', 'text', '`May 2014`, `2014年5月`'],
    ['day', 'text', '`May 26, 2014`; the month where no day is given'],
    ['dayFirst', 'text', '`26 May 2014`; the month where no day is given'],
  ]),
  shape('notices', 'what a reader of the translation must know', [
    ['prevailing', 'text?', 'which language prevails'],
    ['translation', 'text?', 'who translated it, and how'],
    ['attribution', 'text?', 'whom it is to be attributed to'],
  ]),
  shape('imprint', 'what libraries and readers need to know of the edition', [
    ['number', 'word?', 'the number of the edition'],
    ['status', 'word', '`current`, `superseded` or `withdrawn`'],
    ['supersedes', 'word?', 'the number of the edition whose place it takes'],
    ['supersededBy', 'word?', 'the number of the edition that has taken its place'],
    ['withdrawn', 'text?', 'why it was withdrawn'],
    ['isbnLines', 'ISBN[]', 'its ISBNs, a line for each form'],
    ['issn', 'word?', 'the ISSN of its series'],
    ['doi', 'word?', 'its DOI'],
    ['doiLink', 'word?', 'the address that a DOI leads to'],
    ['legalDeposit', 'text?', 'the line that legal deposit or cataloguing asks for'],
    ['verification', 'verification?', 'how the edition is recognised; null where it is not to be printed'],
  ]),
  shape('ISBN', 'the ISBNs of one form', [
    ['format', 'word?', '`print`, `pdf`, `epub` or `web`; null: all of them'],
    ['number', 'text', 'the ISBN of each language that has one'],
  ]),
  shape('verification', 'how an edition is recognised', [
    ['address', 'word?', 'where it is looked up'],
    ['digits', 'word', 'sixteen hexadecimal digits in groups of four, made of its text and sources'],
    ['link', 'word?', 'the address with the digits behind it: `<img src="qr:{{link}}">` prints it as a code'],
  ]),
  shape('chapter', 'a chapter', [
    ['id', 'word', 'its id'],
    ['part', 'part?', 'the part that begins with it'],
    ['heading', 'text?', 'its heading; null for what stands before the first one'],
    ['blocks', 'block[]', 'its blocks; `kind` is their sort, and the partial that prints them'],
  ]),
  shape('part', 'a part', [
    ['id', 'word', 'its id'],
    ['text', 'text', 'its title'],
  ]),
  block('heading', 'a heading inside a chapter', [
    ['level', 'number', '2 or 3'],
    ['text', 'text', 'its words'],
  ]),
  block('paragraph', 'a paragraph', [
    ['runIn', 'text?', 'the heading at the beginning of its first line'],
    ['text', 'text', 'its words'],
  ]),
  block('list', 'a list', [
    ['isOrdered', 'flag', 'whether its items are numbered'],
    ['items', 'item[]', 'its items'],
  ]),
  shape('item', 'an item of a list', [
    ['id', 'word', 'its id'],
    ['text', 'text', 'its words'],
    ['list', 'sublist?', 'the list below it'],
  ]),
  shape('sublist', 'a list inside an item', [
    ['id', 'word', 'its id, which is not that of its item'],
    ['isOrdered', 'flag', 'whether its items are numbered'],
    ['items', 'item[]', 'its items'],
  ]),
  block('quote', 'a quotation', [
    ['text', 'text', 'what is quoted'],
    ['source', 'text?', 'who said it, and where'],
  ]),
  block('code', 'code', [
    ['text', 'text', 'the code'],
    ['isCommon', 'flag', 'whether it is the same in all languages'],
  ]),
  block('image', 'a picture', [
    ['number', 'number?', 'its number, where it has a caption'],
    ['path', 'word?', 'its file, where one stands for all languages: print it across all columns'],
    ['source', 'text?', 'else the file of each language: print it in a passage'],
    ['alt', 'text?', 'what it shows; null for decoration'],
    ['caption', 'text?', 'its caption'],
    ['width', 'word?', 'how wide it is to be, as `80%` or `60mm`'],
  ]),
  block('table', 'a table', [
    ['number', 'number?', 'its number, where it has a caption'],
    ['caption', 'text?', 'its caption'],
    ['isMirrored', 'flag', 'whether the columns of every second language run the other way'],
    ['head', 'row[]', 'the rows of its head'],
    ['rows', 'row[]', 'its other rows'],
  ]),
  shape('row', 'a row of a table', [
    ['id', 'word', 'its id'],
    ['cells', 'cell[]', 'its cells'],
  ]),
  shape('cell', 'a cell', [
    ['text', 'text', 'its words; they may be empty'],
    ['align', 'word', '`left`, `right`, `center` or `decimal`'],
    ['columns', 'number', 'how many columns it covers'],
    ['rows', 'number', 'how many rows it covers'],
    ['isRowHead', 'flag', 'whether it is the head of its row'],
  ]),
  block('callout', 'a box beside the argument', [
    ['sort', 'word', '`note`, `tip` or `warning`'],
    ['title', 'text?', 'the words above it'],
    ['paragraphs', 'passage[]', 'its words'],
  ]),
  shape('passage', 'a paragraph of a callout', [
    ['id', 'word', 'its id'],
    ['text', 'text', 'its words'],
  ]),
  block('cards', 'key figures', [['cards', 'card[]', 'a card for each']]),
  shape('card', 'a key figure on a card of its own', [
    ['id', 'word', 'its id'],
    ['label', 'text', 'what it says'],
    ['said', 'said', 'the figure'],
    ['period', 'text?', 'the year or years that it is of: `2023`, `2023年`'],
    ['latest', 'text?', '`(latest data)`, where others of its block go further'],
    ['change', 'text?', 'how it has changed: `up 24% since 1990`'],
    ['source', 'text?', 'where it comes from'],
  ]),
  shape('said', 'a figure in its parts; a part is absent in a language that has none', [
    ['prefix', 'text', '`US$`'],
    ['numeral', 'text', '`17.8`; where there is no figure `No data`'],
    ['word', 'text', '`trillion`, `万亿美元`'],
    [
      'isCommon',
      'flag',
      'whether all languages write the same numeral, without a prefix and at most one with a word',
    ],
    ['isMissing', 'flag', 'whether there is no figure'],
  ]),
  block('facts', 'figures with what each says', [
    ['title', 'text?', 'the words above them'],
    ['facts', 'fact[]', 'a row each'],
  ]),
  shape('fact', 'a fact', [
    ['id', 'word', 'its id'],
    ['figure', 'text', 'the figure, in words'],
    ['text', 'text', 'what it says'],
    ['priority', 'number?', 'what is dropped first where room is short has the lowest'],
  ]),
  block('chart', 'a chart', [
    ['source', 'word', 'the `src` of its `<bi-chart>`'],
    ['sort', 'word', '`column`, `bar`, `line`, `area`, `stacked`, `dot` or `sparkline`'],
    ['title', 'text?', 'the words above it'],
    ['unit', 'text?', 'what its scale counts: `US$ billion`, `亿美元`'],
    ['alt', 'text', 'what it shows, made from its data'],
    ['isHalf', 'flag', 'whether it takes half the width'],
    ['legend', 'text[]', 'the names of its series, where there are several'],
    ['table', 'block?', 'the same as a table, where its author asks for it'],
  ]),
  block('timeline', 'events on a scale of years', [
    ['title', 'text?', 'the words above it'],
    ['source', 'word', 'the `src` of the `<bi-chart>` that shows the years'],
    ['events', 'event[]', 'what happened, in order'],
  ]),
  shape('event', 'something that happened', [
    ['id', 'word', 'its id'],
    ['date', 'text', 'when: a day, a month, a year or several'],
    ['text', 'text', 'what'],
    ['source', 'word', 'the `src` of its `<bi-chart>`'],
    ['alt', 'text', 'what its mark shows'],
  ]),
  block('data-table', 'values by year', [
    ['caption', 'text?', 'its caption'],
    ['columns', 'column[]', 'its columns behind that of the years'],
    ['rows', 'period[]', 'a row a year'],
    ['hasGaps', 'flag', 'whether a value is missing'],
  ]),
  shape('column', 'a column of values', [
    ['label', 'text', 'what it shows'],
    ['unit', 'text?', 'what it is counted in'],
    ['lang', 'word?', 'the language whose column it is; null where it is that of all'],
  ]),
  shape('period', 'the values of a year', [
    ['id', 'word', 'its id'],
    ['period', 'text', 'the year'],
    ['cells', 'value[]', 'a value for each column'],
    ['isLatest', 'flag', 'whether it is the last year'],
  ]),
  shape('value', 'a value', [
    ['text', 'text', 'the number; `..` where it is missing'],
    ['isMissing', 'flag', 'whether it is missing'],
    ['lang', 'word?', 'the language whose column it is; null where it is that of all'],
  ]),
  shape('remark', 'a sentence about sources or methods', [
    ['id', 'word', 'its id'],
    ['text', 'text', 'its words'],
    ['priority', 'number?', 'what is dropped first where room is short has the lowest; null: it stays'],
  ]),
  shape('entry', 'a line of the contents', [
    ['id', 'word', 'the id of what it leads to'],
    ['level', 'number', '0 for a part, 1 for a chapter, 2 for a section or a run-in heading'],
    ['text', 'text', 'its words, without notes and the final stop of a run-in heading'],
  ]),
  shape('figure', 'a number that stands in the text', [
    ['id', 'word', 'what it is called'],
    ['value', 'word[]', 'the number, or the two ends of a range'],
    ['unit', 'word', 'what is counted or measured'],
    ['block', 'word', 'the id of the block that states it'],
    ['find', 'text', 'the words that state it'],
    ['label', 'text', 'what it says'],
    ['display', 'text?', 'how it is shown where it stands alone'],
    ['period', 'text?', 'the year or years that it is of'],
    ['qualifier', 'text?', 'a word before the number, as `over`'],
    ['source', 'text?', 'where it comes from'],
    ['change', 'text?', 'how it has changed: `up 24% since 1990`'],
    ['isHeadline', 'flag', 'whether it is one of those that stand out'],
  ]),
  shape('term', 'a term', [
    ['text', 'text', 'the term'],
    ['abbreviation', 'text?', 'its short form'],
    ['note', 'word?', 'what a translator must know'],
  ]),
  shape('note', 'a note; `[^id]` in a text sets it at the foot of the page', [
    ['id', 'word', 'what it is called'],
    ['number', 'number', 'its number, the same in all languages'],
    ['text', 'text', 'its words'],
  ]),
]

type Row = readonly [name: string, type: string, about: string]

function block(kind: string, about: string, rows: readonly Row[]): Shape {
  return shape(kind, about, [
    ['kind', 'word', `\`${kind}\``],
    ['id', 'word', 'its id'],
    ['priority', 'number?', 'where room is short it may be dropped, the lowest first; null: it stays'],
    ...rows,
  ])
}

function shape(name: string, about: string, rows: readonly Row[]): Shape {
  return {
    name,
    about,
    fields: rows.map(([field, type, meaning]) => ({ name: field, type, about: meaning })),
  }
}
