import { type EditionRecord, editionIri } from '../ro-crate/record.ts'
import type { BagElement } from './bag-info.ts'

/**
 * What `bag-info.txt` says of an edition (RFC 8493, 2.2.2). All of it comes from the edition, the date too, so that it is
 * the same whenever and with whichever version of this program a bag is made.
 */
export function editionElements(record: EditionRecord): readonly BagElement[] {
  const { id, number, title, issuer, date } = record
  const titles = [...new Set(title.values())].join(' / ')
  return [
    ...[...new Set(issuer.values())].map((value) => ({ label: 'Source-Organization', value })),
    { label: 'External-Description', value: `${titles}, edition ${number}` },
    // A day and nothing less: a date that is only a year is not one of a bag.
    ...(date !== null && /^\d{4}-\d\d-\d\d$/.test(date) ? [{ label: 'Bagging-Date', value: date }] : []),
    { label: 'External-Identifier', value: editionIri(id, number) },
    { label: 'Bag-Group-Identifier', value: id },
    { label: 'Bag-Software-Agent', value: 'Bifolio' },
  ]
}
