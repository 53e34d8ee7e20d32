/** How deep elements may stand in each other: later stages walk the tree recursively. */
export const deepestElement = 64

/** Marks nested deeper than this are taken off without effect: no author means them, and the tree is walked recursively. */
export const deepestMark = 16

/** How deep partials may call each other: far beyond any layout, and far within the stack. */
export const deepestPartial = 50

/** How many look-ups, prints, calls and rounds of `each` a layout may take: a thousand pages take about 200,000. */
export const mostSteps = 5_000_000
