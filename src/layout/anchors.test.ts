import { describe, expect, it } from 'vitest'
import { layOut, type Sample } from '../testing/documents.ts'

describe('the anchors', () => {
  it('stand where their passages begin, on the page of the first line', () => {
    const { laid } = layOut(
      sampleOf(
        '<article>{{#passage id="a"}}<p>one</p>{{/passage}}{{#passage id="b"}}<p>one two three four five six seven eight nine ten</p>{{/passage}}</article>',
      ),
    )
    expect(laid.anchors.get('a')).toEqual({ page: 0, x: 10, y: 10 })
    expect(laid.anchors.get('b')).toEqual({ page: 0, x: 10, y: 25 })
    expect(laid.pages).toHaveLength(2)
  })

  it('stand in the lane of their language', () => {
    const { laid } = layOut(
      sampleOf('<article>{{#passage}}<p>one</p><p id="mine-{{@lang}}">two</p>{{/passage}}</article>'),
    )
    expect(laid.anchors.get('mine-en')).toEqual({ page: 0, x: 10, y: 25 })
    expect(laid.anchors.get('mine-zh-Hans')).toEqual({ page: 0, x: 92, y: 25 })
  })

  it('stand where the next element does, or the last, when they are on no page themselves', () => {
    const { laid } = layOut(
      sampleOf(
        '<article><div id="empty"></div>{{#passage id="a"}}<p>one</p>{{/passage}}<div id="last"></div></article>',
      ),
    )
    expect(laid.anchors.get('empty')).toEqual(laid.anchors.get('a'))
    expect(laid.anchors.get('last')).toEqual({ page: 0, x: 92, y: 10 })
  })

  it('stand in what is placed by its insets', () => {
    const { laid } = layOut({
      ...sampleOf(
        '<article>{{#passage}}<p>one</p>{{/passage}}<div class="panel" id="panel"></div></article>',
      ),
      theme: `${theme} .panel { position: absolute; top: 30pt; left: 40pt; width: 10pt; height: 10pt }`,
    })
    expect(laid.anchors.get('panel')).toEqual({ page: 0, x: 40, y: 30 })
  })
})

/** Two lanes of 58 pt, four lines deep. */
const theme =
  '@page { size: 160pt 80pt; margin: 10pt } article { font-family: Square; font-size: 10pt; line-height: 15pt }'

function sampleOf(layout: string): Sample {
  return {
    content: 'languages: { en: { name: E }, zh-Hans: { name: Z } }\ntitle: T\nblocks: []\n',
    layout,
    theme,
  }
}
