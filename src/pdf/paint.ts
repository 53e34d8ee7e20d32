import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import type { Laid } from '../layout/page.ts'
import { attachSources } from './attach.ts'
import { conform } from './conform.ts'
import { ContentStream } from './content-stream.ts'
import { openFile } from './document.ts'
import { embed } from './embed.ts'
import { Fonts } from './font.ts'
import { Links } from './links.ts'
import { type Description, information, metadata, type Profile } from './metadata.ts'
import { writeOutline } from './outline.ts'
import { writePageLabels } from './page-labels.ts'
import { paintPage } from './paint-page.ts'
import { Structure } from './structure.ts'
import { openSubsetter } from './subset.ts'

export type { Description, Profile } from './metadata.ts'

export interface PaintSettings {
  readonly profile: Profile
  /** Whether streams are deflated; true unless it is given. */
  readonly compress?: boolean
}

/** Paints what was laid out as a PDF; null when a finding forbids the file, here or in a stage before. */
export function paint(
  laid: Laid,
  description: Description,
  settings: PaintSettings,
  report: Report,
): Uint8Array | null {
  conform(laid, description, settings.profile, report)
  if (report.failed) return null

  const file = openFile({
    isArchive: settings.profile === 'archive',
    compress: settings.compress ?? true,
    lang: description.languages[0] ?? 'und',
    information: information(description),
  })
  const fonts = new Fonts(file)
  const structure = new Structure(laid.tags)
  const links = new Links(file, structure)
  const canvas = { stream: new ContentStream(), fonts, structure, links, tags: laid.tags }

  // pages
  const sheets = laid.pages.map((page) => {
    const sheet = file.addPage(page.size)
    paintPage(page, sheet, canvas)
    return sheet
  })

  // what stands beside the pages
  links.write(laid.anchors, sheets)
  structure.write(file)
  writeOutline(file, laid.outline, sheets)
  writePageLabels(
    file,
    laid.pages.map((page) => page.label),
  )
  attachSources(file, description)
  file.setCatalog(
    'Metadata',
    file.addStream({ Type: 'Metadata', Subtype: 'XML' }, metadata(description, settings.profile), true),
  )

  // fonts, cut to what the pages used
  const subset = openSubsetter()
  for (const codes of fonts.all) {
    if (!embed(file, codes, subset)) {
      report.error(
        'pdf/font',
        `the font \`${codes.face.name}\` cannot be embedded`,
        wholeFile(codes.face.name),
        'declare another file of it in `fonts/fonts.yaml`: this one may be damaged',
      )
    }
  }
  const bytes = file.close()
  return report.failed ? null : bytes
}
