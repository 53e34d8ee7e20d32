import type { CssNode } from 'css-tree'

/** Room for each of the three counts in one number. */
const most = 2 ** 17

/** One number for how much a selector weighs: ids, then classes and their like, then types (Selectors 4, 17). */
export function weigh(parts: readonly CssNode[]): number {
  const [ids, classes, types] = specificityOf(parts)
  return (Math.min(ids, most - 1) * most + Math.min(classes, most - 1)) * most + Math.min(types, most - 1)
}

export type Specificity = readonly [ids: number, classes: number, types: number]

/** What is said twice counts twice; a list counts as the heaviest selector in it, `:where()` not at all. */
export function specificityOf(parts: readonly CssNode[]): Specificity {
  return parts.map(ofPart).reduce(add, none)
}

const none: Specificity = [0, 0, 0]

function ofPart(part: CssNode): Specificity {
  switch (part.type) {
    case 'IdSelector':
      return [1, 0, 0]
    case 'ClassSelector':
    case 'AttributeSelector':
      return [0, 1, 0]
    case 'PseudoClassSelector': {
      const name = part.name.toLowerCase()
      if (name === 'where') return none
      return name === 'is' || name === 'not' ? heaviest(part.children?.toArray() ?? []) : [0, 1, 0]
    }
    case 'TypeSelector':
      return part.name === '*' ? none : [0, 0, 1]
    case 'PseudoElementSelector':
      return [0, 0, 1]
    default:
      return none
  }
}

function heaviest(lists: readonly CssNode[]): Specificity {
  const selectors = lists.flatMap((list) => (list.type === 'SelectorList' ? list.children.toArray() : []))
  return selectors
    .map((one) => specificityOf(one.type === 'Selector' ? one.children.toArray() : []))
    .reduce((best, one) => (compare(one, best) > 0 ? one : best), none)
}

function add(a: Specificity, b: Specificity): Specificity {
  return [a[0] + b[0], a[1] + b[1], a[2] + b[2]]
}

function compare(a: Specificity, b: Specificity): number {
  return a[0] - b[0] || a[1] - b[1] || a[2] - b[2]
}
