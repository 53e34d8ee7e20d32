import { type Leaf, pickFromLeaf, placeInLeaf } from '../../base/leaf.ts'

/** Guards a text that is put together from stretches of a leaf and of words from elsewhere. */
export class Pieces {
  readonly #leaf: Leaf
  readonly #places: [text: number, file: number][] = []
  #text = ''

  constructor(leaf: Leaf) {
    this.#leaf = leaf
  }

  /** Goes on with a stretch of the leaf; each character keeps its place. */
  keep(from: number, to: number): void {
    if (to <= from) return
    const { text, places } = pickFromLeaf(this.#leaf, [[from, to]])
    const start = placeInLeaf(this.#leaf, from).start
    for (const [at, file] of places ?? [[0, start]]) this.#places.push([this.#text.length + at, file])
    this.#text += text
  }

  /** Goes on with words that stand for what is at a place of the file: each character has it. */
  put(words: string, file: number): void {
    for (let at = 0; at < words.length; at++) this.#places.push([this.#text.length + at, file])
    this.#text += words
  }

  leaf(): Leaf {
    return { ...this.#leaf, text: this.#text, places: this.#places }
  }
}
