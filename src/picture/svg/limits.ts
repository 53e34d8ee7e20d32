/** Bytes of a drawing: a map of all countries has about 1 MB; what has more is a scan in disguise. */
export const largestDrawing = 4 * 1024 * 1024
/** Elements of a drawing, those that `<use>` repeats counted again: it may double with each level. */
export const mostElements = 50_000
/** Levels of elements in each other, those of `<use>` included: drawing programs write about ten. */
export const deepestElement = 64
/** Steps of all outlines of a drawing, with dashes, stops of gradients, and letters and faces of texts, each time they are used. */
export const mostSegments = 400_000
/** Characters of attributes that are read, each time an element is used: four times a file that is as large as can be. */
export const mostRead = 16 * 1024 * 1024
/** Pixels of a side of a drawing: 26 m, far beyond paper. */
export const longestSide = 100_000
/** Pixels of a side of a drawing: less would be nothing on paper, whatever it is stretched to. */
export const shortestSide = 0.01
/** How many times the longer side of a drawing may anything in it reach out: what is farther is a slip, and no reader counts so far. */
export const mostReach = 1000
/** What no number in a drawing exceeds: a pixel more or less is still told apart in the numbers of a PDF reader. */
export const largestNumber = 1e9
/** By how much transforms together may stretch a drawing: what is smaller before than a micrometre is a slip. */
export const largestScale = 1e6
/** Things of which it is said that they are not printed: a file of another kind has thousands. */
export const mostUnprinted = 50
