import { z } from 'zod'
import { folderOf } from '../base/path.ts'
import { Report } from '../base/report.ts'
import { type Span, wholeFile } from '../base/span.ts'
import type { NamedFile } from './chapter-files.ts'
import { mostOutputs } from './limits.ts'
import { readPath } from './paths.ts'
import { type PressCodes, type PressWish, readPressWish } from './press-wish.ts'
import type { LayoutName } from './publication.ts'
import type { WrittenPublication } from './schema.ts'
import { outputs, type WrittenOutput } from './schema-outputs.ts'
import { settle } from './settle.ts'
import type { Loaded, YamlEntry } from './yaml-node.ts'

/** A file that is made of a publication. */
export interface Output {
  /** `reading`: it has the publication's name; another: that name, a hyphen and this one. */
  readonly name: string
  /** Where it is named. */
  readonly span: Span
  /** Null: the layout that the file itself names. */
  readonly layout: LayoutName | null
  /** Another file, of which it is made; null: the publication's own. */
  readonly from: NamedFile | null
  /** How its pages are put on sheets; null: it is a copy for reading. */
  readonly press: PressWish | null
}

/** The name of the output that is the publication as it is read. */
const reading = 'reading'

const codes: PressCodes = { value: 'content/wrong-value', unused: 'content/unused-setting' }

/** The output that each publication has. */
export function readingOutput(span: Span): Output {
  return { name: reading, span, layout: null, from: null, press: null }
}

/** Reads `outputs:`. The copy for reading comes first, whether it is named or not: each print copy names it. */
export function readOutputs(
  written: WrittenPublication['outputs'],
  { file, root }: Loaded,
  report: Report,
): readonly Output[] {
  const node = root.kind === 'map' ? root.entries.get('outputs') : undefined
  const usual = readingOutput(node?.keySpan ?? wholeFile(file.path, file.text))
  if (written === undefined || node?.value.kind !== 'map') return [usual]
  const entries = [...node.value.entries.values()]
  if (entries.length > mostOutputs) {
    const hint = 'divide them between several files'
    report.error('content/wrong-value', `expected at most ${mostOutputs} outputs`, node.keySpan, hint)
    return [usual]
  }
  const read = entries.flatMap((entry) => {
    const isEmpty = entry.value.kind === 'scalar' && entry.value.isNull
    const one = isEmpty ? {} : Object.hasOwn(written, entry.key) ? written[entry.key] : undefined
    return one === undefined ? [] : (readOutput(entry, one, file.path, report) ?? [])
  })
  const own = read.find((output) => output.name === reading) ?? usual
  const others = read.filter((output) => output !== own)
  return distinct([own, ...others.flatMap((output) => [...readingCopyFor(output, others), output])], report)
}

/** The copy for reading of another file that only print copies are made of: they name it, so that it is made as well. */
function readingCopyFor(output: Output, outputs: readonly Output[]): readonly Output[] {
  const { press, from } = output
  if (press === null || from === null) return []
  const ofFile = outputs.filter((other) => other.from?.path === from.path)
  if (ofFile[0] !== output || ofFile.some((other) => other.press === null)) return []
  const name = from.path.slice(folderOf(from.path).length).replace(/\.ya?ml$/, '')
  return [{ name, span: from.span, layout: null, from, press: null }]
}

/** The outputs of a file, without its findings: which files a build of it makes. */
export function outputsIn(loaded: Loaded): readonly Output[] {
  const report = new Report()
  return readOutputs(settle(onlyOutputs, loaded, {}, report)?.outputs, loaded, report)
}

const onlyOutputs = z.object({ outputs: outputs.optional() })

function readOutput(
  { key, keySpan }: YamlEntry,
  written: WrittenOutput,
  path: string,
  report: Report,
): Output | null {
  if (!/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(key)) {
    const hint = 'it becomes a part of a file’s name: write letters, digits and hyphens'
    report.error('content/wrong-value', `\`${key}\` is no name for an output`, keySpan, hint)
    return null
  }
  const from = readFrom(written, path, report)
  const press = readPress(written, report)
  const { layout } = written
  if (key !== reading || (from === null && press === null)) {
    return {
      name: key,
      span: keySpan,
      layout: layout ? { name: layout.text, span: layout.span } : null,
      from,
      press,
    }
  }
  const place = from?.span ?? press?.span ?? keySpan
  const hint = 'give this output another name: `reading` is the publication as it is read'
  report.error('content/unused-setting', '`reading` has neither `from` nor `impose`', place, hint)
  return null
}

/** A file beside the publication's. */
function readFrom({ from }: WrittenOutput, path: string, report: Report): NamedFile | null {
  const read = from && readPath(folderOf(path), from, report)
  if (from === undefined || !read || read === path) return null
  return { path: read, span: from.span }
}

function readPress(written: WrittenOutput, report: Report): PressWish | null {
  const { layout, from, impose, ...words } = written
  if (impose !== undefined) return readPressWish(impose, words, codes, report)
  for (const [key, word] of Object.entries(words)) {
    const span = word === undefined ? undefined : 'span' in word ? word.span : word[0]?.span
    if (span === undefined) continue
    const message = `\`${key}\` says nothing of a file for reading`
    report.error(codes.unused, message, span, 'add how pages are put on sheets, as `impose: saddle`')
  }
  return null
}

/** Outputs that would be one file: on many disks capitals make no difference. */
function distinct(outputs: readonly Output[], report: Report): readonly Output[] {
  const first = new Map<string, Output>()
  for (const output of outputs) {
    const name = output.name.toLowerCase()
    const earlier = first.get(name)
    if (earlier === undefined) {
      first.set(name, output)
      continue
    }
    const message = `\`${output.name}\` and \`${earlier.name}\` would be the same file where capitals count for nothing`
    const other = { at: earlier.span, note: 'the other one' }
    report.error('content/same-output', message, output.span, 'rename one of the two', other)
  }
  return [...first.values()]
}
