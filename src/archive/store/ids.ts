/** Characters of an identifier: people cite it, and it is printed on one line. */
const longestId = 200

const dns = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*'
const authority = new RegExp(`^(?:[a-z0-9._-]+@)?${dns}$`)
const date = /^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/
/** RFC 4151, `specific`, without what it takes over as queries. */
const document = /^(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-F]{2})+$/

/** The parts of an identifier `tag:authority,date:document` (RFC 4151). */
export interface TagParts {
  readonly authority: string
  readonly date: string
  readonly document: string
}

/** Why a text is no identifier of a publication, in words that follow it; null where it is one. */
export function idProblem(id: string): string | null {
  if (id.length > longestId) return `is longer than ${longestId} characters`
  const parts = partsOfId(id)
  if (parts === null) return 'is not of the form `tag:authority,year:document`'
  // Tags are compared letter by letter (RFC 4151, 2.4), so that one authority must have one spelling.
  if (!authority.test(parts.authority)) return 'names no domain in lower case before the comma'
  if (!date.test(parts.date)) return 'names no year, month or day behind the comma'
  if (!document.test(parts.document)) return 'has characters in its last part that a tag cannot have'
  return null
}

/** Null: it has not even the form. */
export function partsOfId(id: string): TagParts | null {
  const found = /^tag:([^,:]*),([^:]*):(.+)$/.exec(id)
  if (found === null) return null
  return { authority: found[1] ?? '', date: found[2] ?? '', document: found[3] ?? '' }
}

/** Whether a short name means an identifier: its document, or the last part of it behind a slash or colon. */
export function isShortFor(name: string, id: string): boolean {
  const document = partsOfId(id)?.document
  return document !== undefined && (document === name || document.split(/[/:]/).at(-1) === name)
}
