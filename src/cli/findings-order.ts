import type { Diagnostic } from '../base/report.ts'

/** Files in the order in which they first had a finding, and in each from its beginning to its end. */
export function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byFile = new Map<string, Diagnostic[]>()
  for (const found of diagnostics) {
    const { path } = found.span.file
    const others = byFile.get(path)
    if (others) others.push(found)
    else byFile.set(path, [found])
  }
  return [...byFile.values()].flatMap((some) => some.sort((a, b) => a.span.start - b.span.start))
}
