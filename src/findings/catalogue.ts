import { archiveFindings } from './archive-findings.ts'
import { batchFindings } from './batch-findings.ts'
import { chartFindings } from './chart-findings.ts'
import { commandFindings } from './command-findings.ts'
import { contentFindings } from './content-findings.ts'
import { dataFindings } from './data-findings.ts'
import { editionFindings } from './edition-findings.ts'
import { exchangeFindings } from './exchange-findings.ts'
import type { Finding } from './finding.ts'
import { imprintFindings } from './imprint-findings.ts'
import { languageFindings } from './language-findings.ts'
import { layoutFileFindings } from './layout-file-findings.ts'
import { layoutFindings } from './layout-findings.ts'
import { markupFindings } from './markup-findings.ts'
import { pdfFindings } from './pdf-findings.ts'
import { pictureFindings } from './picture-findings.ts'
import { pressFindings } from './press-findings.ts'
import { readFindings } from './read-findings.ts'
import { referenceFindings } from './reference-findings.ts'
import { styleFindings } from './style-findings.ts'
import { textFindings } from './text-findings.ts'
import { yamlFindings } from './yaml-findings.ts'

/** Findings of one kind of file or stage, under a heading. */
export interface Chapter {
  readonly title: string
  readonly findings: readonly Finding[]
}

/** All findings that there are, in the order of the pipeline. */
export const catalogue: readonly Chapter[] = [
  { title: 'The command line', findings: commandFindings },
  { title: 'Batches', findings: batchFindings },
  { title: 'Editions', findings: editionFindings },
  { title: 'Archives', findings: archiveFindings },
  { title: 'Copies of editions', findings: exchangeFindings },
  { title: 'Reading files', findings: readFindings },
  { title: 'Pictures', findings: pictureFindings },
  { title: 'YAML', findings: yamlFindings },
  { title: 'Content', findings: contentFindings },
  { title: 'The imprint', findings: imprintFindings },
  { title: 'Data', findings: dataFindings },
  { title: 'Languages', findings: languageFindings },
  { title: 'Notes, references, figures', findings: referenceFindings },
  { title: 'Layouts', findings: layoutFileFindings },
  { title: 'Markup', findings: markupFindings },
  { title: 'Themes', findings: styleFindings },
  { title: 'Charts', findings: chartFindings },
  { title: 'Text and fonts', findings: textFindings },
  { title: 'Pages', findings: layoutFindings },
  { title: 'Sheets', findings: pressFindings },
  { title: 'PDF', findings: pdfFindings },
]

/** All entries of the catalogue. */
export const allFindings: readonly Finding[] = catalogue.flatMap(({ findings }) => findings)

/** The entry of a code. */
export function findingOf(code: string): Finding | null {
  return allFindings.find((finding) => finding.code === code) ?? null
}
