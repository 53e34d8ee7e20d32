import type { Report } from '../base/report.ts'
import type { Making, Named } from './blocks.ts'
import type { Image, Text } from './publication.ts'
import type { WrittenImage } from './schema-blocks.ts'
import { readOptionalText, readText, spanOfText, type TextSettings } from './texts.ts'

/** Reads a picture; what it shows must be said unless it is decoration. */
export function readImage(
  written: WrittenImage,
  named: Named,
  { folder, count }: Making,
  settings: TextSettings,
  report: Report,
): Image {
  const caption = readOptionalText(written.caption, settings, report)
  const alt = readAlt(written, settings, report)
  const id = named('image', caption ?? alt)
  const { image } = written
  const source = image.kind === 'scalar' ? null : beside(folder, readText(image, settings, report))
  return {
    kind: 'image',
    id,
    number: caption === null ? null : count('image'),
    path: image.kind === 'scalar' ? `${folder}${image.text}` : null,
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

/** Paths from the folder of the file as paths of the project; each keeps the place where it is written. */
function beside(folder: string, { versions, only }: Text): Text {
  const paths = [...versions].map(
    ([lang, leaf]) => [lang, { ...leaf, text: `${folder}${leaf.text}`, places: null }] as const,
  )
  return { kind: 'text', versions: new Map(paths), only }
}
