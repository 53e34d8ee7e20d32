import type { Lang } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { Face, ShapeSettings, Word } from './face.ts'
import { type FaceDeclaration, chooseFace } from './fonts.ts'
import { hyphenator } from './hyphenate.ts'

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
}

/** Opens the face that a declaration names, or reports why it cannot and returns null. */
export type OpenFace = (declaration: FaceDeclaration, report: Report) => Face | null

/** A workshop over declared faces. `open` is asked once a face; a failure is remembered, and reported once a build. */
export function workshop(declarations: readonly FaceDeclaration[], open: OpenFace): Workshop {
  const chosen = new Map<string, FaceDeclaration | null>()
  const opened = new Map<FaceDeclaration, Face>()
  const words = new Map<Face, Map<string, Map<string, Word>>>()
  const hyphenators = new Map<Lang, (word: string) => readonly number[]>()
  return {
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
      const face = open(declaration, report)
      if (face) opened.set(declaration, face)
      return face
    },
    shaper(face, settings) {
      let bySettings = words.get(face)
      if (!bySettings) words.set(face, (bySettings = new Map()))
      const key = `${settings.lang} ${settings.script} ${settings.isRtl ? 'rtl' : 'ltr'} ${settings.features.join()}`
      const byText = bySettings.get(key) ?? new Map<string, Word>()
      bySettings.set(key, byText)
      return (text) => {
        let word = byText.get(text)
        if (!word) byText.set(text, (word = face.shape(text, settings)))
        return word
      }
    },
    hyphenate(word, lang) {
      let hyphenate = hyphenators.get(lang)
      if (!hyphenate) hyphenators.set(lang, (hyphenate = hyphenator(lang)))
      return hyphenate(word)
    },
  }
}
