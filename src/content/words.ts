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
  const settings = { declared: knownLanguages(), needed: [], only: null, isDraft: false }
  const found = new Map<string, Text>()
  if (loaded.root.kind !== 'map') return found
  for (const { key, keySpan } of loaded.root.entries.values()) {
    const text = written[key]
    if (!/^[A-Za-z0-9-]+$/.test(key)) {
      const message = `\`${key}\` is no name`
      report.error('content/bad-name', message, keySpan, 'use letters, digits and hyphens')
    } else if (text !== undefined) found.set(key, readText(text, settings, report))
  }
  return found
}
