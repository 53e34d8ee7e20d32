import { editionElements } from '../archive/bagit/edition-elements.ts'
import type { Bag } from '../archive/bagit/read-bag.ts'
import { writeBag } from '../archive/bagit/write-bag.ts'
import type { EditionFiles } from '../archive/edition.ts'
import { cratePath, withCrate } from '../archive/ro-crate/crate.ts'
import { type EditionRecord, readRecord } from '../archive/ro-crate/record.ts'
import { statusPath } from '../archive/store/status.ts'
import { jsonObject } from '../base/json-object.ts'
import type { Report } from '../base/report.ts'
import { wholeFile } from '../base/span.ts'
import { visible } from '../base/visible.ts'
import { sha512 } from './edition.ts'
import { folderPath } from './names.ts'
import { recordFormat, recordPath } from './record.ts'
import { readRenderFile, renderPath } from './render-file.ts'

/**
 * An edition as a bag with its RO-Crate in it; null: it does not say what it is, and a finding tells. What became of the
 * edition later is no part of it, so that the bag has the same bytes whenever and from whichever archive it is made.
 */
export function bagOf(
  { files }: EditionFiles,
  name: string,
  report: Report,
): ReadonlyMap<string, Uint8Array> | null {
  const own = ownFiles(files)
  const record = recordIn(own)
  if (record === null) {
    refuse(name, `\`${recordPath}\` of ${name} does not say which edition it is`, report)
    return null
  }
  return writeBag(own.has(cratePath) ? own : withCrate(own), editionElements(record))
}

/** The files of an edition without the notices that the archive keeps beside them. */
export function ownFiles(files: EditionFiles['files']): EditionFiles['files'] {
  return new Map([...files].filter(([path]) => path !== statusPath))
}

/** An edition that came in a bag. */
export interface BaggedEdition extends EditionFiles {
  readonly record: EditionRecord
}

/** The edition in a valid bag; null: it is none of this program's, or not all of it, and findings say why. */
export function editionInBag(
  { files }: Pick<Bag, 'files'>,
  name: string,
  report: Report,
): BaggedEdition | null {
  const record = recordIn(files)
  const problems =
    record === null ? [`\`${recordPath}\` does not say which edition it is`] : problemsOf(files, record)
  for (const problem of problems) refuse(name, `the bag is no edition of this program: ${problem}`, report)
  return record === null || problems.length > 0 ? null : { files, record }
}

function refuse(name: string, message: string, report: Report): void {
  const hint =
    'take a bag that `bifolio archive export` wrote; a bag of anything else is kept as it is, elsewhere'
  report.error('archive/foreign', message, wholeFile(name), hint)
}

/** Null: there is no such file, or it is of another form. */
function recordIn(files: EditionFiles['files']): EditionRecord | null {
  const bytes = files.get(recordPath)
  return bytes !== undefined && jsonObject(bytes)?.format === recordFormat ? readRecord(bytes) : null
}

/** Where the files of an edition lie: a folder, or a file by itself. */
const places = [
  recordPath,
  renderPath,
  cratePath,
  'pdf/',
  'text/',
  'source/',
  'fonts/',
  'build/',
  'validation/',
]

/** What an edition lacks to be one that can be made again, and what has no place in one. */
function problemsOf(files: EditionFiles['files'], { outputs }: EditionRecord): readonly string[] {
  const bytes = files.get(renderPath)
  const rendered = bytes === undefined ? 'is not there' : readRenderFile(bytes)
  if (typeof rendered === 'string') return [`\`${renderPath}\` ${rendered}`]
  const { request, expected } = rendered
  const source = `source/${folderPath(request.path)}`
  const lacking = [...expected].flatMap(([path, digest]) => {
    const pdf = files.get(path)
    if (pdf === undefined) return `\`${visible(path)}\`, which was made then, is missing`
    return sha512(pdf) === digest ? [] : `\`${visible(path)}\` is not what was made then: its SHA-512 differs`
  })
  const unmade = outputs.filter(({ file }) => !expected.has(file))
  const strange = [...files.keys()].filter((path) => !places.some((place) => isIn(path, place)))
  return [
    ...lacking,
    ...unmade.map(
      ({ file }) => `\`${renderPath}\` does not know \`${visible(file)}\`, which \`${recordPath}\` names`,
    ),
    ...(files.has(source) ? [] : [`its source \`${visible(source)}\` is missing`]),
    ...strange.map((path) => `\`${visible(path)}\` is no file of an edition`),
  ]
}

function isIn(path: string, place: string): boolean {
  return place.endsWith('/') ? path.startsWith(place) : path === place
}
