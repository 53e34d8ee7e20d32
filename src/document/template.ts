import Handlebars from 'handlebars'
import type { Leaf } from '../base/leaf.ts'
import { handOn, Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import type { Publication, Text } from '../content/publication.ts'
import { context } from './context.ts'
import { tagTooMany } from './depth.ts'
import { rootFrame } from './frame.ts'
import { parseLayoutFile } from './layout-file.ts'
import { layoutProgram, type Program, type Template } from './layout-program.ts'
import { mostSteps, mostTags } from './limits.ts'
import type { KnownTags } from './read-markup.ts'
import { emptyPartial, Rendering } from './render.ts'
import { rewrite } from './rewrite.ts'
import { Exhausted } from './state.ts'

/** A layout as it was read: the Handlebars files and the texts of its own. */
export interface Layout {
  readonly name: string
  readonly main: SourceFile
  readonly partials: ReadonlyMap<string, SourceFile>
  /** `words` of the root context: headings, notices and the like that belong to the layout, not to a publication. */
  readonly words: ReadonlyMap<string, Text>
  /** Its theme's files, the one that it derives from first. */
  readonly themes: readonly SourceFile[]
}

/** What a layout wrote. */
export interface Markup {
  /** Tags and literal text; texts of the publication stand in it as tokens (see leaf.ts). */
  readonly text: string
  /** What the tokens stand for, by number. */
  readonly leaves: readonly Leaf[]
  /** Those of the leaves that stand in a draft for a text that is missing. */
  readonly gaps: ReadonlySet<Leaf>
  /** What `bi-at="<number>"` on an element stands for: its opening tag in a file of the layout. */
  readonly places: readonly Span[]
  /** Opening tags that the layout has written before. */
  readonly tags: KnownTags
  /** What the texts may call and refer to. */
  readonly references: References
}

/** The notes and the targets of a publication, and the pictures in its chapters. */
export type References = Pick<Publication, 'notes' | 'targets' | 'chapters'>

/** Fills a layout with a publication; null after a finding that leaves nothing to go on with. */
export function template(publication: Publication, layout: Layout, report: Report): Markup | null {
  const ready = prepared(layout, report)
  if (ready === null) return null
  const { main, partials: programs, places, tags } = ready
  const root = context(publication, layout.words)
  const names = [...layout.partials.keys()]
  const rendering = new Rendering(publication, root, { places, partials: names }, report)
  const partials = new Map<string, Template>([[emptyPartial, () => '']])
  const callable = { helpers: rendering.helpers(), partials }
  for (const [name, program] of programs) {
    const partial: Template | null = program && ((self, data) => program(self, data, callable))
    partials.set(name, (self, data) => (partial === null ? '' : rendering.partial(partial, self, data)))
  }
  if (main === null) return null
  try {
    const { leaves, gaps } = rendering
    return {
      text: main(root, rootFrame(root), callable),
      leaves,
      gaps: new Set(gaps.values()),
      places,
      tags,
      references: publication,
    }
  } catch (problem) {
    if (!(problem instanceof Exhausted)) throw problem
    const hint =
      'an `{{#each}}` inside another multiplies: does the inner one go through all of the publication?'
    const span = { file: layout.main, start: 0, end: 0 }
    report.error('document/endless-layout', `the layout takes more than ${mostSteps} steps`, span, hint)
    return null
  }
}

/** The files of a layout as programs; null for one with a finding that leaves nothing of it. */
interface Prepared {
  readonly main: Program | null
  readonly partials: ReadonlyMap<string, Program | null>
  /** What the numbers in the programs stand for. */
  readonly places: readonly Span[]
  readonly tags: KnownTags
}

/** Programs depend on the layout alone: a thousand publications run the same ones. What gave a finding is not kept. */
const kept = new WeakMap<Layout, Prepared>()

function prepared(layout: Layout, report: Report): Prepared | null {
  const known = kept.get(layout)
  if (known) return known
  const many = tagTooMany([layout.main, ...layout.partials.values()])
  if (many !== null) {
    const hint = 'use `{{#each …}}` for what repeats'
    report.error('document/large-layout', `the layout has more than ${mostTags} tags`, many, hint)
    return null
  }
  const found = new Report()
  const places: Span[] = []
  const main = prepare(layout.main, places, found)
  const partials = new Map(
    Array.from(layout.partials, ([name, file]) => [name, prepare(file, places, found)] as const),
  )
  handOn(found.diagnostics, report)
  const made = { main, partials, places, tags: new Map() }
  if (found.diagnostics.length === 0) kept.set(layout, made)
  return made
}

function prepare(file: SourceFile, places: Span[], report: Report): Program | null {
  const program = parseLayoutFile(file, Handlebars, report)
  if (program === null) return null
  rewrite(program, file, places, report)
  // Handlebars takes a tree as well as a text, and then only takes away the white space that its tags take with them.
  return layoutProgram(Reflect.apply(Handlebars.parse, Handlebars, [program]))
}
