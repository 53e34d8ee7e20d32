import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheFolder, isInstalled, run } from '../conformance/command.ts'

/** PDF/A-3a and PDF/UA-1, by the names that veraPDF gives them. */
export type Flavour = '3a' | 'ua1'

/** What veraPDF says of a file in a flavour, and how much of the file it looked at. */
export interface Judgement {
  readonly flavour: Flavour
  readonly file: string
  readonly isCompliant: boolean
  readonly assertions: number
  readonly glyphs: number
  /** Sequences of marked content; only the rules of `ua1` ask for them. */
  readonly sequences: number
  readonly violations: readonly string[]
}

/** veraPDF's judgements, a file's flavours in order; or why it cannot be asked here. */
export function judge(files: readonly string[], flavours: readonly Flavour[]): readonly Judgement[] | string {
  const program = prepare()
  if ('problem' in program) return program.problem
  const path = `${program.classes}:${program.jars}/*`
  const settings = ['-Xshare:auto', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', path]
  const { code, out, errors } = run('java', [...settings, 'Judge', flavours.join(), ...files])
  if (code !== 0) return `java ended with ${code}: ${errors.slice(0, 500)}`
  return readJudgements(out)
}

const folder = dirname(fileURLToPath(import.meta.url))

/** Fetches the jars and compiles `Judge.java`, once for each state of the two files that say how. */
function prepare(): { readonly jars: string; readonly classes: string } | { readonly problem: string } {
  const missing = ['java', 'javac', 'mvn'].filter((tool) => !isInstalled(tool))
  if (missing.length > 0) return { problem: `needs a JDK and Maven: there is no ${missing.join(', ')}` }
  const source = join(folder, 'Judge.java')
  const project = join(folder, 'pom.xml')
  const digest = createHash('sha256').update(readFileSync(source)).update(readFileSync(project)).digest('hex')
  const home = join(cacheFolder(), `verapdf-${digest.slice(0, 12)}`)
  const made = { jars: join(home, 'jars'), classes: join(home, 'classes') }
  if (existsSync(home)) return made

  // Made beside and renamed: an interrupted download leaves nothing that looks finished.
  const beside = `${home}.${process.pid}.part`
  mkdirSync(join(beside, 'classes'), { recursive: true })
  const target = `-DoutputDirectory=${join(beside, 'jars')}`
  const goal = ['dependency:copy-dependencies', target, '-DincludeScope=runtime']
  const fetched = run('mvn', ['-B', '-q', '-f', project, ...goal])
  if (fetched.code !== 0) return { problem: `Maven could not fetch veraPDF: ${firstLine(fetched)}` }
  const compiled = run('javac', ['-cp', join(beside, 'jars', '*'), '-d', join(beside, 'classes'), source])
  if (compiled.code !== 0) throw new Error(`Judge.java does not compile:\n${compiled.errors}`)
  renameSync(beside, home)
  return made
}

function firstLine({ out, errors }: { readonly out: string; readonly errors: string }): string {
  return `${errors}${out}`.trim().split('\n')[0] ?? ''
}

/** The lines that `Judge.java` describes. */
function readJudgements(out: string): readonly Judgement[] {
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  const about = (kind: string, flavour: string, file: string) =>
    lines.filter((line) => line[0] === kind && line[1] === flavour && line[2] === file)
  return lines
    .filter(([kind]) => kind === 'judged' || kind === 'broken')
    .map(([kind, flavour = '', file = '', verdict = '', ...counts]) => {
      const [assertions = 0, glyphs = 0, sequences = 0] = counts.map(Number)
      const violated = about('violated', flavour, file).map((line) => line.slice(3).join(' '))
      return {
        flavour: flavour === '3a' ? '3a' : 'ua1',
        file,
        isCompliant: kind === 'judged' && verdict === 'true',
        assertions,
        glyphs,
        sequences,
        violations: kind === 'broken' ? [verdict] : violated,
      }
    })
}
