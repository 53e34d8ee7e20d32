import { type Json, type JsonObject, jsonObject, writeJson } from '../ocfl/json.ts'
import { byCodeUnit } from '../vault.ts'
import { fileEntity, formatEntities, oneOrMore, optional, pathIri, reference } from './file-entities.ts'
import { publicationEntities, publicationFields } from './publication-entities.ts'
import { type EditionRecord, readRecord, recordPath } from './record.ts'

/** Where an edition has its RO-Crate. */
export const cratePath = 'ro-crate-metadata.json'

/**
 * The files of an edition with one more that describes them as RO-Crate 1.2 (JSON-LD, https://w3id.org/ro/crate/1.2), all
 * sorted. The same files give the same bytes, and what is written over is not described.
 */
export function withCrate(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, Uint8Array> {
  const record = readRecord(files.get(recordPath) ?? new Uint8Array())
  if (record === null) throw new Error(`\`${recordPath}\` does not describe an edition`)
  const described = [...files].filter(([path]) => path !== cratePath)
  const all = [...described, [cratePath, writeCrate(record, new Map(described))] as const]
  return new Map(all.sort(([one], [other]) => byCodeUnit(one, other)))
}

/** The description itself: each file by what it is, and what is known of the publication. */
export function writeCrate(record: EditionRecord, files: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const paths = [...files.keys()].sort(byCodeUnit)
  const root = jsonObject({
    '@id': './',
    '@type': 'Dataset',
    hasPart: oneOrMore(paths.map((path) => reference(pathIri(path)))),
    ...optional('mainEntity', mainFile(record, files)),
    ...publicationFields(record),
  })
  const others = [
    ...publicationEntities(record),
    ...formatEntities(record),
    ...[...files].map(([path, bytes]) => fileEntity(path, bytes, record)),
  ]
  const graph = [descriptor, root, ...others.sort((one, other) => byCodeUnit(idOf(one), idOf(other)))]
  return writeJson(jsonObject({ '@context': context, '@graph': graph }))
}

/** RO-Crate's terms, the digest as its profile for workflow runs has it, and what Dublin Core says of versions. */
const context: Json = [
  'https://w3id.org/ro/crate/1.2/context',
  jsonObject({
    isVersionOf: 'http://purl.org/dc/terms/isVersionOf',
    replaces: 'http://purl.org/dc/terms/replaces',
    sha512: 'https://w3id.org/ro/terms/workflow-run#sha512',
  }),
]

const descriptor = jsonObject({
  '@id': cratePath,
  '@type': 'CreativeWork',
  about: reference('./'),
  conformsTo: reference('https://w3id.org/ro/crate/1.2'),
})

/** The first copy for reading. */
function mainFile({ outputs }: EditionRecord, files: ReadonlyMap<string, Uint8Array>): Json {
  const main = outputs.find(({ file, kind }) => kind === 'reading' && files.has(file))
  return main === undefined ? null : reference(pathIri(main.file))
}

function idOf(entity: JsonObject): string {
  const id = entity.get('@id')
  if (typeof id !== 'string') throw new Error('an entity of an RO-Crate has an `@id`')
  return id
}
