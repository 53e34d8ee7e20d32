import type { Lang } from '../base/lang.ts'
import type { Leaf } from '../base/leaf.ts'
import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Making, Named } from './blocks.ts'
import { readPath } from './paths.ts'
import type { Image, Text } from './publication.ts'
import type { WrittenImage } from './schema-blocks.ts'
import { fillScalar } from './sheet/fill.ts'
import { readOptionalText, readText, spanOfText, type TextSettings, withoutMarks } from './texts.ts'

/** Reads a picture; what it shows must be said unless it is decoration. */
export function readImage(
  written: WrittenImage,
  named: Named,
  { folder, count }: Making,
  settings: TextSettings,
  report: Report,
): Omit<Image, 'priority'> {
  const caption = readOptionalText(written.caption, settings, report)
  const alt = readAlt(written, settings, report)
  const id = named('image', caption ?? alt)
  const { image } = written
  const one = image.kind === 'scalar' ? fillScalar(image, settings.row, 'bare', report) : null
  const path = one === null ? null : readPath(folder, one, report)
  const source = path === null ? readSources(written, folder, settings, report) : null
  return {
    kind: 'image',
    id,
    number: caption === null ? null : count('image'),
    path,
    source,
    alt,
    caption,
    width: written.width?.text ?? null,
    span: spanOfText(image),
  }
}

function readAlt(
  { alt, decorative, image }: WrittenImage,
  settings: TextSettings,
  report: Report,
): Text | null {
  if (decorative !== true) {
    if (alt !== undefined) return readText(alt, settings, report)
    const hint = 'say what it shows in `alt:`, or `decorative: true` if it says nothing'
    report.error(
      'content/missing-alt',
      'the picture has no `alt` for those who do not see it',
      spanOfText(image),
      hint,
    )
    return null
  }
  if (alt !== undefined) {
    const message = 'the `alt` is left out: the picture is decoration'
    report.warning('content/unused-text', message, spanOfText(alt), 'delete `alt`, or `decorative: true`')
  }
  return null
}

/**
 * The picture of each language, by its path of the project; each keeps the place where it is written. Where one is
 * wrong, or missing in what is no draft, the path is empty: that has been said, and the layout is not to blame.
 */
function readSources({ image }: WrittenImage, folder: string, settings: TextSettings, report: Report): Text {
  if (image.kind === 'scalar') return emptyPaths(image.span, settings)
  const { versions, only } = readText(image, withoutMarks(settings), report)
  const paths = new Map<Lang, Leaf>()
  for (const [lang, leaf] of versions) {
    const path = readPath(folder, leaf, report)
    paths.set(lang, path === null ? nowhere(lang, leaf.span) : { ...leaf, text: path, places: null })
  }
  if (!settings.isDraft)
    for (const lang of settings.needed)
      if (!paths.has(lang)) paths.set(lang, nowhere(lang, spanOfText(image)))
  return { kind: 'text', versions: paths, only }
}

function emptyPaths(span: Span, { declared, only }: TextSettings): Text {
  const versions = new Map((only ?? declared).map((lang) => [lang, nowhere(lang, span)]))
  return { kind: 'text', versions, only }
}

function nowhere(lang: Lang, span: Span): Leaf {
  return { text: '', lang, span, places: null }
}
