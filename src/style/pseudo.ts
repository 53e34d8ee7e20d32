/** The pseudo-elements of a theme. */
export const pseudoElements = ['before', 'after', 'marker', 'footnote-call', 'footnote-marker'] as const

export type Pseudo = (typeof pseudoElements)[number]
