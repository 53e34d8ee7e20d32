import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Call } from './calls.ts'
import type { Use } from './passages.ts'
import type { Target } from './publication.ts'
import type { ReferenceForm } from './scan.ts'

/** What is wrong with a reference. */
export interface Complaint {
  readonly code: `content/${string}`
  readonly message: string
  readonly hint: string
}

/** What is wrong with a reference whatever it refers to: its words, or the place where it stands. */
export function misplacedReference(
  { id, form, whole }: Call & { kind: 'reference' },
  target: Target | undefined,
  use: Use,
  { text }: Leaf,
): Complaint | null {
  if (id === null) {
    const hint = 'write `{ref: id}`, `{ref: id title}` or `{ref: id number}`; for plain braces, `\\{ref:`'
    return { code: 'content/bad-reference', message: `\`${text.slice(...whole)}\` is no reference`, hint }
  }
  const code = 'content/call-place'
  if (use === 'bare') {
    const hint = 'put it into the text; for plain braces, write `\\{ref:`'
    return { code, message: 'a reference cannot stand here', hint }
  }
  if (use !== 'title' || form === 'number') return null
  const what = form === 'page' ? 'a page number' : 'another title'
  const message = `${what} cannot stand in a heading or caption, which outline and contents repeat`
  const hasNumber = target !== undefined && target.number !== null
  const hint = hasNumber ? `write \`{ref: ${id} number}\`, or put it into the text` : 'put it into the text'
  return { code, message, hint }
}

/** What is wrong with a form of reference to a target; `missedIn` is the language that does not call the note. */
export function wrongForm(
  id: string,
  form: ReferenceForm,
  { title, number, isNote }: Target,
  missedIn: Lang | null,
): Complaint | null {
  const code = 'content/reference-form'
  if (form === 'number' && number === null) {
    const hint =
      'a table or picture has one when it has a caption, and a note; refer to others by page or title'
    return { code, message: `\`${id}\` has no number`, hint }
  }
  if (form === 'title' && title === null) {
    const hint = `write \`{ref: ${id}}\` for its page, or refer to a heading or to what has a caption`
    return { code, message: `\`${id}\` has no title`, hint }
  }
  if (!isNote || missedIn === null) return null
  const message = `the note \`${id}\` is not called in \`${missedIn}\``
  return { code: 'content/unknown-reference', message, hint: `call it there: \`[^${id}]\`` }
}
