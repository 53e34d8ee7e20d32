import { archive } from './conformance/archive.ts'
import { line } from './conformance/verdict.ts'

// Editions of the chapter by the compiled program, its crashes and its judges: several minutes, so by itself.
const verdicts = await archive()
for (const found of verdicts) console.log(line(found))
if (verdicts.length === 0 || verdicts.some(({ kind }) => kind === 'not ok')) process.exitCode = 1
