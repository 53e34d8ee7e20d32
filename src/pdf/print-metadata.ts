import { type Description, information, metadata } from './metadata.ts'
import { clean, escaped } from './xmp.ts'

/** What a print copy says of itself. */
export interface PrintDescription extends Description {
  /** The file for reading that has the same pages: its name, and SHA-256 in hexadecimal digits. */
  readonly copyOf: { readonly file: string; readonly sha256: string }
}

/**
 * The entries of the information dictionary. That it is a print copy, and of which file, stands among the keywords: every
 * viewer shows them, and the subject is taken by what the publication is about.
 */
export function printInformation(description: PrintDescription): Record<string, string | Date> {
  return { ...information(description), Keywords: clean(statement(description)) }
}

/** The XMP packet: no claim to a standard, and which file it was derived from. */
export function printMetadata(description: PrintDescription): Uint8Array {
  return metadata(description, 'none', [...keywords(description), ...origin(description)])
}

function statement({ copyOf: { file, sha256 } }: PrintDescription): string {
  return `print copy of ${file}, SHA-256 ${sha256}`
}

function keywords(description: PrintDescription): readonly string[] {
  return [
    '<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">',
    `<pdf:Keywords>${escaped(statement(description))}</pdf:Keywords>`,
    '</rdf:Description>',
  ]
}

/**
 * The namespace of what this program alone says of a file. Of a print copy: `rendition`, always `print copy`;
 * `originalFile`, the name of the file for reading; `originalSHA256`, the digest of its bytes in 64 hexadecimal digits.
 */
export const namespace = 'bifolio:print-copy/1.0/'

/** In our own words, and as other programs look for it (XMP Specification Part 2, 2.1: xmpMM, and 1.2.4.1: stRef). */
function origin({ copyOf: { file, sha256 } }: PrintDescription): readonly string[] {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`a SHA-256 has 64 hexadecimal digits, not ${sha256}`)
  return [
    `<rdf:Description rdf:about="" xmlns:bifolio="${namespace}">`,
    '<bifolio:rendition>print copy</bifolio:rendition>',
    `<bifolio:originalFile>${escaped(file)}</bifolio:originalFile>`,
    `<bifolio:originalSHA256>${sha256}</bifolio:originalSHA256>`,
    '</rdf:Description>',
    '<rdf:Description rdf:about="" xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/"',
    ' xmlns:stRef="http://ns.adobe.com/xap/1.0/sType/ResourceRef#">',
    '<xmpMM:DerivedFrom rdf:parseType="Resource">',
    `<stRef:filePath>${escaped(file)}</stRef:filePath>`,
    `<stRef:instanceID>${nameByDigest(sha256)}</stRef:instanceID>`,
    '</xmpMM:DerivedFrom>',
    '</rdf:Description>',
  ]
}

/** A URI for any file with exactly these bytes (RFC 6920, 3). */
function nameByDigest(sha256: string): string {
  return `ni:///sha-256;${Buffer.from(sha256, 'hex').toString('base64url')}`
}
