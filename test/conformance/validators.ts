import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { entry, readFile } from '../../src/pdf/read-file.ts'
import { pagesOf } from '../../src/testing/read-pdf.ts'
import { type Flavour, type Judgement, judge } from '../verapdf/judge.ts'
import { withoutStructure, withUnreadablePage, withWrongClaims } from './broken.ts'
import { isInstalled, run } from './command.ts'
import type { Sample } from './samples.ts'
import { failed, leftOut, ok, type Verdict, verdict } from './verdict.ts'

const flavours: readonly Flavour[] = ['3a', 'ua1']

/** veraPDF on the samples, and on files that it must refuse: a gate that lets everything pass has examined nothing. */
export function askVerapdf(samples: readonly Sample[]): readonly Verdict[] {
  const [first] = samples
  if (!first) return []
  const broken = [withWrongClaims(first), withoutStructure(first)].map((one) => write(first, one))
  const unreadable = write(first, withUnreadablePage(first))
  const files = [...samples.map(({ path }) => path), ...broken, unreadable]
  const judged = judge(files, flavours)
  if (typeof judged === 'string') return [leftOut('veraPDF', judged)]
  const of = (path: string): readonly Judgement[] => judged.filter(({ file }) => file === path)
  const expected = judged.length === files.length * flavours.length ? [] : ['some files were not judged']
  return [
    verdict(`veraPDF judged ${files.length} files`, expected),
    ...samples.flatMap(({ name, path, built }) => ofSample(name, of(path), sequencesIn(built.bytes))),
    ...broken.flatMap((path) => of(path).map(refusal)),
    shortfall(of(unreadable), sequencesIn(first.built.bytes)),
  ]
}

/** `qpdf --check` on the samples, and on one that is cut short. */
export function askQpdf(samples: readonly Sample[]): readonly Verdict[] {
  const [first] = samples
  if (!first) return []
  if (!isInstalled('qpdf')) return [leftOut('qpdf', 'qpdf is not installed')]
  const short = join(dirname(first.path), 'cut-short.pdf')
  writeFileSync(short, first.built.bytes.subarray(0, first.built.bytes.length / 2))
  return [
    ...samples.map(({ name, path }) => {
      const { code, out, errors } = run('qpdf', ['--check', path])
      return verdict(`${name} passes qpdf --check`, code === 0 ? [] : [`${out}${errors}`.trim()])
    }),
    verdict(
      'qpdf refuses a file that is cut short',
      run('qpdf', ['--check', short]).code === 0 ? ['it passed'] : [],
    ),
  ]
}

function ofSample(name: string, judgements: readonly Judgement[], expected: number): readonly Verdict[] {
  return judgements.flatMap((one) => {
    const compliant = one.isCompliant ? [] : one.violations.length > 0 ? one.violations : ['no reason given']
    const sequences = one.flavour === 'ua1' ? `, ${one.sequences} sequences` : ''
    const seen = `${one.assertions} assertions, ${one.glyphs} glyphs${sequences}`
    return [
      verdict(`${name} passes veraPDF ${one.flavour}`, compliant),
      verdict(`veraPDF ${one.flavour} looked at all of ${name}: ${seen}`, unseen(one, expected)),
    ]
  })
}

/** veraPDF passes a stream that it cannot parse, so it must have met each sequence of marked content, and glyphs. */
function unseen(one: Judgement, sequences: number): readonly string[] {
  const problems: string[] = []
  if (one.flavour === 'ua1' && one.sequences !== sequences) {
    problems.push(`it met ${one.sequences} of the ${sequences} sequences of marked content`)
  }
  // Each distinct glyph of a sequence is met once; five rules at least are about it.
  if (one.glyphs < sequences || one.assertions < 5 * one.glyphs) problems.push('it met too few glyphs')
  return problems
}

function refusal({ file, flavour, isCompliant }: Judgement): Verdict {
  return verdict(`veraPDF ${flavour} refuses ${file.split('.').at(-2)}`, isCompliant ? ['it passed'] : [])
}

function shortfall(judgements: readonly Judgement[], sequences: number): Verdict {
  const isNoticed = judgements.some((one) => unseen(one, sequences).length > 0)
  return isNoticed
    ? ok('a page that veraPDF cannot parse is noticed')
    : failed('a page that veraPDF cannot parse is noticed', 'the counts say nothing')
}

/** The marked-content operators in the content streams of a file. */
function sequencesIn(bytes: Uint8Array): number {
  const file = readFile(bytes)
  const contents = pagesOf(file).map((page) => file.stream(entry(page, 'Contents')))
  return contents.reduce((sum, content) => sum + (content.match(/\b(?:BDC|BMC)\b/g)?.length ?? 0), 0)
}

function write(
  sample: Sample,
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
): string {
  const path = sample.path.replace(/\.pdf$/, `.${name}.pdf`)
  writeFileSync(path, bytes)
  return path
}
