import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import { openShelf, type Shelf } from '../base/shelf.ts'
import type { Span } from '../base/span.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { Face, ShapeSettings, Word } from './face.ts'
import { chooseFace, type FaceDeclaration } from './fonts.ts'
import { type Fount, fountKey, openFount } from './fount.ts'
import { hyphenator } from './hyphenate.ts'
import { openRow, type Row } from './row.ts'
import { openRun, textKey } from './runs.ts'
import { openSetTexts, type SetTexts } from './set-texts.ts'
import type { Run } from './shaped.ts'
import { type Cases, openCases, openTray, type Tray } from './tray.ts'
import { openWords, type Words, wordOf } from './words.ts'

/**
 * The one place of caches: opened faces, shaped words, set paragraphs, and the room in which text is shaped. Made by the
 * caller and handed down; a build with a warm workshop gives the same bytes as one with a new one.
 */
export interface Workshop {
  /** The face declared for a family, weight and style; null when the family is not declared or its file is no use. */
  face(family: string, weight: number, style: 'normal' | 'italic', report: Report): Face | null
  /** What text of a style and language is set from. */
  fount(style: ComputedStyle, lang: Lang, report: Report): Fount
  /** The words of a face, each shaped once a setting. */
  words(face: Face, settings: ShapeSettings): Words
  /** Shapes texts in a face; each is shaped once a setting. */
  shaper(face: Face, settings: ShapeSettings): (text: string) => Word
  /** Words at the size and in the colour of a style. */
  run(words: Words, style: ComputedStyle): Run
  /** Offsets at which a word may be divided by a hyphen. */
  hyphenate(word: string, lang: Lang): readonly number[]
  readonly families: readonly string[]
  /** Where faces are declared: for findings about faces that are not. */
  readonly declaredIn: Span
  /** Where paragraphs are shaped and set, one after the other. */
  readonly row: Row
  readonly tray: Tray
  /** What stays of them. */
  readonly cases: Cases
  readonly texts: SetTexts
  /** Layouts and themes. */
  readonly shelf: Shelf
  /** Files that PDFs embed as their sources, by their bytes: the same, deflated. */
  readonly deflated: WeakMap<Uint8Array, Uint8Array>
}

/** Opens the face that a declaration names, or reports why it cannot and returns null. */
export type OpenFace = (declaration: FaceDeclaration, report: Report) => Face | null

/** A workshop over declared faces. `open` is asked once a face; where it fails, once a report. */
export function workshop(
  declarations: readonly FaceDeclaration[],
  open: OpenFace,
  declaredIn: Span,
): Workshop {
  const styles = styleNumbers()
  const hyphenators = new Map<Lang, (word: string) => readonly number[]>()
  const words = new Map<Face, Map<string, Words>>()
  const founts = new Map<string, Fount>()
  const fountsByStyle = new WeakMap<ComputedStyle, Map<Lang, Fount>>()
  const made: Workshop = {
    declaredIn,
    families: [...new Set(declarations.map((declaration) => declaration.family))],
    row: openRow(),
    tray: openTray(),
    cases: openCases(),
    texts: openSetTexts(styles),
    shelf: openShelf(),
    deflated: new WeakMap(),
    face: faceFinder(declarations, open),
    fount(style, lang, report) {
      const known = fountsByStyle.get(style)?.get(lang)
      if (known) return known
      const key = fountKey(style, lang)
      const fount = founts.get(key) ?? openFount(style, lang, made, report)
      // One whose face could not be opened is asked for again, so that each build reports it.
      if (!fount.isComplete) return fount
      founts.set(key, fount)
      const byLang = fountsByStyle.get(style) ?? new Map<Lang, Fount>()
      fountsByStyle.set(style, byLang.set(lang, fount))
      return fount
    },
    words(face, settings) {
      const bySettings = words.get(face) ?? new Map<string, Words>()
      words.set(face, bySettings)
      const key = `${settings.lang} ${settings.script} ${settings.isRtl ? 'rtl' : 'ltr'} ${settings.features.join()}`
      const known = bySettings.get(key) ?? openWords(face, settings)
      bySettings.set(key, known)
      return known
    },
    shaper(face, settings) {
      const ofFace = made.words(face, settings)
      return (text) => wordOf(ofFace, text).word
    },
    run(ofWords, style) {
      const number = styles(style)
      const run = ofWords.runs.get(number) ?? openRun(ofWords, style, number)
      ofWords.runs.set(number, run)
      return run
    },
    hyphenate(word, lang) {
      let hyphenate = hyphenators.get(lang)
      if (!hyphenate) {
        hyphenate = hyphenator(lang)
        hyphenators.set(lang, hyphenate)
      }
      return hyphenate(word)
    },
  }
  return made
}

/** Opens each declared face once; where that fails, it is asked for once a report. */
function faceFinder(declarations: readonly FaceDeclaration[], open: OpenFace): Workshop['face'] {
  const failed = new WeakMap<Report, Set<FaceDeclaration>>()
  const chosen = new Map<string, FaceDeclaration | null>()
  const opened = new Map<FaceDeclaration, Face>()
  return (family, weight, style, report) => {
    const key = `${family}\n${weight}\n${style}`
    let declaration = chosen.get(key)
    if (declaration === undefined) {
      declaration = chooseFace(declarations, family, weight, style)
      chosen.set(key, declaration)
    }
    if (declaration === null) return null
    const known = opened.get(declaration)
    if (known) return known
    const failures = failed.get(report) ?? new Set()
    if (failures.has(declaration)) return null
    const face = open(declaration, report)
    if (face) opened.set(declaration, face)
    else failed.set(report, failures.add(declaration))
    return face
  }
}

/** Numbers styles: those that set text alike have the same. */
function styleNumbers(): (style: ComputedStyle) => number {
  const known = new WeakMap<ComputedStyle, number>()
  const byText = new Map<string, number>()
  return (style) => {
    let number = known.get(style)
    if (number === undefined) {
      const key = textKey(style)
      number = byText.get(key) ?? byText.size
      byText.set(key, number)
      known.set(style, number)
    }
    return number
  }
}
