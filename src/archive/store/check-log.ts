import { inventoryName } from '../ocfl/write-inventory.ts'
import { inFolder } from '../vault.ts'
import { type Archive, logPath } from './archive.ts'
import { decoded, type Logged, lineFeed, linesOf, loggedVersions, readLog } from './log.ts'
import { chainDigest, readLine, type VerifyEvent } from './log-line.ts'
import { objectFolder, objectFolders, wholeInventory } from './objects.ts'

/** What is wrong with a log. Line 0: all of it. */
export interface LogProblem {
  /** `chain`: of the log itself; `unlogged`: it lacks a version; `store`: what it says was stored is not there, or another. */
  readonly kind: 'chain' | 'unlogged' | 'store'
  readonly line: number
  readonly message: string
}

export interface CheckedLog {
  readonly lines: number
  /** SHA-256 of the last line: whoever has it signed or stamped elsewhere can prove all that stands in the log. */
  readonly head: string | null
  readonly problems: readonly LogProblem[]
}

/** Reads the log, follows its chain, and compares what it says was stored with the store. */
export function checkLog(archive: Archive): CheckedLog {
  const checked = checkLogAlone(archive)
  const others = storeProblems(archive, loggedVersions(archive.vault))
  return { ...checked, problems: [...checked.problems, ...others] }
}

/** The same without a look at the inventories that the log names: whoever reads the store compares them. */
export function checkLogAlone(archive: Archive): CheckedLog {
  const bytes = archive.vault.read(logPath)
  const lines = linesOf(bytes ?? new Uint8Array())
  const missing = bytes === null ? [{ kind: 'chain', line: 0, message: 'the log is missing' } as const] : []
  const last = lines.at(-1)
  return {
    lines: lines.length,
    head: last === undefined ? null : chainDigest(last),
    problems: [...missing, ...chainProblems(lines), ...unlogged(archive, loggedVersions(archive.vault))],
  }
}

/** What the log says of past verifications, oldest first. */
export function verifications(archive: Archive): readonly (VerifyEvent & { readonly time: string })[] {
  return readLog(archive.vault).flatMap(({ event, time }) =>
    event.action === 'verify' ? { ...event, time } : [],
  )
}

/** What is wrong with the lines by themselves. */
function chainProblems(lines: readonly Uint8Array[]): readonly LogProblem[] {
  const problems: LogProblem[] = []
  /** Lines beside the chain that no line behind them vouches for yet. */
  let beside: LogProblem[] = []
  const numbers = new Map<string, number>()
  let previous: string | null = null
  for (const [index, bytes] of lines.entries()) {
    const at = index + 1
    const line = readLine(decoded(bytes))
    if (line === null) {
      const message = unreadable(lines[at], bytes)
      if (message !== null) problems.push({ kind: 'chain', line: at, message })
    } else if (line.number === at && line.previous === previous) {
      beside = []
      if (at === 1 && line.event.action !== 'init')
        problems.push({ kind: 'chain', line: at, message: 'what the log said before is lost' })
    } else {
      const isBeside = line.number < at && numbers.get(line.previous ?? '') === line.number - 1
      const into = isBeside ? beside : problems
      into.push({ kind: 'chain', line: at, message: 'the line was not written behind the one before it' })
    }
    if (line !== null && bytes.at(-1) !== lineFeed)
      problems.push({ kind: 'chain', line: at, message: 'the last line has no end: `repair` closes it' })
    previous = chainDigest(bytes)
    numbers.set(previous, line?.number ?? at)
  }
  return [...problems, ...beside]
}

/**
 * Whether the log ends in a way that its next line sets right: within a line, or with one that was written beside the chain
 * by a writer whom another had taken for dead at that very moment. Both stay, since no line is ever changed.
 */
export function needsLine({ vault }: Archive): boolean {
  const lines = linesOf(vault.read(logPath) ?? new Uint8Array())
  return chainProblems(lines).some(({ line }) => line === lines.length)
}

/** A line that was cut off by a kill is no damage once the next one says so. */
function unreadable(after: Uint8Array | undefined, bytes: Uint8Array): string | null {
  const next = after === undefined ? null : readLine(decoded(after))
  if (next?.event.action === 'torn-line' && next.previous === chainDigest(bytes)) return null
  if (after === undefined && bytes.at(-1) !== lineFeed) return 'the last line was cut off: `repair` closes it'
  return 'the line was changed, or is none of a log'
}

/** Versions that the log lacks. */
function unlogged(archive: Archive, logged: Logged): readonly LogProblem[] {
  return objectFolders(archive).flatMap((folder) => {
    const found = wholeInventory(archive.vault, folder)
    if (found === null) return []
    const { id, versions } = found.inventory
    const lacking = [...versions.keys()].filter((version) => !logged.get(id)?.has(version))
    return lacking.map((version): LogProblem => {
      const message = `the log does not say that \`${version}\` of \`${id}\` was stored`
      return { kind: 'unlogged', line: 0, message }
    })
  })
}

/** Versions that the store lacks, or whose inventory is another than the one that was stored. */
function storeProblems(archive: Archive, logged: Logged): readonly LogProblem[] {
  return [...logged].flatMap(([id, versions]) =>
    [...versions].flatMap(([version, digest]): LogProblem | readonly [] => {
      const problem = inventoryProblem(archive, inFolder(objectFolder(archive, id), version), digest)
      if (problem === null) return []
      return { kind: 'store', line: 0, message: `\`${version}\` of \`${id}\` ${problem}` }
    }),
  )
}

function inventoryProblem({ vault }: Archive, folder: string, digest: string): string | null {
  if (vault.digest(inFolder(folder, inventoryName), 'sha512') === digest) return null
  if (vault.kindOf(folder) === null) return 'was stored, says the log, and is missing'
  const copy = wholeInventory(vault, folder)
  return copy !== null && copy.digest !== digest ? 'has another inventory than the one that was stored' : null
}
