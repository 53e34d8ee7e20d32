import type { Box, Inline } from './style/box.ts'

/** What the theme makes of texts, by `Element.index`. */
export interface Shown {
  /** Elements whose spaces and line ends are kept. */
  readonly kept: ReadonlySet<number>
  /** Notes and references whose number stands in the text. */
  readonly numbers: ReadonlySet<number>
}

/** Reads in the boxes how texts are shown. */
export function shownIn(root: Box): Shown {
  const shown = { kept: new Set<number>(), numbers: new Set<number>() }
  addBox(root, shown)
  return shown
}

interface Open {
  readonly kept: Set<number>
  readonly numbers: Set<number>
}

function addBox(box: Box, shown: Open): void {
  if (box.kind === 'paragraph') addInlines(box.inlines, shown)
  for (const inner of boxesIn(box)) addBox(inner, shown)
}

function boxesIn(box: Box): readonly Box[] {
  switch (box.kind) {
    case 'block':
      return box.children
    case 'passage':
      return [...box.cells.values(), ...(box.axis ? [box.axis] : [])]
    case 'across':
      return [box.content]
    case 'paragraph':
    case 'image':
    case 'chart':
    case 'unseen':
      return []
  }
}

function addInlines(inlines: readonly Inline[], shown: Open): void {
  for (const inline of inlines) {
    const { element } = inline
    if (inline.kind === 'unit') addInlines(inline.inlines, shown)
    else if (inline.kind === 'note') {
      if (inline.call.some(isText)) shown.numbers.add(element.index)
      addBox(inline.body, shown)
    } else if (isText(inline)) {
      if (element.name === 'bi-reference') shown.numbers.add(element.index)
      if (inline.kind === 'text' && inline.style.whiteSpace.startsWith('pre') && isOwn(inline))
        shown.kept.add(element.index)
    }
  }
}

function isText({ kind }: Inline): boolean {
  return kind === 'text' || kind === 'reference' || kind === 'page-number'
}

/** Whether a text is the element's own and not what the theme puts before or after it. */
function isOwn({ leaf, element }: Inline & { kind: 'text' }): boolean {
  return element.children.some((child) => child.kind === 'text' && child.leaf === leaf)
}
