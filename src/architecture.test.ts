import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** What each room may import, types included, besides its own files: other rooms, or single files of theirs. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  base: [],
  // Numbers as languages say them, and data as it is drawn.
  figures: ['base'],
  content: ['base', 'figures'],
  document: ['base', 'content'],
  style: ['base', 'document'],
  text: ['base', 'document', 'style'],
  // Files of pixels and drawings: checked once, carried to where they are painted.
  picture: ['base'],
  layout: ['base', 'figures', 'document', 'style', 'text', 'picture'],
  // Pages to the sides of sheets, before anything is painted.
  press: ['base', 'layout', 'picture/outline.ts', 'text'],
  // Painting sees pages, tags and faces, never a paragraph.
  pdf: [
    'base',
    'press/sheet.ts',
    'document/structure.ts',
    'layout/glyph-text.ts',
    'layout/page.ts',
    'picture',
    'text/face.ts',
  ],
  // Editions kept on a disk that is handed in: OCFL, its protocol, bags, what changed.
  archive: ['base'],
  // What the public got and how it was made, as files; and made again from them.
  edition: [
    'archive',
    'base',
    'compare',
    'content',
    'document/markdown.ts',
    'layout/manuscript.ts',
    'outputs',
    'pdf',
    'style/media.ts',
    'text',
    'audit.ts',
    'build.ts',
    'describe.ts',
    'edition-facts.ts',
    'verification.ts',
    'expected-text.ts',
    'passages.ts',
    'passages-on-pages.ts',
    'read.ts',
    'rendering.ts',
  ],
  // What is different between two states of a publication, as plain data and as reports.
  compare: ['base', 'figures'],
  // What can be said of each code, for commands and the reference.
  findings: ['base'],
  // Many files from one pattern: the pipeline for each row, and what is remembered of it.
  batch: [
    'base',
    'content',
    'document/structure.ts',
    'layout/page.ts',
    'pdf/paint.ts',
    'text/workshop.ts',
    'build.ts',
    'describe.ts',
    'read.ts',
  ],
  // Commands see the pipeline, and of its rooms only what is printed or handed through.
  cli: [
    'base',
    'archive',
    'batch',
    'compare',
    'edition',
    'findings',
    'outputs',
    'how-to',
    'build.ts',
    'describe.ts',
    'read.ts',
    'read-layout.ts',
    'audit.ts',
    'content/frame.ts',
    // Options of `print` are read as the words of a publication's file are.
    'content/outputs.ts',
    'content/press-wish.ts',
    'content/printers.ts',
    'content/publication.ts',
    'style/media.ts',
    'pdf/paint.ts',
    'text/workshop.ts',
  ],
  // Instructions and test sheets as publications of this program's own: what `build` is asked for, and their files.
  'how-to': ['base', 'content/data/rows.ts', 'press/settings.ts'],
  // The pipeline in one page and what stands beside it.
  'build.ts': [
    'base',
    'content',
    'document',
    'style',
    'text',
    'layout',
    'pdf',
    'read.ts',
    'read-layout.ts',
    'read-pictures.ts',
    'rendering.ts',
    'verification.ts',
    'describe.ts',
    'fit.ts',
  ],
  // What a PDF says of itself, and what it is called.
  'describe.ts': ['base', 'content', 'document/markdown.ts', 'pdf/paint.ts', 'style/media.ts'],
  // Several files of one publication, print copies among them: the pipeline for each layout.
  outputs: [
    'base',
    'content',
    'text',
    'layout',
    'press',
    'pdf/paint-sheets.ts',
    'build.ts',
    'describe.ts',
    'read-layout.ts',
  ],
  'fit.ts': ['base', 'content', 'layout'],
  'read.ts': ['base', 'content', 'text'],
  'read-pictures.ts': ['base', 'document', 'picture', 'read.ts'],
  'read-layout.ts': ['base', 'content', 'document', 'read.ts'],
  // How a PDF was made, as it stands in it.
  'rendering.ts': ['base', 'style/media.ts', 'pdf/paint.ts'],
  // By which digits an edition is recognised, and what a catalogue asks of it.
  'verification.ts': ['base', 'content', 'rendering.ts'],
  'edition-facts.ts': ['base', 'content', 'document'],
  // A publication as the passages that are compared.
  'passages.ts': ['base', 'compare', 'content', 'passages-of-blocks.ts', 'passages-text.ts'],
  'passages-of-blocks.ts': ['base', 'compare', 'content', 'figures'],
  'passages-text.ts': ['base', 'content', 'document'],
  'passages-on-pages.ts': ['base', 'compare', 'layout'],
  'audit.ts': ['base', 'layout', 'pdf', 'expected-text.ts'],
  'expected-text.ts': ['base', 'document', 'text', 'layout', 'shown-text.ts'],
  'shown-text.ts': ['style'],
  'index.ts': [
    'base',
    'edition',
    'compare',
    'archive',
    'content',
    'text',
    'layout',
    'pdf',
    'outputs',
    'cli',
    'build.ts',
    'read.ts',
    'audit.ts',
  ],
}

/** Imports that the table forbids and that stand for a reason. */
const exceptions: ReadonlyMap<string, string> = new Map([
  ['text/fonts.ts -> content/yaml-node.ts', 'the declared fonts are a YAML file, read as the content is'],
])

/** Modules that only some files may import. */
const guarded: ReadonlyMap<string, readonly string[]> = new Map([
  ['pdfkit', ['pdf/document.ts']],
  ['node:fs', ['cli/']],
  ['node:module', ['cli/', 'text/hyphenate.ts']],
  ['node:child_process', []],
  ['node:http', []],
  ['node:https', []],
  ['node:net', []],
  ['node:http2', []],
  ['node:tls', []],
  ['node:dns', []],
  ['node:dgram', []],
  ['node:worker_threads', []],
  ['tinypool', ['batch/']],
  ['node:vm', []],
  ['handlebars', ['document/']],
  ['yaml', ['content/']],
  ['csv-parse', ['content/data/']],
  ['zod', ['content/']],
  ['css-tree', ['style/']],
  ['saxes', ['document/', 'picture/']],
  ['harfbuzzjs', ['text/']],
  ['uqr', ['picture/']],
  ['d3-scale', ['layout/chart/']],
  ['d3-shape', ['layout/chart/']],
])

interface Import {
  readonly from: string
  readonly to: string
}

const root = dirname(fileURLToPath(import.meta.url))
const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
const product = files.filter((path) => !path.endsWith('.test.ts') && !path.startsWith('testing/'))
const imports = product.flatMap(importsOf)

describe('the architecture', () => {
  it('is examined: files and imports are there, in every room', () => {
    expect(product.length).toBeGreaterThan(100)
    expect(imports.length).toBeGreaterThan(400)
    expect(new Set(product.map(roomOf))).toEqual(new Set(Object.keys(allowed)))
  })

  it('lets each room import what its line of the table says, and no more', () => {
    const wrong = imports
      .filter(isLocal)
      .filter((found) => !isAllowed(found) && !exceptions.has(nameOf(found)))
    expect(wrong.map(nameOf)).toEqual([])
  })

  it('keeps no exception that is no longer needed', () => {
    const needed = new Set(imports.filter((found) => !isAllowed(found)).map(nameOf))
    expect([...exceptions.keys()].filter((name) => !needed.has(name))).toEqual([])
  })

  it('has no line in its table for what no file imports', () => {
    const used = new Set(imports.map(({ from, to }) => `${roomOf(from)} -> ${to}`))
    const unused = Object.entries(allowed).flatMap(([room, targets]) =>
      targets
        .filter((target) => ![...used].some((one) => one.startsWith(`${room} -> ${target}`)))
        .map((target) => `${room} -> ${target}`),
    )
    expect(unused).toEqual([])
  })

  it.each([...guarded])('imports %s only in %j', (name, places) => {
    const importers = imports.filter(({ to }) => to === name || to.startsWith(`${name}/`))
    const wrong = importers.filter(({ from }) => !places.some((place) => from.startsWith(place)))
    expect(wrong.map(nameOf)).toEqual([])
    // A place that no longer imports it has no need of the right.
    const idle = places.filter((place) => !importers.some(({ from }) => from.startsWith(place)))
    expect(idle).toEqual([])
  })

  it('keeps what is for tests out of the product', () => {
    expect(imports.filter(({ to }) => to.startsWith('testing/')).map(nameOf)).toEqual([])
  })

  it('has no rooms that import each other', () => {
    expect(
      cycles(imports.filter((found) => isLocal(found) && roomOf(found.from) !== roomOf(found.to))),
    ).toEqual([])
  })
})

/** All modules that a file names, for values and for types: imports, re-exports, `import()` and `require()`. */
function importsOf(from: string): readonly Import[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(root, from), 'utf8'), true, true)
  return importedFiles.map(({ fileName }) => {
    if (!fileName.startsWith('.')) return { from, to: fileName }
    return { from, to: relative(root, join(root, dirname(from), fileName)).replaceAll('\\', '/') }
  })
}

/** The folder of a file in src/, or the file itself where it stands beside the folders. */
function roomOf(path: string): string {
  return path.split('/')[0] ?? path
}

function isLocal({ to }: Import): boolean {
  return to.endsWith('.ts')
}

function isAllowed({ from, to }: Import): boolean {
  const targets = allowed[roomOf(from)] ?? []
  return (
    !isLocal({ from, to }) ||
    roomOf(to) === roomOf(from) ||
    targets.includes(roomOf(to)) ||
    targets.includes(to)
  )
}

function nameOf({ from, to }: Import): string {
  return `${from} -> ${to}`
}

/** Rooms that lead back to themselves. */
function cycles(found: readonly Import[]): readonly string[] {
  const next = new Map<string, Set<string>>()
  for (const one of found) {
    next.set(roomOf(one.from), (next.get(roomOf(one.from)) ?? new Set()).add(roomOf(one.to)))
  }
  const reaches = (room: string, goal: string, seen: Set<string>): boolean =>
    [...(next.get(room) ?? [])].some((to) => {
      if (to === goal) return true
      if (seen.has(to)) return false
      return reaches(to, goal, seen.add(to))
    })
  return [...next.keys()].filter((room) => reaches(room, room, new Set()))
}
