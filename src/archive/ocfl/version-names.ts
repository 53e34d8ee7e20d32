import type { Say } from './read-paths.ts'

/** The number of a version by its name, `v1` or `v001`; null: this is no name of a version. */
export function versionNumber(name: string): number | null {
  return /^v0*[1-9][0-9]*$/.test(name) ? Number(name.slice(1)) : null
}

/** Oldest first; what is no name of a version is left out. */
export function sortedVersions(names: Iterable<string>): readonly string[] {
  const numbered = [...names].flatMap((name) => {
    const number = versionNumber(name)
    return number === null ? [] : [{ name, number }]
  })
  return numbered.sort((one, other) => one.number - other.number).map(({ name }) => name)
}

/** What is wrong with the names of an object's versions (spec 3.3): they count from 1 without a gap, and all look alike. */
export function checkVersionNames(names: readonly string[], say: Say): void {
  const sorted = sortedVersions(names)
  const first = sorted[0]
  if (first === undefined) return
  if (versionNumber(first) !== 1) say('E009', `the versions begin with \`${first}\``)
  for (const [index, name] of sorted.entries()) {
    const before = sorted[index - 1]
    if (before === undefined || versionNumber(name) === (versionNumber(before) ?? 0) + 1) continue
    say('E010', `between \`${before}\` and \`${name}\` a version is missing`)
  }
  checkZeros(first, sorted, say)
}

/** The first name says how many digits all have: any, or so many with a zero before. */
function checkZeros(first: string, sorted: readonly string[], say: Say): void {
  const isPadded = first.startsWith('v0')
  if (isPadded) say('W001', `the numbers of versions have zeros before them, as in \`${first}\``)
  for (const name of sorted) {
    if (isPadded && !name.startsWith('v0')) {
      say('E011', `\`${name}\` has no zero before its number`)
      say('E013', `\`${name}\` is not named as \`${first}\` is`)
    } else if (name.startsWith('v0') !== isPadded || (isPadded && name.length !== first.length)) {
      say('E012', `\`${name}\` is not named as \`${first}\` is`)
    }
  }
}
