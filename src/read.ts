import type { Report } from './base/report.ts'
import { type SourceFile, type Span, wholeFile } from './base/span.ts'
import type { Read, ReadProblem, Source } from './base/world.ts'
import { contentLimit } from './content/limits.ts'
import { load } from './content/load.ts'
import type { LayoutName, Publication } from './content/publication.ts'
import { words } from './content/words.ts'
import type { Layout } from './document/template.ts'
import type { Face } from './text/face.ts'
import { type FaceDeclaration, readFonts } from './text/fonts.ts'
import { openFace } from './text/open-face.ts'
import { type Workshop, workshop } from './text/workshop.ts'

/** A layout or theme is written by hand: a megabyte of it is a mistake. */
const layoutLimit = 1024 * 1024
/** The largest CJK faces have about 30 MB. */
const fontLimit = 64 * 1024 * 1024

/** The bytes of a YAML file, or null after a finding. */
export function readYaml(path: string, source: Source, report: Report): Uint8Array | null {
  return bytesOf(source.read(path, contentLimit), wholeFile(path), report)
}

/** The folder of a layout: the project's own, else the one that comes with this program. */
export function layoutFolder(name: string, source: Source): string {
  const own = `templates/${name}/`
  return source.list(own) ? own : `bifolio:${own}`
}

/** Reads a layout: `layout.hbs`, `partials/*.hbs` and `words.yaml`. */
export function readLayout({ name, span }: LayoutName, source: Source, report: Report): Layout | null {
  const folder = layoutFolder(name, source)
  if (!/^[a-z0-9-]+$/i.test(name) || !source.list(folder)) {
    const hint = 'a layout is a folder in `templates/` with a `layout.hbs`'
    report.error('layout/unknown', `there is no layout \`${name}\``, span, hint)
    return null
  }
  const main = readText(`${folder}layout.hbs`, source, report)
  const partials = new Map<string, SourceFile>()
  for (const file of source.list(`${folder}partials/`) ?? []) {
    if (!file.endsWith('.hbs')) continue
    const partial = readText(`${folder}partials/${file}`, source, report)
    if (partial) partials.set(file.slice(0, -'.hbs'.length), partial)
  }
  const wording = readWords(`${folder}words.yaml`, folder, source, report)
  return main && wording && { name, main, partials, words: wording }
}

/** The layout's own texts; null when they cannot be read: each use of one would be found wrong as well. */
function readWords(path: string, folder: string, source: Source, report: Report): Layout['words'] | null {
  if (!source.list(folder)?.includes('words.yaml')) return new Map()
  const bytes = readYaml(path, source, report)
  const loaded = bytes && load(path, bytes, report)
  return loaded && words(loaded, report)
}

/** The files of a theme: the layout's, then the publication's own, which overrides it. */
export function readTheme(
  layout: Layout,
  { theme }: Publication,
  source: Source,
  report: Report,
): readonly SourceFile[] {
  const folder = layoutFolder(layout.name, source)
  const usual = source.list(folder)?.includes('theme.css')
    ? readText(`${folder}theme.css`, source, report)
    : null
  const own = theme && readText(theme.path, source, report, theme.span)
  return [usual, own].filter((file) => file !== null)
}

/** Where fonts are declared: in the project, else by this program. */
export function fontsPath(source: Source): string {
  return source.list('fonts/')?.includes('fonts.yaml') ? 'fonts/fonts.yaml' : 'bifolio:fonts/fonts.yaml'
}

/** Gives the workshop for the fonts that a source declares. */
export type OpenWorkshop = (source: Source, report: Report) => Workshop

/** A workshop with the declared fonts; faces are opened when a text first needs them. */
export function openWorkshop(source: Source, report: Report): Workshop {
  const path = fontsPath(source)
  const bytes = readYaml(path, source, report)
  const loaded = bytes && load(path, bytes, report)
  return workshop(
    loaded ? readFonts(loaded, report) : [],
    (declaration, faceReport) => openDeclared(declaration, source, faceReport),
    loaded?.root.span ?? wholeFile(path),
  )
}

/** Opens workshops, but keeps the last one for as long as the declarations are the same: for who builds often. */
export function keepWorkshop(): OpenWorkshop {
  let kept: { readonly declarations: Uint8Array; readonly workshop: Workshop } | null = null
  return (source, report) => {
    const read = source.read(fontsPath(source), contentLimit)
    if (kept && read.ok && Buffer.compare(read.bytes, kept.declarations) === 0) return kept.workshop
    const opened = openWorkshop(source, report)
    kept = read.ok && !report.failed ? { declarations: read.bytes, workshop: opened } : null
    return opened
  }
}

function openDeclared(declaration: FaceDeclaration, source: Source, report: Report): Face | null {
  const read = source.read(declaration.file, fontLimit)
  if (!read.ok) {
    const hint =
      read.problem === 'missing' ? 'install the package, or correct the path' : readHints[read.problem]
    report.error(
      'fonts/unreadable',
      `the font file \`${declaration.file}\` cannot be read: ${read.detail}`,
      declaration.span,
      hint,
    )
    return null
  }
  const face = openFace(read.bytes, declaration.family)
  if (typeof face !== 'string') return face
  report.error(
    'fonts/broken',
    `the font file \`${declaration.file}\` cannot be used: ${face}`,
    declaration.span,
    'fetch the file again, or declare another: a whole TrueType font, a .ttf file',
  )
  return null
}

/** Reads a text file; `named` is where an author named it, where one did. */
function readText(
  path: string,
  source: Source,
  report: Report,
  named: Span = wholeFile(path),
): SourceFile | null {
  const bytes = bytesOf(source.read(path, layoutLimit), named, report)
  if (!bytes) return null
  try {
    return { path, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    report.error('read/encoding', `\`${path}\` is not UTF-8`, wholeFile(path), 'save it as UTF-8')
    return null
  }
}

function bytesOf(read: Read, named: Span, report: Report): Uint8Array | null {
  if (read.ok) return read.bytes
  report.error(
    `read/${read.problem}`,
    `\`${read.path}\` cannot be read: ${read.detail}`,
    named,
    readHints[read.problem],
  )
  return null
}

const readHints: Readonly<Record<ReadProblem, string>> = {
  missing: 'check the name and the folder',
  outside: 'copy it into the project',
  special: 'name a file',
  large: 'check that it is the right file, or make it smaller',
  unreadable: 'check that you may read it',
}
