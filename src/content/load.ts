import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { decode } from './decode.ts'
import { contentLimit } from './limits.ts'
import { parseYaml } from './parse-yaml.ts'
import type { Loaded } from './yaml-node.ts'

/** Reads a YAML file into a tree of texts with places; null when there is nothing that could be read further. */
export function load(path: string, bytes: Uint8Array, report: Report): Loaded | null {
  if (bytes.length > contentLimit) {
    report.error(
      'content/too-large',
      `the file has ${bytes.length} bytes; ${contentLimit} are allowed`,
      wholeFile(path),
      'divide it into several publications',
    )
    return null
  }
  const file = decode(path, bytes, report)
  if (file === null) return null
  const root = parseYaml(file, report)
  return root && { file, root }
}
