import { agrees, conformanceUnicode, lineBreaksOf } from '../conformance-unicode.ts'
import { failed, leftOut, ok, type Verdict, verdict } from './verdict.ts'

/** The conformance files of Unicode, whole, and a line of theirs that is false. */
export function unicode(): readonly Verdict[] {
  const found = conformanceUnicode().map((file): Verdict => {
    if (file.kind === 'left out') return leftOut(file.name, `there is no ${file.path}`)
    if (file.passed === 0) return failed(file.name, 'no line was examined')
    const problems = file.failed > 0 ? [`${file.failed} lines differ`, ...file.firstFailures] : []
    return verdict(`${file.name}: ${file.passed} of ${file.passed + file.failed} lines`, problems)
  })
  const isRefused = !agrees('× 0061 ÷ 0062 ÷', lineBreaksOf)
  return [
    ...found,
    isRefused ? ok('a false line is refused') : failed('a false line is refused', 'it passed'),
  ]
}
