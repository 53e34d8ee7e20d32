import type { Report } from '../base/report.ts'
import type { LayoutName } from './publication.ts'
import { layoutSchema } from './schema.ts'
import { settle } from './settle.ts'
import type { Loaded } from './yaml-node.ts'

/** The layout from which another derives, as its `layout.yaml` says; null for none. */
export function baseLayout(loaded: Loaded, report: Report): LayoutName | null {
  const base = settle(layoutSchema, loaded, {}, report)?.extends
  return base === undefined ? null : { name: base.text, span: base.span }
}
