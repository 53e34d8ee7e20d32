import { createHash } from 'node:crypto'
import { conflicting, logicalPathProblem } from '../ocfl/names.ts'
import { byCodeUnit } from '../vault.ts'
import { type BagElement, oxumLabel, writeElements } from './bag-info.ts'
import { declarationName, declarationText } from './declaration.ts'
import { writeManifest } from './manifest.ts'

/**
 * Files as a bag of BagIt 1.0 with SHA-512 (RFC 8493), by path and sorted. `Payload-Oxum` is added to what describes it, in
 * place of another: the same files and elements give the same bytes. Who asks has checked the names, as `logicalPathProblem` does.
 */
export function writeBag(
  files: ReadonlyMap<string, Uint8Array>,
  elements: readonly BagElement[],
): ReadonlyMap<string, Uint8Array> {
  checkNames([...files.keys()])
  const payload = sorted([...files].map(([path, bytes]) => [`data/${path}`, bytes]))
  const bytes = payload.reduce((sum, [, { length }]) => sum + length, 0)
  const oxum = { label: oxumLabel, value: `${bytes}.${payload.length}` }
  const others = elements.filter(({ label }) => label.toLowerCase() !== oxumLabel.toLowerCase())
  const described = sorted([
    ['bag-info.txt', encoded(writeElements([...others, oxum]))],
    [declarationName, encoded(declarationText)],
    ['manifest-sha512.txt', encoded(manifestOf(payload))],
  ])
  const all = sorted([...payload, ...described, ['tagmanifest-sha512.txt', encoded(manifestOf(described))]])
  return new Map(all)
}

type File = readonly [path: string, bytes: Uint8Array]

function manifestOf(files: readonly File[]): string {
  return writeManifest(
    files.map(([path, bytes]) => [path, createHash('sha512').update(bytes).digest('hex')] as const),
  )
}

function checkNames(paths: readonly string[]): void {
  if (paths.length === 0) throw new Error('a bag has a file: folders are only there for files')
  for (const path of paths) {
    const problem = logicalPathProblem(path)
    if (problem !== null) throw new Error(`\`${path}\` ${problem}`)
  }
  const both = conflicting(paths)
  if (both !== null) throw new Error(`\`${both[0]}\` is a file and a folder of \`${both[1]}\``)
}

function sorted(files: readonly File[]): readonly File[] {
  return [...files].sort(([one], [other]) => byCodeUnit(one, other))
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
