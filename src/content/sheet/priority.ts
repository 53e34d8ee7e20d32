import type { YamlScalar } from '../yaml-node.ts'

/** What is dropped first has the lowest; null: it stays. */
export function priorityOf(written: { readonly priority?: YamlScalar | undefined }): number | null {
  return written.priority === undefined ? null : Number(written.priority.text)
}
