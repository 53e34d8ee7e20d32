import type { Report } from '../base/report.ts'
import type { Element } from '../document/element.ts'
import type { Inline } from '../style/box.ts'
import type { Note } from './flow.ts'
import { galley } from './galley.ts'
import type { GalleySettings } from './setting.ts'

type NoteInline = Inline & { readonly kind: 'note' }

/** Sets the notes that a line calls, each followed by those that are called in it. */
export function setNotes(
  called: readonly Element[],
  inlines: readonly Inline[],
  settings: GalleySettings,
  report: Report,
): readonly Note[] {
  if (called.length === 0) return []
  const notes = notesIn(inlines)
  return called.flatMap((element) => {
    const note = notes.find((one) => one.element === element)
    return note ? setNote(note, settings, report) : []
  })
}

function setNote({ element, body }: NoteInline, settings: GalleySettings, report: Report): readonly Note[] {
  const content = galley(
    body,
    { ...settings, measure: settings.lanes.get(element.lang ?? settings.lang) ?? settings.lane },
    report,
  )
  return [{ element, content }, ...content.items.flatMap(({ notes }) => notes)]
}

function notesIn(inlines: readonly Inline[]): readonly NoteInline[] {
  return inlines.flatMap((inline): readonly NoteInline[] => {
    if (inline.kind === 'note') return [inline]
    return inline.kind === 'unit' ? notesIn(inline.inlines) : []
  })
}
