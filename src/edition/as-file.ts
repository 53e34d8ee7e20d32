/** A value as a file of JSON, for people and programs: the same value, the same bytes. */
export function asFile(value: unknown): Uint8Array {
  return new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`)
}
