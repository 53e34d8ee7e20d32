import type { OutOfBounds } from './bounds.ts'
import { areaNames, areasOf, tracksIn } from './grid-values.ts'
import type { Words } from './value.ts'

/** The furthest line of a grid: a column or row of less than a point could not be read, and a book has no page so large. */
const mostLines = 1000

/** What is wrong with the lines, areas or tracks of a value that the grammar accepts; null for other properties. */
export function wrongGrid(name: string, words: Words): OutOfBounds | null {
  if (name === 'grid-template-areas') return wrongAreas(words)
  if (name === 'grid-template-columns' || name === 'grid-template-rows') return wrongTracks(words)
  return /^grid-(?:column|row|area)/.test(name) ? wrongLine(words) : null
}

function wrongLine(words: Words): OutOfBounds | null {
  for (const [index, word] of words.entries()) {
    if (word.kind !== 'number') continue
    const beside = [words[index - 1], words[index + 1]]
    const isSpan = beside.some((one) => one?.kind === 'name' && one.text.toLowerCase() === 'span')
    if (word.value === 0 && !isSpan) {
      const hint = 'lines are counted from 1, and from the end backwards from -1'
      return { message: 'a grid has no line 0', hint }
    }
    if (Math.abs(word.value) > mostLines) {
      const hint = `write a line or a span of at most ${mostLines}`
      return { message: `a grid has no line ${word.value}`, hint }
    }
  }
  return null
}

function wrongTracks(words: Words): OutOfBounds | null {
  const count = tracksIn(words)
  if (count <= mostLines) return null
  const hint = `write at most ${mostLines}, `
  return { message: `a grid has no ${count} tracks`, hint: `${hint}or leave the rows to what stands in them` }
}

/** Each row has as many cells, and each area is a rectangle (CSS Grid 1, 7.3). */
function wrongAreas(words: Words): OutOfBounds | null {
  const areas = areasOf(words)
  const [first = []] = areas
  const odd = areas.findIndex((row) => row.length !== first.length || row.length === 0)
  if (odd >= 0) {
    const message = `row ${odd + 1} of the areas has ${cells(areas[odd]?.length ?? 0)}, the first has ${first.length}`
    return { message, hint: 'name as many cells in each row; a `.` is a cell of no area' }
  }
  for (const name of areaNames(areas)) {
    const rows = areas.map((row) => ({ from: row.indexOf(name), to: row.lastIndexOf(name) + 1, row }))
    const covered = rows.filter(({ to }) => to > 0)
    const [top] = covered
    const isWhole = covered.every(
      ({ from, to, row }) =>
        from === top?.from && to === top.to && row.slice(from, to).every((one) => one === name),
    )
    const firstRow = rows.findIndex(({ to }) => to > 0)
    const lastRow = rows.findLastIndex(({ to }) => to > 0)
    if (isWhole && covered.length === lastRow - firstRow + 1) continue
    const hint =
      'write its name into cells beside and below one another, or give the others a name of their own'
    return { message: `the area \`${name}\` is no rectangle`, hint }
  }
  return null
}

function cells(count: number): string {
  return count === 1 ? '1 cell' : `${count} cells`
}
