import type { Archive } from '../archive/store/archive.ts'
import { list } from '../archive/store/list.ts'
import { Report } from '../base/report.ts'
import { digestOfSources } from '../verification.ts'
import type { FoundFile } from './find-file.ts'
import type { MadePdf } from './made-pdf.ts'
import { storedEditions } from './stored.ts'

/** The editions that were made of the sources of a PDF, as far as their colophons tell the digest of those. */
export function findSources(
  archive: Archive,
  made: MadePdf | null,
): readonly Pick<FoundFile, 'id' | 'edition'>[] {
  const digest = made && digestOfSources(made.sources)
  if (digest === null) return []
  // What cannot be read has been said, or is not what is asked for.
  const unsaid = new Report()
  return list(archive, unsaid).flatMap(({ id }) =>
    (storedEditions(archive, id, unsaid) ?? [])
      .filter(({ record }) => verificationsIn(record).includes(digest))
      .map((edition) => ({ id, edition })),
  )
}

function verificationsIn(record: Readonly<Record<string, unknown>> | null): readonly unknown[] {
  const outputs: unknown = record?.outputs
  if (!Array.isArray(outputs)) return []
  return outputs.flatMap((output: unknown) =>
    typeof output === 'object' && output !== null && 'verification' in output ? [output.verification] : [],
  )
}
