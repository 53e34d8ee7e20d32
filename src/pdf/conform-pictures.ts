import type { Report } from '../base/report.ts'
import type { Span } from '../base/span.ts'
import type { Tag } from '../document/structure.ts'
import type { Picture } from '../layout/page.ts'

/** A picture is decoration or a Figure (ISO 14289-1, 7.3), and of colours that the output intent has (ISO 19005-3, 6.2.4.3). */
export function checkPicture(
  { picture }: Picture,
  tag: Tag | null,
  span: Span,
  isArchive: boolean,
  report: Report,
): void {
  if (!isArchive) return
  if (picture.kind === 'jpeg' && picture.components === 4 && picture.profile?.kind !== 'profile') {
    const message = `the picture \`${picture.path}\` is in CMYK without a colour profile, but the file is for sRGB`
    report.error('pdf/picture-color', message, span, 'convert it to sRGB, or embed the profile of its press')
  }
  if (tag !== null && tag.role !== 'Figure') {
    const message = `the picture \`${picture.path}\` stands in \`${tag.role}\`, not in a figure of its own`
    report.error(
      'pdf/picture-tag',
      message,
      span,
      'write it as an `image` block, with `alt` or `decorative: true`',
    )
  }
}
