import { knownLanguages } from '../base/lang.ts'
import type { Report } from '../base/report.ts'
import type { Text } from './publication.ts'
import { wordsSchema } from './schema.ts'
import { settle } from './settle.ts'
import { readText } from './texts.ts'
import type { Loaded } from './yaml-node.ts'

/** Reads a layout's own wording: a flat map from name to text, in any languages. */
export function words(loaded: Loaded, report: Report): ReadonlyMap<string, Text> {
  const written = settle(wordsSchema, loaded, {}, report) ?? {}
  const settings = {
    declared: knownLanguages(),
    refused: new Set<string>(),
    needed: [],
    only: null,
    isDraft: false,
    mayBeBlank: true,
    row: null,
  }
  const found = new Map<string, Text>()
  if (loaded.root.kind !== 'map') return found
  for (const { key, keySpan } of loaded.root.entries.values()) {
    const text = Object.hasOwn(written, key) ? written[key] : undefined
    if (!/^[A-Za-z0-9-]+$/.test(key)) {
      const message = `\`${key}\` is no name`
      report.error('content/bad-name', message, keySpan, 'use letters, digits and hyphens')
    } else found.set(key, text === undefined ? noText : readText(text, settings, report))
  }
  return found
}

/** The words of a layout on top of those that it derives from, language by language. */
export function mergeWords(
  base: ReadonlyMap<string, Text>,
  own: ReadonlyMap<string, Text>,
): ReadonlyMap<string, Text> {
  const merged = new Map(base)
  for (const [name, text] of own) {
    const versions = new Map([...(base.get(name)?.versions ?? []), ...text.versions])
    merged.set(name, { ...text, versions })
  }
  return merged
}

/** Stands in for a text that was found wrong, so that its uses are not found wrong as well. */
const noText: Text = { kind: 'text', versions: new Map(), only: null }
