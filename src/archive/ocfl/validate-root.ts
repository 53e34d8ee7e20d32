import { byCodeUnit, type Vault } from '../vault.ts'
import { Examination } from './examination.ts'
import { registeredExtensions } from './extensions.ts'
import { isObject, readJson } from './json.ts'
import { type Layout, layoutName, objectPath, readLayoutConfig } from './layout.ts'
import { layoutFolder } from './root-files.ts'
import { type Inspection, inspectObject } from './validate-object.ts'
import type { Verdict } from './verdict.ts'

/** How far a validation is: the object that is next, and how many there are. */
export type Progress = (object: string, index: number, count: number) => void

/** A storage root without its objects: what is wrong with it, and where they are. */
export interface Survey {
  /** Folders of objects, from the root of the vault, sorted. Each can be inspected by itself, in any order. */
  readonly objects: readonly string[]
  readonly verdicts: readonly Verdict[]
  /** How identifiers become folders; null: the root does not say so in words that are known here. */
  readonly layout: Layout | null
  /** The specification that the root declares; null: none, or none that is known. */
  readonly specVersion: string | null
}

/** What is wrong with an OCFL storage root and all objects in it; nothing: it is valid. Each file is read. */
export function validateRoot(
  vault: Vault,
  folder: string,
  progress: Progress = () => {},
): readonly Verdict[] {
  const survey = surveyRoot(vault, folder)
  const inspections = survey.objects.map((object, index): [string, Inspection] => {
    progress(object, index, survey.objects.length)
    return [object, inspectObject(vault, object)]
  })
  return [
    ...survey.verdicts,
    ...inspections.flatMap(([, { verdicts }]) => verdicts),
    ...checkPlaces(folder, survey, new Map(inspections)),
  ]
}

/** Looks at a storage root: its own files, the folders that lead to objects, and no object itself (spec 4). */
export function surveyRoot(vault: Vault, folder: string): Survey {
  const found = new Examination(vault, folder)
  const specVersion = examineRootDeclaration(found)
  const layout = examineLayout(found)
  const objects: string[] = []
  for (const { name, kind } of found.list('', 'E069')) {
    if (kind === 'link' || kind === 'other') found.sayOdd(name, kind)
    else if (kind === 'folder' && name === 'extensions') examineRootExtensions(found)
    else if (kind === 'folder') findObjects(name, objects, found)
  }
  return {
    objects: objects.map((path) => (folder === '' ? path : `${folder}/${path}`)),
    verdicts: found.verdicts,
    layout,
    specVersion,
  }
}

/** Whether each object is where its identifier says, alone, and of no later specification than the root (spec 4.2, 4.3). */
export function checkPlaces(
  folder: string,
  { layout, specVersion }: Survey,
  inspections: ReadonlyMap<string, Pick<Inspection, 'inventory' | 'specVersion'>>,
): readonly Verdict[] {
  const verdicts: Verdict[] = []
  const places = new Map<string, string>()
  for (const [path, inspection] of [...inspections].sort(([one], [other]) => byCodeUnit(one, other))) {
    const say = (code: string, message: string): number => verdicts.push({ code, path, message })
    const id = inspection.inventory?.id
    if (specVersion !== null && inspection.specVersion !== null && inspection.specVersion > specVersion)
      say('E081', `is of OCFL ${inspection.specVersion}; the root is of ${specVersion}`)
    if (id === undefined) continue
    const place = layout === null ? null : objectPath(id, layout)
    if (place !== null && path !== (folder === '' ? place : `${folder}/${place}`))
      say('E083', `by its id \`${id}\` it belongs in \`${place}\``)
    const other = places.get(id)
    if (other !== undefined) say('E037', `has the id \`${id}\`, as \`${other}\` has`)
    places.set(id, path)
  }
  return verdicts
}

function examineRootDeclaration(found: Examination): string | null {
  const declarations = found
    .list('', 'E069')
    .filter(({ name, kind }) => kind === 'file' && /^[0-9]=/.test(name))
  const versions = declarations.flatMap(({ name }) => {
    const version = /^0=ocfl_(1\.[01])$/.exec(name)?.[1]
    return version === undefined ? [] : [{ name, version }]
  })
  if (versions.length === 0) found.say('E069', '', 'has no file that says that it is an OCFL storage root')
  if (declarations.length > 1) found.say('E076', '', 'has more than one file that says what it is')
  for (const { name } of declarations)
    if (!versions.some((one) => one.name === name))
      found.say('E079', name, 'is no declaration of a version of OCFL that is known here')
  for (const { name } of versions) {
    const content = found.read(name, 'E080')
    if (content !== null && Buffer.from(content).toString('latin1') !== `${name.slice(2)}\n`)
      found.say('E080', name, `does not say \`${name.slice(2)}\``)
  }
  return versions.length === 1 ? (versions[0]?.version ?? null) : null
}

/** What the root says of its layout (spec 4.1); only extension 0003 can be followed here. */
function examineLayout(found: Examination): Layout | null {
  const bytes = found.read('ocfl_layout.json', 'E070')
  if (bytes === null) return null
  const read = readJson(bytes)
  const value = read.ok && isObject(read.value) ? read.value : null
  const [extension, description] = [value?.get('extension'), value?.get('description')]
  if (typeof extension !== 'string' || typeof description !== 'string') {
    found.say('E070', 'ocfl_layout.json', 'is no JSON object with `extension` and `description`')
    return null
  }
  if (!registeredExtensions.has(extension))
    found.say('E071', 'ocfl_layout.json', `\`${extension}\` is no registered extension`)
  if (extension !== layoutName) return null
  const path = `${layoutFolder}/config.json`
  const config = found.read(path, 'E071')
  const layout = readLayoutConfig(config ?? new TextEncoder().encode(`{"extensionName":"${layoutName}"}`))
  if (layout === null) found.say('E071', path, `does not say how \`${layoutName}\` is used`)
  return layout
}

function examineRootExtensions(found: Examination): void {
  for (const { name, kind } of found.list('extensions', 'E112')) {
    const path = `extensions/${name}`
    if (kind !== 'folder') found.say('E112', path, 'is no folder of an extension')
    else if (!registeredExtensions.has(name)) found.say('W016', path, 'is no registered extension')
  }
}

/**
 * The objects in a folder and below. A folder that has an inventory or the folder of a version is taken for an object, even
 * where its declaration is gone: that is what is wrong with it.
 */
function findObjects(path: string, objects: string[], found: Examination): void {
  if (path.includes('\\')) {
    found.say('E088', path, 'a folder whose name has a backslash')
    return
  }
  const entries = found.list(path, 'E072')
  const isObjectRoot = entries.some(
    ({ name, kind }) =>
      (kind === 'file' && (name.startsWith('0=ocfl_object_') || name.startsWith('inventory.json'))) ||
      (kind === 'folder' && /^v0*1$/.test(name)),
  )
  if (isObjectRoot) {
    objects.push(path)
    return
  }
  if (entries.length === 0) found.say('E073', path, 'an empty folder, or one that cannot be read')
  for (const { name, kind } of entries) {
    const below = `${path}/${name}`
    if (kind === 'file') found.say('E072', below, 'a file that is no part of an object')
    else if (kind !== 'folder') found.sayOdd(below, kind)
    else findObjects(below, objects, found)
  }
}
