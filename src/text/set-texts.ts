import type { Lang } from '../base/lang.ts'
import type { Inline } from '../style/box.ts'
import type { ComputedStyle } from '../style/computed.ts'
import type { Setting } from './break.ts'
import { innerOf } from './inlines.ts'
import type { Paragraph } from './paragraph.ts'

/** All that the lines of a paragraph depend on but the faces, as text: `form` without what is said, and what is said. */
export interface TextKey {
  readonly form: string
  readonly text: string
}

/** Paragraphs that were set, by what they say and how: an edit of one paragraph sets that one. */
export interface SetTexts {
  keyOf(inlines: readonly Inline[], lang: Lang, setting: Setting): TextKey
  find(key: TextKey): KeptText | null
  keep(key: TextKey, paragraph: Paragraph): void
  /** A document begins: what none of the last few asked for is let go. */
  begin(): void
}

/** A paragraph for the elements that it was last set for; it is replaced when others ask for it. */
export interface KeptText {
  paragraph: Paragraph
  /** The last document that asked for it. */
  age: number
}

/** `numberOf` gives equal styles the same number. */
export function openSetTexts(numberOf: (style: ComputedStyle) => number): SetTexts {
  const byForm = new Map<string, Map<string, KeptText>>()
  let age = 0
  let length = 0
  return {
    keyOf: (inlines, lang, setting) => keyOf(inlines, lang, setting, numberOf),
    find({ form, text }) {
      const byText = byForm.get(form)
      const kept = byText?.get(text)
      if (!byText || !kept) return null
      kept.age = age
      // The key is the newer string, since an older one may be a part of an author's file that has changed since.
      byText.delete(text)
      byText.set(text, kept)
      return kept
    },
    keep({ form, text }, paragraph) {
      if (text.length > longestKept || length + text.length > mostKept) return
      let byText = byForm.get(form)
      if (!byText) {
        byText = new Map()
        byForm.set(form, byText)
      }
      byText.set(text, { paragraph, age })
      length += text.length
    },
    begin() {
      age++
      for (const [form, byText] of byForm) {
        for (const [text, kept] of byText) {
          if (age - kept.age <= documentsKept) continue
          byText.delete(text)
          length -= text.length
        }
        if (byText.size === 0) byForm.delete(form)
      }
    },
  }
}

/** A project's outputs are built in turn, each in several selections of languages. */
const documentsKept = 8
/** UTF-16 units of the longest paragraph that is kept, and of all together: about 1,500 pages. */
const longestKept = 20_000
/** UTF-16 units of all paragraphs that are kept: about 1,500 pages. */
const mostKept = 5_000_000

function keyOf(
  inlines: readonly Inline[],
  lang: Lang,
  { measure, indent, align, isBalanced }: Setting,
  numberOf: (style: ComputedStyle) => number,
): TextKey {
  const setting = `${lang} ${measure} ${indent} ${align} ${isBalanced}`
  const [first] = inlines
  // Most paragraphs are one text in one style.
  if (inlines.length === 1 && first?.kind === 'text' && isWhole(first))
    return { form: `${setting}\n${first.leaf.lang} ${numberOf(first.style)}`, text: first.leaf.text }
  const namer: Namer = { numberOf, forms: [setting, ''], texts: [], numbers: new Map() }
  for (const inline of inlines) name(namer, inline)
  return { form: namer.forms.join('\n'), text: namer.texts.join('\n') }
}

function isWhole({ leaf, from, to }: Inline & { kind: 'text' }): boolean {
  return from === 0 && to === leaf.text.length
}

interface Namer {
  readonly numberOf: (style: ComputedStyle) => number
  readonly forms: string[]
  readonly texts: string[]
  /** Elements and leaves in the order in which they are met: which of the inlines share them counts. */
  readonly numbers: Map<object, number>
}

function name(namer: Namer, inline: Inline): void {
  const { forms, texts, numberOf } = namer
  const own = [inline.kind, identity(namer, inline.element)]
  switch (inline.kind) {
    case 'text': {
      const { leaf, from, to, style } = inline
      texts.push(leaf.text.slice(from, to))
      forms.push([...own, identity(namer, leaf), leaf.lang, to - from, numberOf(style)].join(' '))
      return
    }
    case 'page-number':
    case 'reference':
      forms.push([...own, numberOf(inline.style), JSON.stringify(inline.anchor)].join(' '))
      return
    case 'leader':
      forms.push([...own, numberOf(inline.style), JSON.stringify(inline.text)].join(' '))
      return
    case 'space':
      forms.push([...own, inline.width].join(' '))
      return
    case 'break':
      forms.push(own.join(' '))
      return
    case 'unit':
    case 'note': {
      const inner = innerOf(inline)
      const width = inline.kind === 'unit' ? inline.width : 0
      forms.push([...own, numberOf(inline.style), width, inner.length].join(' '))
      for (const one of inner) name(namer, one)
    }
  }
}

function identity({ numbers }: Namer, thing: object): number {
  const known = numbers.get(thing)
  if (known !== undefined) return known
  const number = numbers.size
  numbers.set(thing, number)
  return number
}
