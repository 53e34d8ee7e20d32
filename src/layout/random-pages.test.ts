import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { problemsOf } from '../testing/check-laid.ts'
import { layOut } from '../testing/documents.ts'
import { randomDocument } from '../testing/random-document.ts'
import { randomLayout, randomTheme } from '../testing/random-look.ts'

describe('the pages of any document', () => {
  it('have all words, notes at the foot of their calls, no blank page, no stranded heading, no lane too deep', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 150, max: 420 }), (seed, depth) => {
        const document = randomDocument(seed, { passages: 60, hasPicture: false })
        const { manuscript, laid, found } = layOut({
          content: document.yaml,
          layout: randomLayout,
          theme: randomTheme(depth),
        })
        expect(found.filter((one) => !one.endsWith('layout/broken-box'))).toEqual([])
        expect(problemsOf(document, manuscript, laid)).toEqual([])
      }),
      { numRuns: 25, endOnFailure: true },
    )
  }, 60_000)
})
