import type { Report } from '../base/report.ts'
import type { Laid } from '../layout/page.ts'
import { attachSources } from './attach.ts'
import { Conformity } from './conform.ts'
import { ContentStream } from './content-stream.ts'
import { type DeflatedFiles, openFile } from './document.ts'
import { embedFonts } from './embed.ts'
import { Fonts } from './font.ts'
import { LetterSpacing } from './letter-spacing.ts'
import { Links, type Sheet } from './links.ts'
import { type Description, information, metadata, type Profile } from './metadata.ts'
import { writeOutline } from './outline.ts'
import { writePageLabels } from './page-labels.ts'
import { paintPage } from './paint-page.ts'
import { Pictures } from './pictures.ts'
import { Structure } from './structure.ts'
import { MarkedContent } from './tagging.ts'

export type { Description, Profile } from './metadata.ts'

export interface PaintSettings {
  readonly profile: Profile
  /** Whether streams are deflated; true unless it is given. */
  readonly compress?: boolean
  /** Sources that earlier documents embedded, deflated; none unless they are given. */
  readonly deflated?: DeflatedFiles
}

/** Paints what was laid out as a PDF; null when a finding forbids the file, here or in a stage before. */
export function paint(
  laid: Laid,
  description: Description,
  settings: PaintSettings,
  report: Report,
): Uint8Array | null {
  if (report.failed) return null
  const file = openFile({
    isArchive: settings.profile === 'archive',
    compress: settings.compress ?? true,
    lang: description.languages[0] ?? 'und',
    information: information(description),
    deflated: settings.deflated ?? new WeakMap(),
  })
  const conformity = new Conformity(laid, settings.profile, report)
  const fonts = new Fonts(file, conformity.firstUse)
  const objects = file.reservePages(laid.pages.length)
  const structure = new Structure(laid.tags, objects)
  const links = new Links(file, structure)
  const stream = new ContentStream()
  const tagging = new MarkedContent(stream, laid.tags, structure, links)
  const common = { file, stream, fonts, pictures: new Pictures(file) }
  const canvas = { ...common, letterSpacing: new LetterSpacing(), tagging, conformity }

  // pages, each of which may be made now and forgotten
  const sheets: Sheet[] = []
  const labels: string[] = []
  for (const page of laid.pages) {
    const object = objects[sheets.length]
    if (object === undefined) throw new Error('there are more pages than were announced')
    const { content, fonts, pictures } = paintPage(page, canvas)
    const { entries } = tagging
    file.writePage(object, { size: page.size, contents: [content], fonts, pictures, entries })
    sheets.push({ object, height: page.size.height })
    labels.push(page.label)
  }
  conformity.end(description)
  if (report.failed) return null

  // what stands beside the pages
  links.write(laid.anchors, sheets)
  structure.write(file)
  writeOutline(file, laid.outline, sheets)
  writePageLabels(file, labels)
  attachSources(file, description)
  const packet = metadata(description, settings.profile)
  file.writeStream(file.reserveEntry('Metadata'), '/Type/Metadata/Subtype/XML', packet, true)

  embedFonts(file, fonts, report)
  return report.failed ? null : file.close()
}
