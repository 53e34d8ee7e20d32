import type { Report } from '../../base/report.ts'
import type { SourceFile, Span } from '../../base/span.ts'
import { mostUnprinted } from './limits.ts'

/** Findings about a drawing: each says which file it is in, and stands at its line there. */
export class SvgReport {
  readonly file: SourceFile
  readonly #report: Report
  readonly #said = new Set<string>()
  /** Whether the drawing cannot be used. */
  failed = false

  constructor(file: SourceFile, report: Report) {
    this.file = file
    this.#report = report
  }

  /** What cannot be read, or is too much. */
  broken(detail: string, span: Span, hint: string): void {
    this.failed = true
    this.#report.error('read/svg', `the drawing cannot be used: ${detail}`, span, hint)
  }

  /** What would act, or reach for something elsewhere. */
  unsafe(detail: string, span: Span, hint: string): void {
    this.failed = true
    this.#report.error('read/svg-unsafe', `the drawing cannot be used: ${detail}`, span, hint)
  }

  /** Something that would be missing from what the drawing shows; of each kind the first place is said. */
  missing(what: string, span: Span, hint: string): void {
    this.failed = true
    if (this.#isNew(what))
      this.#report.error('read/svg-unsupported', `the drawing cannot be used: it has ${what}`, span, hint)
  }

  /** An effect without which the drawing shows the same. */
  passedOver(what: string, span: Span, hint: string): void {
    if (this.#isNew(what))
      this.#report.warning('read/svg-unsupported', `the drawing is printed without ${what}`, span, hint)
  }

  #isNew(what: string): boolean {
    if (this.#said.has(what) || this.#said.size >= mostUnprinted) return false
    this.#said.add(what)
    return true
  }
}
