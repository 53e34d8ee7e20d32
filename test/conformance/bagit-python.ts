import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cacheFolder, isInstalled, run } from './command.ts'

/** The version of the Library of Congress's own program that is asked. */
const version = '1.9.0'

/** The validator of the Library of Congress (`bagit` on PyPI). */
export interface BagitPython {
  /** What is wrong with a bag; nothing: it is valid. */
  readonly refusals: (folder: string) => readonly string[]
  /** Makes a bag of a folder, in its place. */
  readonly make: (folder: string) => void
}

/** Fetches it, once for each version; or says why it cannot be had. */
export function bagitPython(): BagitPython | string {
  const home = join(cacheFolder(), `bagit-${version}`)
  const problem = existsSync(home) ? null : fetch(home)
  if (problem !== null) return problem
  const ask = (parameters: readonly string[]) =>
    run('python3', ['-m', 'bagit', ...parameters], { environment: { PYTHONPATH: home } })
  return {
    refusals: (folder) => {
      const { code, out, errors } = ask(['--validate', folder])
      return code === 0 ? [] : [`${out}${errors}`.trim() || `it ends with ${code}`]
    },
    make: (folder) => {
      const { code, errors } = ask(['--sha512', '--md5', '--contact-name', 'Ada', folder])
      if (code !== 0) throw new Error(`bagit makes no bag: ${errors}`)
    },
  }
}

/** Made beside and renamed: an interrupted download leaves nothing that looks finished. */
function fetch(home: string): string | null {
  if (!isInstalled('python3')) return 'there is no python3'
  if (run('python3', ['-m', 'pip', '--version']).code !== 0) return 'python3 has no pip'
  const beside = `${home}.${process.pid}.part`
  mkdirSync(dirname(beside), { recursive: true })
  const parameters = ['-m', 'pip', 'install', '--quiet', '--no-deps', '--target', beside, `bagit==${version}`]
  const { code, out, errors } = run('python3', parameters)
  if (code !== 0) return `pip could not fetch it: ${`${errors}${out}`.trim().split('\n')[0]}`
  renameSync(beside, home)
  return null
}
