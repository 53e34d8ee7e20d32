import { z } from 'zod'
import type { Report } from '../base/report.ts'
import { matching, oneOf } from './schema-values.ts'
import { settle } from './settle.ts'
import type { Loaded } from './yaml-node.ts'

/** What a file says of a printer. */
export interface WrittenPrinter {
  readonly landscape: 'book' | 'calendar' | null
  readonly portrait: 'book' | 'calendar' | null
  /** In millimetres. */
  readonly edge: number
}

const turn = oneOf('book', 'calendar').optional()

const printersSchema = z
  .strictObject({
    printers: z.record(
      z.string(),
      z
        .strictObject({
          landscape: turn.meta({ description: 'How it turns wide sheets.', examples: ['book'] }),
          portrait: turn.meta({ description: 'How it turns tall sheets.', examples: ['book'] }),
          edge: matching(/^([1-9]|[1-4]\d|50)(\.\d+)?$/, 'expected millimetres from 1 to 50').meta({
            type: 'number',
            description: 'What it does not reach, at each edge, in millimetres.',
            examples: [5],
          }),
        })
        .meta({ description: 'A printer.', examples: [{ landscape: 'book', edge: 5 }] }),
    ),
  })
  .meta({ examples: [{ printers: { default: { landscape: 'book', edge: 5 } } }] })

/** Reads a file of printers, by their names; null after a finding. */
export function readPrinters(loaded: Loaded, report: Report): ReadonlyMap<string, WrittenPrinter> | null {
  const before = report.diagnostics.length
  const written = settle(printersSchema, loaded, {}, report)
  if (written === null || report.diagnostics.length > before) return null
  return new Map(
    Object.entries(written.printers).map(([name, { landscape, portrait, edge }]) => [
      name,
      { landscape: landscape ?? null, portrait: portrait ?? null, edge: Number(edge.text) },
    ]),
  )
}
