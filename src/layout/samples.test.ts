import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { layOut } from '../testing/documents.ts'
import { dump } from './dump.ts'

const folder = new URL('samples/', import.meta.url)
const names = readdirSync(folder).sort()

/** Each folder is a test: its content, layout and theme, and what comes out on the pages. */
describe('the samples', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThan(0)
  })

  for (const name of names) {
    it(`lay out ${name} as expected`, async () => {
      const read = (file: string) => readFileSync(new URL(`${name}/${file}`, folder), 'utf8')
      const sample = { content: read('content.yaml'), layout: read('layout.hbs'), theme: read('theme.css') }
      const { laid, found } = layOut(sample)
      expect(found).toEqual([])
      const pages = dump(laid)
      expect(pages.length).toBeLessThan(4096)
      await expect(pages).toMatchFileSnapshot(`samples/${name}/expected.txt`)
    })
  }
})
