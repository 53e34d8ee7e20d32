import { Report } from '../src/base/report.ts'
import { recording, type Source } from '../src/base/world.ts'
import { compose, readPublication } from '../src/build.ts'
import { lay } from '../src/layout/lay.ts'
import type { Laid } from '../src/layout/page.ts'
import { paint } from '../src/pdf/paint.ts'
import type { Workshop } from '../src/text/workshop.ts'
import { descriptionOf, request } from './request.ts'
import type { Passage } from './text.ts'

/** What one edit costs: CPU seconds from the text to the pages, and of these the layout's and the making of the pages. */
export interface Edit {
  readonly pages: number
  readonly bytes: number
  readonly seconds: number
  readonly laySeconds: number
}

/** Where the texts stand, and new workshops for their fonts. */
export interface Desk {
  readonly sourceOf: (passages: readonly Passage[]) => Source
  readonly openWorkshop: () => Workshop
}

/**
 * Lays out a text, changes a sentence in the middle of it and lays it out again with the same workshop, as a watching
 * program does; the bytes must be those of a new workshop.
 */
export function edit(passages: readonly Passage[], desk: Desk): Edit {
  const workshop = desk.openWorkshop()
  layOut(desk.sourceOf(passages), workshop)
  const source = desk.sourceOf(edited(passages))
  const { laid, seconds, laySeconds, bytes } = layOut(source, workshop)
  const warm = bytes()
  const cold = layOut(source, desk.openWorkshop()).bytes()
  if (Buffer.compare(warm, cold) !== 0) throw new Error('an edit gives other bytes than a new build')
  return { pages: laid.pages.length, bytes: warm.length, seconds, laySeconds }
}

function edited(passages: readonly Passage[]): readonly Passage[] {
  const middle = passages.findIndex(({ kind }, index) => kind === 'paragraph' && 2 * index >= passages.length)
  return passages.map((passage, index) =>
    index === middle ? { ...passage, en: `An edit. ${passage.en}`, zh: `${passage.zh}已修改。` } : passage,
  )
}

interface Outcome {
  readonly laid: Laid
  readonly seconds: number
  readonly laySeconds: number
  readonly bytes: () => Uint8Array
}

function layOut(disk: Source, workshop: Workshop): Outcome {
  const report = new Report()
  const source = recording(disk)
  const start = process.cpuUsage()
  const publication = readPublication(request, source, report)
  const manuscript = publication && compose(publication, request.media, source, workshop.shelf, report)
  if (!publication || !manuscript) throw new Error('the measured text is refused')
  const middle = process.cpuUsage()
  const laid = lay(manuscript, workshop, report)
  const marks = [...laid.pages].reduce((sum, page) => sum + page.marks.length, 0)
  if (marks === 0) throw new Error('the pages are empty')
  const [all, own] = [process.cpuUsage(start), process.cpuUsage(middle)]
  const bytes = (): Uint8Array => {
    const painted = paint(laid, descriptionOf(publication, source.log), { profile: request.profile }, report)
    if (!painted) throw new Error('the measured text is not painted')
    return painted
  }
  return { laid, bytes, seconds: inSeconds(all), laySeconds: inSeconds(own) }
}

function inSeconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1e6
}
