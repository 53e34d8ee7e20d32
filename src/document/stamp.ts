import type { Span } from '../base/span.ts'

/**
 * Gives each opening tag in a stretch of a layout's static content an attribute `bi-at` with the number of its place.
 * It must happen before Handlebars' whitespace control: until then a content is its source, character by character.
 */
export function stamp(content: hbs.AST.ContentStatement, span: Span, places: Span[]): void {
  const stamped = content.value.replace(openingTag, (tag, offset: number) => {
    const start = span.start + offset
    const at = places.push({ file: span.file, start, end: start + tag.length }) - 1
    return `${tag} bi-at="${at}"`
  })
  // `original` is what Handlebars looks at to tell lines that hold nothing but a block: it is a string, typed wrongly.
  Object.assign(content, { value: stamped, original: stamped })
}

// A name that runs into the end of the content may go on in an expression (`<h{{level}}>`), so it is left alone.
const openingTag = /<[a-zA-Z][a-zA-Z0-9-]*(?=[\s/>])/g
