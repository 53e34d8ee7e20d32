/** What an edition consists of: the bytes of its files by logical path, sorted. */
export interface EditionFiles {
  readonly files: ReadonlyMap<string, Uint8Array>
}

/** One state of a publication, as it goes into an archive. */
export interface Version extends EditionFiles {
  /** Of the publication, the same for all its editions: `tag:authority,year:document` (RFC 4151). */
  readonly id: string
  /** Why there is this version. */
  readonly message: string
  /** Who made it; `address` is a URI. */
  readonly user: { readonly name: string; readonly address: string | null } | null
}
