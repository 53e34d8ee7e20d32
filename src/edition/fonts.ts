import { createHash } from 'node:crypto'
import { jsonObject } from '../base/json-object.ts'
import { Report } from '../base/report.ts'
import { namesIn, type Source, type SourceBytes } from '../base/world.ts'
import { fontsPath, readYaml } from '../read.ts'
import { type FaceDeclaration, readFonts } from '../text/fonts.ts'
import { asFile } from './as-file.ts'
import { fontNames } from './font-names.ts'
import { folderPath } from './names.ts'

/** Where the list of an edition's fonts stands. */
export const fontListPath = 'fonts/fonts.json'

/** A font file that an edition was set in, as its list has it. */
export interface ListedFont {
  /** As `Source.read` takes it. */
  readonly file: string
  readonly sha256: string
  /** Where the file itself is in the edition; null: it is not. */
  readonly stored: string | null
}

/** The faces that a source declares, its findings left to the build. */
export function declaredFonts(source: Source): readonly FaceDeclaration[] {
  const report = new Report()
  const loaded = readYaml(fontsPath(source), source, report)
  return loaded ? readFonts(loaded, report) : []
}

/**
 * The list of the fonts that were opened for an edition, by their files, with licences; and the files where they are
 * wanted. One that lies in the project is always kept: nobody else has it.
 */
export function fontFiles(
  opened: readonly SourceBytes[],
  declared: readonly FaceDeclaration[],
  source: Source,
  withFonts: boolean,
): ReadonlyMap<string, Uint8Array> {
  const files = new Map<string, Uint8Array>()
  const list = opened.map(({ path, bytes }) => {
    const isStored = withFonts || !path.startsWith('npm:')
    const stored = isStored ? `fonts/files/${folderPath(path)}` : null
    if (stored !== null) files.set(stored, bytes)
    const faces = declared.filter(({ file }) => file === path)
    return {
      file: path,
      sha256: sha256(bytes),
      bytes: bytes.length,
      stored,
      faces: faces.map(({ family, weight, style }) => ({ family, weight, style })),
      names: fontNames(bytes),
      licence: faces[0]?.licence ?? null,
      package: packageOf(path, source, files),
    }
  })
  return files.set(fontListPath, asFile({ format: listFormat, fonts: list }))
}

const listFormat = 'bifolio-fonts-1'

/** Reads the list of an edition's fonts; null: it is none. */
export function readFontList(bytes: Uint8Array): readonly ListedFont[] | null {
  const fonts = jsonObject(bytes)?.fonts
  if (!Array.isArray(fonts)) return null
  const listed = fonts.map(listedFont)
  return listed.every((font) => font !== null) ? listed : null
}

/** Null: it lacks its file or digest. */
function listedFont(one: unknown): ListedFont | null {
  if (typeof one === 'object' && one !== null && 'file' in one && 'sha256' in one && 'stored' in one) {
    const { file, sha256: digest, stored } = one
    if (
      typeof file === 'string' &&
      typeof digest === 'string' &&
      (stored === null || typeof stored === 'string')
    )
      return { file, sha256: digest, stored }
  }
  return null
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** A licence is a page of text: what is longer is no licence. */
const longestLicence = 1024 * 1024

/** The package of a font, its version and the texts of its licences, which are added to the files; null: it is in none. */
function packageOf(path: string, source: Source, files: Map<string, Uint8Array>) {
  const name = /^npm:((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]
  if (name === undefined) return null
  const licences = namesIn(source, `npm:${name}/`).filter((file) => /^(?:licen[cs]e|ofl|copying)/i.test(file))
  const stored = licences.flatMap((file) => {
    const read = source.read(`npm:${name}/${file}`, longestLicence)
    if (!read.ok) return []
    const target = `fonts/licences/${name}/${file}`
    files.set(target, read.bytes)
    return [target]
  })
  return { name, version: versionOf(name, source), licences: stored }
}

/** The version of an installed package; null: its manifest does not say. */
export function versionOf(name: string, source: Source): string | null {
  return stringIn(manifestAt(`npm:${name}/package.json`, source), 'version')
}

/** A manifest is read whole: none has a megabyte. */
export function manifestAt(path: string, source: Source): unknown {
  const read = source.read(path, 1024 * 1024)
  if (!read.ok) return null
  try {
    return JSON.parse(new TextDecoder().decode(read.bytes))
  } catch {
    return null
  }
}

export function stringIn(record: unknown, key: string): string | null {
  if (typeof record !== 'object' || record === null) return null
  const value = new Map<string, unknown>(Object.entries(record)).get(key)
  return typeof value === 'string' ? value : null
}
