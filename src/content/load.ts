import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { Allowance } from './allowance.ts'
import { decode } from './decode.ts'
import { contentLimit } from './limits.ts'
import { parseYaml } from './parse-yaml.ts'
import type { Loaded } from './yaml-node.ts'

/**
 * Reads a YAML file into a tree of texts with places; null when there is nothing that could be read further. Files of
 * one publication share an allowance.
 */
export function load(
  path: string,
  bytes: Uint8Array,
  report: Report,
  allowance: Allowance = new Allowance(),
): Loaded | null {
  if (bytes.length > allowance.bytes) {
    allowance.refuse()
    const message = `with this file the publication has more than ${contentLimit} bytes`
    report.error('content/too-large', message, wholeFile(path), 'divide it into several publications')
    return null
  }
  allowance.takeBytes(bytes.length)
  const file = decode(path, bytes, report)
  if (file === null) return null
  const root = parseYaml(file, report, allowance)
  return root && { file, root }
}
