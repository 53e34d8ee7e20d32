/**
 * What is wrong with an OCFL object or storage root: a code of the specification's own list (`E…` breaks a MUST, `W…` a
 * SHOULD), the file or folder, from the root of the vault, and what is wrong in words.
 */
export interface Verdict {
  readonly code: string
  readonly path: string
  readonly message: string
}

/** Whether a verdict says that something is wrong, not only that it could be better. */
export function isError({ code }: Verdict): boolean {
  return code.startsWith('E')
}
