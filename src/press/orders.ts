import { foldedOrder } from './folded-order.ts'
import { looseOrder } from './loose-order.ts'
import type { Order } from './order.ts'
import type { PressSettings } from './settings.ts'

/** Puts so many pages on sheets by a scheme. */
export function orderOf(
  pages: number,
  { scheme, binding, blanks }: Pick<PressSettings, 'scheme' | 'binding' | 'blanks'>,
): Order {
  switch (scheme.kind) {
    case 'saddle':
    case 'perfect':
      return foldedOrder(pages, scheme, binding, blanks)
    case 'nup':
    case 'repeat':
    case 'cut-stack':
      return looseOrder(pages, scheme, binding, blanks)
  }
}
