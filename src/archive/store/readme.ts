/** What a reader finds who has this folder and nothing else. It never changes: `verify` knows its bytes. */
export const readme = `AN ARCHIVE OF EDITIONS

This folder keeps editions of publications: the PDF files that the public got, their text, the
sources that they were made from, and how they were made. It can be read without the program that
wrote it (Bifolio): all files are plain files, and the lists are JSON.

store/   An OCFL 1.1 storage root (Oxford Common File Layout, https://ocfl.io/1.1/spec/). Each
         publication is an OCFL object: a folder with the file "0=ocfl_object_1.1". Its file
         inventory.json says which identifier it has ("id"), which versions there are ("versions"),
         and for each version which files ("state") have which SHA-512 digest. "manifest" says where
         the file with a digest lies in that folder. A file that did not change is stored once.
         Each new edition, and each notice that one is withdrawn, is a new version: v1, v2, ...
         The folders above an object are the first nine hexadecimal digits, three each, of the
         SHA-256 digest of its identifier; its own folder is named by the identifier, percent-encoded.

log/     log.ndjson: one line of JSON for each thing that was done, oldest first. "previous" is the
         SHA-256 digest of the line before, with its line end: a line cannot be changed without
         changing all that follow. "inventory" is the SHA-512 digest of the inventory.json in the
         folder of the version.

work/    Locks, and what is being written at this moment. It belongs to no edition.

To get an edition by hand: open inventory.json of the publication, take the version that you want,
look up each digest of its "state" in "manifest", and copy that file to the name in "state".
status.json in the newest version lists editions that were withdrawn, and why. They stay readable.

To check a file by hand: sha512sum FILE, and compare with the digest in inventory.json.

Nothing in store/ or log/ is ever changed or deleted; please do not either.
`
