import fc from 'fast-check'
import { expect, test } from 'vitest'
import { memoryWorld } from '../testing/memory-world.ts'
import { Report } from './report.ts'
import { openShelf } from './shelf.ts'
import { wholeFile } from './span.ts'
import { recording, type Source } from './world.ts'

/** Joins the files of a folder, as `theme.css` or `layout.hbs` stand in one; a file that says `bad` is a finding. */
function join(source: Source, report: Report): { readonly text: string } {
  const listed = source.list('made/')
  const texts = (listed.ok ? listed.names : []).map((name) => {
    const read = source.read(`made/${name}`, 100)
    const text = read.ok ? Buffer.from(read.bytes).toString() : '?'
    if (text === 'bad') report.warning('read/missing', 'bad', wholeFile(name), 'write something else')
    return text
  })
  return { text: texts.join(' ') }
}

const files = fc.dictionary(fc.constantFrom('made/a', 'made/b', 'made/c'), fc.constantFrom('x', 'y', 'bad'))

test('what is kept is what would be made, whatever happens to the files', () => {
  fc.assert(
    fc.property(fc.array(files, { minLength: 2, maxLength: 12 }), (states) => {
      const shelf = openShelf()
      for (const state of states) {
        const [kept, anew] = [new Report(), new Report()]
        const [keptFrom, anewFrom] = [recording(sourceOf(state)), recording(sourceOf(state))]
        const thing = shelf.keep('thing', keptFrom, kept, join)
        expect(thing).toEqual(join(anewFrom, anew))
        expect(kept.diagnostics).toEqual(anew.diagnostics)
        expect(keptFrom.log).toEqual(anewFrom.log)
      }
    }),
  )
})

test('what is asked for again is the same thing, unless a finding came with it', () => {
  const shelf = openShelf()
  const keep = (state: Record<string, string>) => shelf.keep('thing', sourceOf(state), new Report(), join)
  const first = keep({ 'made/a': 'x' })
  expect(keep({ 'made/a': 'x' })).toBe(first)
  const bad = keep({ 'made/a': 'bad' })
  expect(keep({ 'made/a': 'bad' })).not.toBe(bad)
})

test('things of other names are others; those not asked for the longest give way', () => {
  const shelf = openShelf()
  const source = sourceOf({ 'made/a': 'x' })
  const keep = (name: string) => shelf.keep(name, source, new Report(), join)
  const [a, b] = [keep('a'), keep('b')]
  expect(a).not.toBe(b)
  for (let number = 0; number < 15; number++) {
    keep(`other ${number}`)
    expect(keep('a')).toBe(a)
  }
  expect(keep('b')).not.toBe(b)
})

function sourceOf(state: Readonly<Record<string, string>>): Source {
  return memoryWorld(state).source
}
