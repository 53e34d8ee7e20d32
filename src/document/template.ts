import Handlebars from 'handlebars'
import type { Leaf } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { SourceFile, Span } from '../base/span.ts'
import type { Publication, Text } from '../content/publication.ts'
import { context } from './context.ts'
import { helpers, inner } from './helpers.ts'
import { parseLayoutFile } from './layout-file.ts'
import { mostSteps } from './limits.ts'
import { Exhausted, emptyPartial, Rendering } from './render.ts'
import { rewrite } from './rewrite.ts'

/** A layout as it was read: the Handlebars files and the texts of its own. */
export interface Layout {
  readonly name: string
  readonly main: SourceFile
  readonly partials: ReadonlyMap<string, SourceFile>
  /** `words` of the root context: headings, notices and the like that belong to the layout, not to a publication. */
  readonly words: ReadonlyMap<string, Text>
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
}

/** Fills a layout with a publication; null after a finding that leaves nothing to go on with. */
export function template(publication: Publication, layout: Layout, report: Report): Markup | null {
  const handlebars = Handlebars.create()
  const places: Span[] = []
  const root = context(publication, layout.words)
  const rendering = new Rendering(
    publication,
    root,
    { places, partials: [...layout.partials.keys()] },
    report,
  )
  for (const [name, helper] of rendering.helpers()) {
    handlebars.registerHelper(name, function (this: unknown, ...args: unknown[]) {
      return helper(this, args)
    })
  }
  handlebars.registerPartial(emptyPartial, () => '')
  const main = compile(layout.main, handlebars, places, report)
  for (const [name, file] of layout.partials) {
    const partial = compile(file, handlebars, places, report)
    handlebars.registerPartial(name, (context, options) =>
      partial === null ? '' : rendering.partial(partial, context, options ?? {}),
    )
  }
  if (main === null) return null
  try {
    const { leaves, gaps } = rendering
    return { text: main(root, access), leaves, gaps: new Set(gaps.values()), places }
  } catch (problem) {
    if (!(problem instanceof Exhausted)) throw problem
    const hint =
      'an `{{#each}}` inside another multiplies: does the inner one go through all of the publication?'
    const span = { file: layout.main, start: 0, end: 0 }
    report.error('document/endless-layout', `the layout takes more than ${mostSteps} steps`, span, hint)
    return null
  }
}

// The context has no prototypes and every look-up is an own one: these only repeat it to Handlebars.
const access: Handlebars.RuntimeOptions = {
  allowProtoPropertiesByDefault: false,
  allowProtoMethodsByDefault: false,
}

function compile(
  file: SourceFile,
  handlebars: typeof Handlebars,
  places: Span[],
  report: Report,
): Handlebars.TemplateDelegate | null {
  const program = parseLayoutFile(file, handlebars, report)
  if (program === null) return null
  rewrite(program, file, places, report)
  const knownHelpers = Object.fromEntries([...helpers.keys(), ...inner].map((name) => [name, true]))
  // Only a tree of our own parsing comes here. Indenting what a partial prints would change preformatted text.
  return handlebars.compile(program, {
    strict: true,
    knownHelpersOnly: true,
    knownHelpers,
    preventIndent: true,
  })
}
