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
  ['pre', { sort: 'block', about: 'preformatted text: every space and line end is kept, marks are text' }],
  ['code', { sort: 'inline', about: 'code: marks are text' }],
  ['em', { sort: 'inline', about: 'emphasis' }],
  ['strong', { sort: 'inline', about: 'strong emphasis' }],
  ['span', { sort: 'inline', about: 'a stretch of text without a meaning of its own' }],
  ['a', { sort: 'inline', about: 'a link' }],
  ['br', { sort: 'inline', about: 'a line break' }],
  ['bi-passage', { sort: 'passage', about: 'the same content once in each language' }],
  ['bi-version', { sort: 'passage', about: 'the content of a passage in one language' }],
  ['bi-axis', { sort: 'passage', about: 'what all languages of a passage share' }],
])

/** The attributes that elements may have; names that begin with `data-` are free, for a theme's `attr()`. */
export const attributes: ReadonlyMap<string, string> = new Map([
  ['id', 'the name that links and page numbers refer to; of a passage, its key'],
  ['class', 'names for the theme'],
  ['lang', 'the language of the content'],
  ['href', 'where a link leads'],
])

export function sortOf(name: string): Sort {
  return elements.get(name)?.sort ?? 'block'
}
