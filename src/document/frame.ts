/**
 * The data variables at a point of a layout: `@root`, `@lang`, `@index` and the like, and the frame around this one;
 * what is not there is undefined. All have one shape, since each version of each passage has a frame.
 */
export interface Frame {
  readonly root: unknown
  readonly lang: unknown
  readonly status: unknown
  readonly index: unknown
  readonly key: unknown
  readonly first: unknown
  readonly last: unknown
  readonly 'partial-block': unknown
  readonly _parent: Frame | undefined
}

/** The outermost frame. */
export function rootFrame(root: unknown): Frame {
  return {
    root,
    lang: undefined,
    status: undefined,
    index: undefined,
    key: undefined,
    first: undefined,
    last: undefined,
    'partial-block': undefined,
    _parent: undefined,
  }
}

/** The frame of a version of a passage; or of what all versions share, which is of no language. */
export function frameOfVersion(around: Frame, lang: unknown, status: unknown): Frame {
  const { root, index, key, first, last, 'partial-block': block } = around
  return { root, lang, status, index, key, first, last, 'partial-block': block, _parent: around }
}

/** The frame of one of `count` items. */
export function frameOfItem(around: Frame, index: number, count: number): Frame {
  const { root, lang, status, 'partial-block': block } = around
  const [first, last] = [index === 0, index === count - 1]
  return { root, lang, status, index, key: index, first, last, 'partial-block': block, _parent: around }
}

/** The frame inside a partial, or inside the block that it was called with. */
export function frameWithBlock(around: Frame, block: unknown): Frame {
  const { root, lang, status, index, key, first, last } = around
  return { root, lang, status, index, key, first, last, 'partial-block': block, _parent: around }
}
