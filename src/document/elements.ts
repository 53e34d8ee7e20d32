/** What an element is to the parser: a block, a stretch inside a line, or a part of a passage. */
export type Sort = 'block' | 'inline' | 'passage'

/** All elements that a layout may write, for the parser and the documentation. */
export const elements: ReadonlyMap<string, { readonly sort: Sort; readonly about: string }> = new Map([
  ['html', { sort: 'block', about: 'the whole document; put around a layout that does not write it' }],
  ['section', { sort: 'block', about: 'a part with a heading of its own' }],
  ['article', { sort: 'block', about: 'a part that stands for itself' }],
  ['nav', { sort: 'block', about: 'the contents' }],
  ['div', { sort: 'block', about: 'a box without a meaning of its own' }],
  ['p', { sort: 'block', about: 'a paragraph' }],
  ['h1', { sort: 'block', about: 'a heading of the first level' }],
  ['h2', { sort: 'block', about: 'a heading of the second level' }],
  ['h3', { sort: 'block', about: 'a heading of the third level' }],
  ['h4', { sort: 'block', about: 'a heading of the fourth level' }],
  ['h5', { sort: 'block', about: 'a heading of the fifth level' }],
  ['h6', { sort: 'block', about: 'a heading of the sixth level' }],
  ['blockquote', { sort: 'block', about: 'a quotation' }],
  ['ul', { sort: 'block', about: 'a list' }],
  ['ol', { sort: 'block', about: 'a numbered list' }],
  ['li', { sort: 'block', about: 'an item of a list' }],
  ['table', { sort: 'block', about: 'a table; each of its rows and its caption is a passage' }],
  ['caption', { sort: 'block', about: 'what a table shows; it stands in the table, before its rows' }],
  ['thead', { sort: 'block', about: 'the head of a table, repeated on each page that it goes on to' }],
  ['tbody', { sort: 'block', about: 'the rows of a table' }],
  ['tr', { sort: 'block', about: 'a row of a table' }],
  ['th', { sort: 'block', about: 'a cell that is the head of a column or of a row' }],
  ['td', { sort: 'block', about: 'a cell of a table' }],
  ['figure', { sort: 'block', about: 'a picture with its caption' }],
  ['figcaption', { sort: 'block', about: 'what a picture shows' }],
  ['img', { sort: 'block', about: 'a picture' }],
  ['bi-chart', { sort: 'block', about: 'a chart; in it stand `bi-part`s alone' }],
  [
    'bi-part',
    {
      sort: 'block',
      about: 'in a chart: how its marks and words look whose names are its classes; prints nothing',
    },
  ],
  ['aside', { sort: 'block', about: 'a box beside the argument' }],
  ['pre', { sort: 'block', about: 'preformatted text: every space and line end is kept, marks are text' }],
  ['code', { sort: 'inline', about: 'code: marks are text' }],
  ['em', { sort: 'inline', about: 'emphasis' }],
  ['strong', { sort: 'inline', about: 'strong emphasis' }],
  ['span', { sort: 'inline', about: 'a stretch of text without a meaning of its own' }],
  ['a', { sort: 'inline', about: 'a link' }],
  ['br', { sort: 'inline', about: 'a line break' }],
  ['sup', { sort: 'inline', about: 'raised text' }],
  ['sub', { sort: 'inline', about: 'lowered text' }],
  ['bi-note', { sort: 'inline', about: 'a note at the foot of the page; `[^id]` makes it' }],
  [
    'bi-reference',
    { sort: 'inline', about: 'the number of the page of what `href` names; `{ref: id}` makes it' },
  ],
  ['bi-passage', { sort: 'passage', about: 'the same content once in each language' }],
  ['bi-version', { sort: 'passage', about: 'the content of a passage in one language' }],
  ['bi-axis', { sort: 'passage', about: 'what all languages of a passage share' }],
  ['bi-read', { sort: 'block', about: 'what is read here and printed elsewhere; `{{#shared}}` makes it' }],
  ['bi-across', { sort: 'passage', about: 'what stands once across all columns' }],
])

/** The attributes that elements may have; names that begin with `data-` are free, for a theme's `attr()`. */
export const attributes: ReadonlyMap<string, string> = new Map([
  ['id', 'the name that links and page numbers refer to; of a passage, its key'],
  ['class', 'names for the theme'],
  ['lang', 'the language of the content'],
  ['href', 'where a link leads'],
  ['src', 'of a picture: its file; of a chart: its `source`'],
  ['alt', 'of a picture or chart: what it shows, for those who do not see it; empty for decoration'],
  ['width', 'of a picture: a length, or a share of its place in `%`'],
  ['colspan', 'of a cell: how many columns it covers'],
  ['rowspan', 'of a cell: how many rows it covers'],
  ['number', 'of a note: its number'],
  ['scope', 'of a `<th>`: whether it heads its column (`col`) or its row (`row`)'],
])

export function sortOf(name: string): Sort {
  return elements.get(name)?.sort ?? 'block'
}
