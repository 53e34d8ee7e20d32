/**
 * The object that bytes hold as JSON in UTF-8, whose entries may be asked for by any name and are narrowed where they are;
 * null: they hold none.
 */
export function jsonObject(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    // A cast: of an object each entry may be asked for.
    return typeof read === 'object' && read !== null ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}
