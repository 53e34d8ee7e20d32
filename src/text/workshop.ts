import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Face, ShapeSettings, Word } from './face.ts'
import { chooseFace, type FaceDeclaration } from './fonts.ts'
import { hyphenator } from './hyphenate.ts'
import { type RowScratch, rowScratch } from './row.ts'

/**
 * The one place of caches: opened faces and shaped words. Made by the caller and handed down; a build with a warm
 * workshop gives the same bytes as one with a new one.
 */
export interface Workshop {
  /** The face declared for a family, weight and style; null when the family is not declared or its file is no use. */
  face(family: string, weight: number, style: 'normal' | 'italic', report: Report): Face | null
  /** Shapes words in a face; each text is shaped once a setting. */
  shaper(face: Face, settings: ShapeSettings): (text: string) => Word
  /** Offsets at which a word may be divided by a hyphen. */
  hyphenate(word: string, lang: Lang): readonly number[]
  readonly families: readonly string[]
  readonly scratch: RowScratch
  /** Where faces are declared: for findings about faces that are not. */
  readonly declaredIn: Span
}

/** Opens the face that a declaration names, or reports why it cannot and returns null. */
export type OpenFace = (declaration: FaceDeclaration, report: Report) => Face | null

/** A workshop over declared faces. `open` is asked once a face; where it fails, once a report. */
export function workshop(
  declarations: readonly FaceDeclaration[],
  open: OpenFace,
  declaredIn: Span,
): Workshop {
  const failed = new WeakMap<Report, Set<FaceDeclaration>>()
  const chosen = new Map<string, FaceDeclaration | null>()
  const opened = new Map<FaceDeclaration, Face>()
  const words = new Map<Face, Map<string, Map<string, Word>>>()
  const hyphenators = new Map<Lang, (word: string) => readonly number[]>()
  return {
    declaredIn,
    scratch: rowScratch(),
    families: [...new Set(declarations.map((declaration) => declaration.family))],
    face(family, weight, style, report) {
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
    },
    shaper(face, settings) {
      let bySettings = words.get(face)
      if (!bySettings) {
        bySettings = new Map()
        words.set(face, bySettings)
      }
      const key = `${settings.lang} ${settings.script} ${settings.isRtl ? 'rtl' : 'ltr'} ${settings.features.join()}`
      const byText = bySettings.get(key) ?? new Map<string, Word>()
      bySettings.set(key, byText)
      return (text) => {
        // What is longer than any word does not come again.
        if (text.length > longestKept) return face.shape(text, settings)
        let word = byText.get(text)
        if (!word) {
          word = face.shape(text, settings)
          byText.set(text, word)
        }
        return word
      }
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
}

/** UTF-16 units of the longest text whose shape is remembered. */
const longestKept = 100
