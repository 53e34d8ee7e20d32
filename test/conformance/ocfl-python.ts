import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder, isInstalled, run } from './command.ts'

/** The version of the validator of OCFL's editors that is asked. */
const version = '2.1.0'

/** The validator of OCFL's editors (`ocfl-py` on PyPI). */
export interface OcflPython {
  /** What is wrong with a storage root and all that is in it, warnings as well; nothing: it is valid. */
  readonly refusals: (root: string) => readonly string[]
}

/** Fetches it with all that it needs, once for each version; or says why it cannot be had. */
export function ocflPython(): OcflPython | string {
  const home = join(cacheFolder(), `ocfl-py-${version}`)
  const problem = existsSync(home) ? null : fetch(home)
  return problem ?? { refusals: (root) => refusalsOf(home, root) }
}

/** It ends with 0 whatever it finds: only its words tell. */
function refusalsOf(home: string, root: string): readonly string[] {
  const parameters = ['validate', '--validate-objects', '--check-digests', '--root', root]
  const program = join(home, 'bin', 'ocfl-root.py')
  const { code, out, errors } = run(join(home, 'bin', 'python3'), [program, ...parameters])
  const said = `${out}${errors}`
  const isValid = code === 0 && /Storage root \S.* is VALID/.test(said) && !/INVALID|\[[EW]\d{3}/.test(said)
  return isValid ? [] : [said.trim()]
}

/** Made beside and renamed: what was interrupted leaves nothing that looks finished. Its own Python runs it from anywhere. */
function fetch(home: string): string | null {
  if (!isInstalled('python3')) return 'there is no python3'
  const beside = `${home}.${process.pid}.part`
  mkdirSync(dirname(beside), { recursive: true })
  const made = run('python3', ['-m', 'venv', beside])
  if (made.code !== 0) return `python3 makes no environment: ${firstLine(made.errors + made.out)}`
  const parameters = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', `ocfl-py==${version}`]
  const fetched = run(join(beside, 'bin', 'python3'), parameters)
  if (fetched.code !== 0) return `pip could not fetch it: ${firstLine(fetched.errors + fetched.out)}`
  renameSync(beside, home)
  return null
}

function firstLine(text: string): string {
  return text.trim().split('\n')[0] ?? ''
}
