import { visible } from '../base/visible.ts'

/** Where a command prints. */
export interface Stream {
  write(text: string): unknown
  readonly isTTY?: boolean
}

/** Says on a terminal what is being built; the returned function takes it away. Silent when piped. */
export function progress(stream: Stream, name: string): () => void {
  if (!stream.isTTY) return () => {}
  stream.write(`building ${visible(name)} …`)
  return () => {
    stream.write('\r\u001b[K')
  }
}
