import type { Lang } from '../base/lang.ts'
import { expectedPassages } from '../expected-text.ts'
import type { Manuscript } from '../layout/manuscript.ts'
import { type ReadPassage, readText } from '../pdf/audit.ts'

/**
 * The text of a PDF in each language, as it is read back in the order of the structure tree: passages between blank lines,
 * each run of those of one unit under its id in brackets. Contents, which say all titles again, are left out. The file has
 * passed the text audit, so that its passages are those of the manuscript one by one.
 */
export function textsOf(bytes: Uint8Array, manuscript: Manuscript): ReadonlyMap<Lang, string> {
  const units = expectedPassages(manuscript).map(({ unit }) => unit)
  const blocks = new Map<Lang, string[]>()
  const last = new Map<Lang, string | null>()
  let index = 0
  let label = ''
  for (const passage of readText(bytes)) {
    if (passage.role === 'Lbl' && !passage.isReferred && !passage.isContents)
      label = `${passage.said.trim()} `
    if (!isText(passage)) continue
    const { lang } = passage
    const unit = units[index++] ?? null
    const heading = unit === null || unit === last.get(lang) ? '' : `[${unit}]\n`
    last.set(lang, unit)
    const block = `${heading}${label}${lines(passage.said)}\n`
    label = ''
    const known = blocks.get(lang)
    if (known) known.push(block)
    else blocks.set(lang, [block])
  }
  return new Map([...blocks].map(([lang, all]) => [lang, all.join('\n')]))
}

/** Those that `auditText` compares with the source. */
function isText({ role, isContents }: ReadPassage): boolean {
  return role !== 'Lbl' && role !== 'Reference' && !isContents
}

/** A hyphen that was set at the end of a line is no part of its word. */
function lines(text: string): string {
  return text.replaceAll('\u00ad', '').trim()
}
