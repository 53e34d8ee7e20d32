import { type PathProblem, pathIn, pathProblem } from '../base/path.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'

/** A path as an author wrote it. */
interface WrittenPath {
  readonly text: string
  readonly span: Span
}

/** The path of the project that an author means in a file of `folder`; null after a finding for what is no such path. */
export function readPath(folder: string, { text, span }: WrittenPath, report: Report): string | null {
  const problem = pathProblem(text)
  if (problem === null) return pathIn(folder, text)
  const [message, hint] = problems[problem]
  report.error('content/path', `\`${text}\` ${message}`, span, hint)
  return null
}

const copyIt = 'copy the file into the project, and write its path from the folder of this file'

const problems: Readonly<Record<PathProblem, readonly [message: string, hint: string]>> = {
  absolute: ['begins with a slash: only files of the project are read', copyIt],
  scheme: ['is an address, not a path: only files of the project are read', copyIt],
  backslash: ['holds a backslash, which divides no folders here', 'write slashes: `chapters/one.yaml`'],
}
