/** Bytes of a publication's files together: a report of 2,000 bilingual pages is about 12 MB. */
export const contentLimit = 16 * 1024 * 1024

/** Levels of maps and lists inside each other; a publication needs seven, and readers recurse. */
export const depthLimit = 100

/** Nodes that aliases may add to a file by repeating: a few shared texts, never a bomb. */
export const aliasLimit = 10_000

/** Unreadable characters that are named one by one; a binary file has millions. */
export const badCharacterLimit = 10

/** Languages of one edition: each is a lane beside the others, and the search for page ends tries them together. */
export const mostLanguages = 8

/** Words and signs of YAML in a publication's files together: the parser takes 500 bytes for each, and 2,000 bilingual pages have 300,000. */
export const mostTokens = 1_000_000

/** Files that a publication may name as its chapters: a book has dozens, and each is held while it is built. */
export const mostChapters = 1000

/** Steps of a layout's `fit`: a dozen are written, and for each the whole publication may be laid out. */
export const mostFitSteps = 50

/** Columns that a table describes: a page has room for a dozen. */
export const mostColumns = 100

/** Columns or rows that a cell covers: as many as a table describes; every one of them is a place to keep count of. */
export const mostCovered = 100

/** Bytes of a file of data: a hundred thousand rows of the names and figures of a country have forty million. */
export const dataLimit = 64 * 1024 * 1024

/** Rows of a file of data: a sheet each; more are cut into several runs, whose folders people can still open. */
export const mostRows = 100_000

/** Columns of a file of data: fifty series of twenty years. */
export const mostDataColumns = 1000

/** Categories of a chart: on the widest paper they would be a point apart. */
export const mostCategories = 200

/** Series of a chart: more tints than these are not told apart in print. */
export const mostSeries = 8

/** Years that a timeline shows: fifty fit beside each other, longer ones are labelled in tens. */
export const mostYears = 200

/** Pages that a publication may be asked to fit: who asks for more asks for none. */
export const mostFitPages = 100

/** Bytes of a sheet's file name without its ending: file systems take 255, and folders above it count on some. */
export const fileNameLimit = 120

/** Outputs of a publication: each layout that they name is laid out. */
export const mostOutputs = 20

/** Columns or rows of pages on a side of a sheet: twenty business cards have five. */
export const mostInGrid = 50

/** Pages of a signature: thicker ones cannot be folded. */
export const mostInSignature = 128

/** Points of the shortest side of a paper: 20 mm, a label. */
export const smallestPaper = 56.69

/** Points of the longest side of a paper: 2 m; a viewer shows no page of more than 5 (14,400 points). */
export const largestPaper = 5669.3

/** Points of a gutter, an edge or a bleed: 100 mm. */
export const largestSetting = 283.47

/** How many times pages are made smaller or larger. */
export const largestShrink = 20
