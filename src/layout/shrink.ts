import type { Pt } from '../base/length.ts'
import type { Item } from './flow.ts'
import type { Crop } from './page.ts'

/** A picture that has to give way to what it is kept with becomes no smaller than this share of its height. */
const smallest = 0.4

/** Whether an item is a picture, or the place of one, that can give so much of its height. */
export function canShrink({ content }: Item, by: Pt): boolean {
  return content?.kind === 'picture' && content.height - by >= smallest * content.height
}

/** A picture less high by so much, in its proportions, on the side of its place where it stood. */
export function shrunk(item: Item, by: Pt): Item {
  const { content } = item
  if (content?.kind !== 'picture') return { ...item, height: item.height - by }
  const scale = (content.height - by) / content.height
  const width = content.width * scale
  const x = content.x + (content.width - width) * content.align
  return {
    ...item,
    height: item.height - by,
    content: { ...content, x, width, height: content.height - by, crop: scaled(content.crop, scale) },
  }
}

function scaled(crop: Crop | null, scale: number): Crop | null {
  if (crop === null) return null
  const { x, y, width, height } = crop
  return { x: x * scale, y: y * scale, width: width * scale, height: height * scale }
}
