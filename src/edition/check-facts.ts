import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import type { Publication } from '../content/publication.ts'
import type { EditionName } from './record.ts'

/** Whether what a publication says of its edition, and prints, is what the edition is called in the archive. */
export function checkFacts(
  { imprint, file }: Pick<Publication, 'imprint' | 'file'>,
  { number, supersedes }: EditionName,
  report: Report,
): void {
  const place = wholeFile(file.path)
  if (imprint.number !== null && imprint.number !== number) {
    const message = `the publication says that it is edition ${visible(imprint.number)}, and was to be stored as edition ${number}`
    const hint = `write \`number: '${number}'\` under \`imprint:\`, or \`--edition ${visible(imprint.number)}\``
    report.error('archive/other-number', message, place, hint)
  }
  if (imprint.supersedes !== null && supersedes !== null && imprint.supersedes !== supersedes) {
    const message = `the publication says that it takes the place of edition ${visible(imprint.supersedes)}, and the archive has edition ${supersedes} as the current one`
    const hint = `write \`supersedes: '${supersedes}'\` under \`imprint:\``
    report.error('archive/other-number', message, place, hint)
  }
}
