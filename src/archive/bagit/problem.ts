/** What is looked at in a bag. */
export type BagRule =
  /** `bagit.txt`: the version and the encoding. */
  | 'declaration'
  /** A line, or a whole tag file, that cannot be read as what it should be. */
  | 'form'
  /** A path that leads out of the bag, or to what has no place there. */
  | 'path'
  /** A link, a device, or what the disk does not give. */
  | 'kind'
  /** A file that is listed and not there. */
  | 'missing'
  /** A file whose digest is not the one that is listed. */
  | 'changed'
  /** A file that is there and not listed. */
  | 'unlisted'
  /** A file that a manifest lists more than once. */
  | 'twice'
  /** Names that are one to some file systems. */
  | 'alike'
  /** A digest that is not known here. */
  | 'algorithm'
  /** `Payload-Oxum`: the bytes and files of the payload. */
  | 'oxum'
  /** `fetch.txt`: what would have to be fetched. */
  | 'fetch'
  /** What is tolerated for the sake of tools that write it so. */
  | 'quirk'

/** What is wrong with a bag. A bag without errors is valid (RFC 8493, section 3). */
export interface BagProblem {
  readonly severity: 'error' | 'warning'
  readonly rule: BagRule
  /** The file or folder, from the base of the bag; `''` is the bag itself. */
  readonly path: string
  /** What is wrong with it, in words that follow its name. */
  readonly message: string
}

export function isBagError({ severity }: BagProblem): boolean {
  return severity === 'error'
}
