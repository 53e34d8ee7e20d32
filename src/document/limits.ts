/** How deep elements may stand in each other: later stages walk the tree recursively. */
export const deepestElement = 64

/** Marks nested deeper than this are taken off without effect: no author means them, and the tree is walked recursively. */
export const deepestMark = 16

/** How deep partials may call each other: far beyond any layout, and far within the stack. */
export const deepestPartial = 50

/** How many look-ups, prints, calls and rounds of `each` a layout may take: a thousand pages take about 200,000. */
export const mostSteps = 5_000_000

/** How deep blocks and calls may stand in each other in one file of a layout: they are walked recursively. */
export const deepestCall = 100

/** How many steps a look-up may take, as `a.b.c` takes three: the deepest field of a publication is six down. */
export const longestPath = 20

/** How many blocks may be open where a partial is called: it opens up to a hundred of its own on the same stack. */
export const deepestBlock = 200

/** How deep blocks and calls may seem to stand in each other before they are parsed: that takes the square of it. */
export const deepestParsed = 500

/** How many `{{…}}` the files of a layout may hold: Handlebars takes 35 kB of memory for each; a book's layout has 200. */
export const mostTags = 5_000
