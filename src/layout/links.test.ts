import { describe, expect, it } from 'vitest'
import { place, Report } from '../base/report.ts'
import { tree } from '../testing/tree.ts'
import { linksOf } from './links.ts'

const anchors = new Map([['chapter-1', { page: 0, x: 0, y: 0 }]])

describe('linksOf', () => {
  it('leads the text of a link, and what stands in it, to its target', () => {
    const links = linksOf(
      tree('<p lang="en"><a href="https://example.org/">an <em>example</em></a></p>'),
      anchors,
      new Report(),
    )
    const link = {
      element: 1,
      target: { kind: 'uri', uri: 'https://example.org/' },
      description: 'an example',
    }
    expect([...links]).toEqual([
      [1, link],
      [2, link],
    ])
  })

  it('describes a link without text by where it leads', () => {
    const links = linksOf(
      tree('<p><a href="#chapter-1"></a><a href="tel:1">\u200b</a></p>'),
      anchors,
      new Report(),
    )
    expect([...links.values()].map(({ description }) => description)).toEqual(['chapter-1', 'tel:1'])
  })

  it('reports an anchor that nothing has, at its place, with the nearest name', () => {
    const report = new Report()
    const links = linksOf(tree('<p>see <a href="#chapter-2">it</a></p>'), anchors, report)
    expect(links.size).toBe(0)
    expect(report.diagnostics.map(({ code, span, hints }) => [code, place(span), hints])).toEqual([
      ['layout/unknown-anchor', 'layout.hbs:1:8', ['did you mean `chapter-1`?']],
    ])
  })
})
