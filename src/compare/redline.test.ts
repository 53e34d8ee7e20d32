import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { align } from './align.ts'
import { longestIncreasing } from './increasing.ts'
import { type Edit, redline } from './redline.ts'
import { tokensOf } from './tokens.ts'

/** `[-removed-]{+added+}`, as wdiff has it. */
function marked(edits: readonly Edit[]): string {
  const mark = { same: ['', ''], removed: ['[-', '-]'], added: ['{+', '+}'] } as const
  return edits.map(({ kind, text }) => mark[kind].join(text)).join('')
}

function side(edits: readonly Edit[], other: Edit['kind']): string {
  return edits
    .filter(({ kind }) => kind !== other)
    .map(({ text }) => text)
    .join('')
}

/** Texts of few words, so that they have much in common, and anything at all, half surrogates too. */
const words = fc
  .array(
    fc.constantFrom(
      'the ',
      'cat ',
      'sat',
      '. ',
      'on',
      ', ',
      '人',
      '权',
      '。',
      '3.2 ',
      '\u202e',
      '<b>',
      '\ud83d',
    ),
    {
      maxLength: 30,
    },
  )
  .map((list) => list.join(''))
const text = fc.oneof(words, fc.string({ unit: 'binary', maxLength: 40 }))

describe('a redline', () => {
  it.each([
    ['the cat sat.', 'the cat slept.', 'the cat [-sat-]{+slept+}.'],
    ['the cat sat', 'the big cat sat', 'the {+big +}cat sat'],
    ['the cat sat', 'the cat sat down', 'the cat sat{+ down+}'],
    [
      'A quick brown fox runs home.',
      'A slow red fox runs home.',
      'A [-quick brown-]{+slow red+} fox runs home.',
    ],
    ['One came. Two went.', 'One came. None stayed. Two went.', 'One came. {+None stayed. +}Two went.'],
    ['a total of 800,000 people', 'a total of 900,000 people', 'a total of [-800,000-]{+900,000+} people'],
    ['中国已加入26项公约。', '中国已批准27项公约。', '中国已[-加入26-]{+批准27+}项公约。'],
    [
      'to continue to take the lead',
      'to go on to take the lead',
      'to [-continue-]{+go on+} to take the lead',
    ],
    ['促进和保护人权。', '促进人权。', '促进[-和保护-]人权。'],
    ['don’t stop', 'do stop', '[-don’t-]{+do+} stop'],
    ['as said[^un].', 'as said[^hrc].', 'as said[-[^un]-]{+[^hrc]+}.'],
    ['alpha beta gamma delta', 'one two three delta', '[-alpha beta gamma delta-]{+one two three delta+}'],
    ['', 'new', '{+new+}'],
    ['same', 'same', 'same'],
  ])('of %j and %j reads %j', (before, after, expected) => {
    expect(marked(redline(before, after))).toBe(expected)
  })

  it('gives back both texts', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const edits = redline(before, after)
        expect(side(edits, 'added')).toBe(before)
        expect(side(edits, 'removed')).toBe(after)
        expect(edits.every((edit) => edit.text !== '')).toBe(true)
      }),
    )
  })

  it('has nothing but one stretch where the texts are the same', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(redline(one, one)).toEqual(one === '' ? [] : [{ kind: 'same', text: one }])
      }),
    )
  })

  it('says the same the other way round', () => {
    const swapped = { same: 'same', removed: 'added', added: 'removed' } as const
    const rank = { same: 0, removed: 1, added: 2 } as const
    fc.assert(
      fc.property(text, text, (before, after) => {
        const turned = redline(after, before).map(({ kind, text }) => ({ kind: swapped[kind], text }))
        // What was removed stands before what was added, in both.
        for (let at = 1; at < turned.length; at++) {
          const [one, other] = [turned[at - 1], turned[at]]
          if (
            one &&
            other &&
            one.kind !== 'same' &&
            other.kind !== 'same' &&
            rank[one.kind] > rank[other.kind]
          )
            [turned[at - 1], turned[at]] = [other, one]
        }
        expect(turned).toEqual(redline(before, after))
      }),
    )
  })

  it('never parts a character', () => {
    const letters = fc.array(fc.constantFrom('👩‍👧', '葛\u{e0100}', 'e\u0301', '👍🏽', 'x '), {
      maxLength: 8,
    })
    fc.assert(
      fc.property(letters, letters, (before, after) => {
        for (const edit of redline(before.join(''), after.join('')))
          expect(edit.text).not.toMatch(/^(?:\u0301|\u200d|\u{e0100}|\u{1f3fd}|\p{Cs})|\u200d$/u)
      }),
    )
  })
})

describe('tokens', () => {
  it('are the whole text', () => {
    fc.assert(
      fc.property(text, (one) => {
        expect(
          tokensOf(one)
            .map((token) => token.text)
            .join(''),
        ).toBe(one)
      }),
    )
  })

  it.each([
    ['Don’t pay 3.2 million, well-known.', 'Don’t| |pay| |3.2| |million|,| |well-known|.'],
    ['2013年，中国', '2013|年|，|中|国'],
    ['see[^a-1] {ref: map number}!', 'see|[^a-1]| |{ref: map number}|!'],
    ['بلغ العدد ٨٠٠٬٠٠٠ شخص؟', 'بلغ| |العدد| |٨٠٠٬٠٠٠| |شخص|؟'],
    ['データは한국어', 'デ|ー|タ|は|한국어'],
    ['a.b 5.', 'a|.|b| |5|.'],
  ])('of %j', (one, expected) => {
    expect(
      tokensOf(one)
        .map((token) => token.text)
        .join('|'),
    ).toBe(expected)
  })
})

/** The length of a longest common subsequence, by the table of the textbook. */
function longestCommon(a: readonly number[], b: readonly number[]): number {
  let row = b.map(() => 0)
  for (const one of a) {
    const next: number[] = []
    for (const [at, other] of b.entries())
      next.push(one === other ? (row[at - 1] ?? 0) + 1 : Math.max(next[at - 1] ?? 0, row[at] ?? 0))
    row = next
  }
  return row.at(-1) ?? 0
}

describe('an alignment', () => {
  const sequence = fc.array(fc.nat({ max: 5 }), { maxLength: 25 })
  const isSound = (
    pairs: readonly (readonly [number, number])[],
    a: readonly number[],
    b: readonly number[],
  ) =>
    pairs.every(
      ([x, y], at) => a[x] === b[y] && x > (pairs[at - 1]?.[0] ?? -1) && y > (pairs[at - 1]?.[1] ?? -1),
    )

  it('finds as much in common as there is', () => {
    fc.assert(
      fc.property(sequence, sequence, (a, b) => {
        const pairs = align(a, b)
        expect(isSound(pairs, a, b)).toBe(true)
        expect(pairs).toHaveLength(longestCommon(a, b))
      }),
    )
  })

  it('is sound where it gives up the search for the most, and holds fast what stands once', () => {
    const wide = fc.array(fc.nat({ max: 40 }), { maxLength: 25 })
    fc.assert(
      fc.property(wide, wide, (a, b) => {
        expect(isSound(align(a, b, 2), a, b)).toBe(true)
      }),
    )
    const [a, b] = [
      [1, 2, 3, 9, 4, 5, 6],
      [7, 8, 7, 9, 8, 7, 8],
    ]
    expect(align(a, b, 2)).toEqual([[3, 3]])
  })

  it('looks at so many items as grows with their number, however different they are', () => {
    const readsOf = (size: number): number => {
      let reads = 0
      const counted = (values: readonly number[]): ArrayLike<number> =>
        new Proxy(values, {
          get: (target, key) => {
            reads++
            return Reflect.get(target, key)
          },
        })
      const a = Array.from({ length: size }, (_, at) => at)
      const b = Array.from({ length: size }, (_, at) => (at % 3 === 0 ? -at - 1 : at))
      align(counted(a), counted(b), 50)
      return reads
    }
    expect(readsOf(10_000) / readsOf(1000)).toBeLessThan(12)
  })

  it('keeps the longest run in order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: 30 }), { maxLength: 20 }), (values) => {
        const run = longestIncreasing(values).map((index) => values[index] ?? 0)
        expect(run).toEqual([...run].sort((a, b) => a - b))
        expect(run).toHaveLength(
          longestCommon(
            values,
            [...values].sort((a, b) => a - b),
          ),
        )
      }),
    )
  })
})
