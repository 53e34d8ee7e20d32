import { archive } from './conformance/archive.ts'
import { archives } from './conformance/archives.ts'
import { bags } from './conformance/bags.ts'
import { determinism } from './conformance/determinism.ts'
import { hostile } from './conformance/hostile.ts'
import { lines } from './conformance/lines.ts'
import { mutations } from './conformance/mutations.ts'
import { ocfl } from './conformance/ocfl.ts'
import { printCopies } from './conformance/print-copies.ts'
import { randomDocuments } from './conformance/random-documents.ts'
import { readers } from './conformance/readers.ts'
import { buildSamples, temporaryFolder } from './conformance/samples.ts'
import { sheets } from './conformance/sheets.ts'
import { unicode } from './conformance/unicode.ts'
import { askQpdf, askVerapdf } from './conformance/validators.ts'
import { failed, line, type Section, type Verdict } from './conformance/verdict.ts'

/**
 * The proofs that need programs and data from outside; arguments choose sections by name. A proof that cannot be led here
 * is named, never skipped in silence.
 */
const sections: readonly Section[] = [
  { name: 'Unicode', run: unicode },
  { name: 'veraPDF', run: askVerapdf },
  { name: 'qpdf', run: askQpdf },
  { name: 'random documents', run: randomDocuments },
  { name: 'readers', run: readers },
  { name: 'determinism', run: determinism },
  { name: 'lines', run: lines },
  { name: 'sheets', run: sheets },
  { name: 'print copies', run: printCopies },
  { name: 'OCFL', run: ocfl },
  { name: 'archives', run: archives },
  { name: 'BagIt', run: bags },
  { name: 'archive', run: archive },
  { name: 'hostile input', run: hostile },
  { name: 'mutations', run: mutations },
]

const wanted = process.argv.slice(2)
const chosen = sections.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
const samples = buildSamples(temporaryFolder())
const verdicts: Verdict[] = []
for (const section of chosen) {
  console.log(`\n${section.name}`)
  for (const found of await examine(section)) {
    verdicts.push(found)
    console.log(`  ${line(found).replaceAll('\n', '\n  ')}`)
  }
}
const count = (kind: Verdict['kind']): number => verdicts.filter((found) => found.kind === kind).length
const [passed, wrong, missing] = [count('ok'), count('not ok'), count('left out')]
if (missing > 0) console.log(`\n${missing} left out`)
console.log(`\n${passed} passed, ${wrong} failed`)
if (wrong > 0 || passed === 0) process.exitCode = 1

/** A section that breaks off, or finds nothing to examine, has failed. */
async function examine({ name, run }: Section): Promise<readonly Verdict[]> {
  try {
    const found = await run(samples)
    return found.length > 0 ? found : [failed(name, 'nothing was examined')]
  } catch (problem) {
    return [failed(name, problem instanceof Error ? (problem.stack ?? problem.message) : String(problem))]
  }
}
