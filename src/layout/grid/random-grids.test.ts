import fc from 'fast-check'
import { expect, it } from 'vitest'
import { layOut } from '../../testing/documents.ts'
import { glyphText } from '../glyph-text.ts'

interface AnyGrid {
  readonly columns: readonly string[]
  readonly rows: readonly string[]
  readonly items: readonly AnyItem[]
  readonly gap: number
}

interface AnyItem {
  readonly words: number
  readonly spanColumns: number
  readonly spanRows: number
  readonly align: string
  readonly padding: number
  readonly kind: 'text' | 'passage' | 'grid' | 'subgrid'
}

const anyGrid: fc.Arbitrary<AnyGrid> = fc.record({
  columns: fc.array(fc.constantFrom('1fr', 'minmax(0, 1fr)', 'auto', '60pt', 'max-content', '25%'), {
    minLength: 1,
    maxLength: 3,
  }),
  rows: fc.array(fc.constantFrom('auto', '1fr', 'min-content', 'minmax(30pt, auto)'), { maxLength: 3 }),
  items: fc.array(
    fc.record({
      words: fc.integer({ min: 1, max: 12 }),
      spanColumns: fc.integer({ min: 1, max: 2 }),
      spanRows: fc.integer({ min: 1, max: 3 }),
      align: fc.constantFrom('stretch', 'start', 'end', 'center', 'baseline'),
      padding: fc.integer({ min: 0, max: 5 }),
      kind: fc.constantFrom('text', 'passage', 'grid', 'subgrid'),
    }),
    { minLength: 1, maxLength: 9 },
  ),
  gap: fc.integer({ min: 0, max: 10 }),
})

it('says all that stands in a grid once, nothing over anything else', () => {
  fc.assert(
    fc.property(anyGrid, (grid) => {
      const { laid, found, words } = set(grid)
      // Columns may ask for more than there is, and rows that stand together for more than a page.
      const expected = ['layout/overfull', 'layout/wide-grid', 'text/overfull', 'layout/off-page']
      expect(found.filter((one) => !expected.some((code) => one.endsWith(code)))).toEqual([])
      const painted = laid.pages.flatMap((page, index) =>
        page.marks.flatMap(({ x, y, mark }) => {
          if (mark.kind !== 'glyphs') return []
          const width = mark.advances.slice(mark.from, mark.to).reduce((sum, one) => sum + one, 0)
          const text = glyphText(mark).replace(/\u200b/g, '')
          // A space at a line's end takes no room.
          return [{ page: index, text, left: x, right: x + width - (text.endsWith(' ') ? 5 : 0), y }]
        }),
      )
      expect(
        painted
          .flatMap(({ text }) => text.trim().split(' '))
          .filter((word) => word !== '')
          .sort(),
      ).toEqual([...words].sort())
      if (found.length > 0) return
      painted.forEach((one, index) => {
        for (const other of painted.slice(0, index)) {
          const isBeside = one.right <= other.left + 1e-3 || other.right <= one.left + 1e-3
          const isBelow = Math.abs(one.y - other.y) >= 15 - 1e-3
          expect(one.page !== other.page || isBeside || isBelow, `${one.text} on ${other.text}`).toBe(true)
        }
      })
    }),
    { numRuns: 150 },
  )
})

function set({ columns, rows, items, gap }: AnyGrid) {
  const words: string[] = []
  const word = () => {
    words.push(`w${words.length}`)
    return words.at(-1) ?? ''
  }
  const text = (count: number) => Array.from({ length: count }, word).join(' ')
  const versions = (count: number) =>
    `<bi-version lang="en"><p>${text(count)}</p></bi-version><bi-version lang="fr"><p>${text(count)}</p></bi-version>`
  const inside = ({ kind, words: count }: AnyItem): string => {
    if (kind === 'text') return text(count)
    if (kind === 'passage') return `<bi-passage>${versions(count)}</bi-passage>`
    return `<p>${text(count)}</p><bi-passage class="contents">${versions(2)}</bi-passage>`
  }
  const themes = items.map(({ spanColumns, spanRows, align, padding, kind }, index) => {
    const covered = kind === 'subgrid' ? 3 : spanRows
    const inner =
      kind === 'grid'
        ? 'display: grid; grid-template-columns: 1fr 1fr'
        : kind === 'subgrid'
          ? 'display: grid; grid-template-rows: subgrid'
          : ''
    const span = Math.min(spanColumns, columns.length)
    return `.i${index} { grid-column: span ${span}; grid-row: span ${covered}; align-self: ${align}; padding: ${padding}pt; ${inner} }`
  })
  const body = items.map((item, index) => `<div class="i${index}">${inside(item)}</div>`).join('')
  const named = rows.length > 0 ? `grid-template-rows: ${rows.join(' ')};` : ''
  const { laid, found } = layOut({
    content: 'languages: { en: { name: E }, fr: { name: F } }\ntitle: T\nblocks: []\n',
    layout: `<section><div class="g">${body}</div></section>`,
    theme: `@page { size: 320pt 420pt; margin: 10pt }
html { font-family: Square; font-size: 10pt; line-height: 15pt; orphans: 1; widows: 1 }
.g { display: grid; grid-template-columns: ${columns.join(' ')}; ${named} gap: ${gap}pt } .contents { display: contents }
${themes.join('\n')}`,
  })
  return { laid, found, words }
}
