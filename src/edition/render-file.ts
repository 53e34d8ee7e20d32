import { jsonObject } from '../base/json-object.ts'
import { type Lang, parseLang } from '../base/lang.ts'
import type { Request } from '../build.ts'
import { producer } from '../describe.ts'
import { media as knownMedia, type Media } from '../style/media.ts'
import { asFile } from './as-file.ts'

/** `render.json`: what was asked for, and the digests of what came of it. */
export interface RenderFile {
  readonly program: string
  readonly request: Request
  /** SHA-512 of each PDF by its path in the edition. */
  readonly expected: ReadonlyMap<string, string>
}

export const renderPath = 'render.json'

const format = 'bifolio-render-1'

export function renderFile(request: Request, expected: RenderFile['expected']): Uint8Array {
  const { path, name, languages, media, profile, date } = request
  return asFile({
    format,
    program: producer,
    publication: path,
    name,
    languages,
    media,
    profile,
    date,
    expected: Object.fromEntries(expected),
  })
}

/** Reads such a file; what is wrong with it as a text, in words that follow its name. */
export function readRenderFile(bytes: Uint8Array): RenderFile | string {
  const read = jsonObject(bytes)
  if (read?.format !== format) return `is not of the form \`${format}\``
  const { program, publication: path, name, date } = read
  const profile = (['archive', 'none'] as const).find((known) => known === read.profile)
  const media: Media | undefined = knownMedia.find((known) => known === read.media)
  const languages = languagesIn(read.languages)
  const expected = digestsIn(read.expected)
  if (typeof program !== 'string' || typeof path !== 'string' || typeof name !== 'string')
    return 'lacks a program, a publication or a name'
  if (profile === undefined || media === undefined) return 'lacks a profile or a medium'
  if (languages === undefined) return 'names languages that are not known'
  if (date !== null && (typeof date !== 'string' || Number.isNaN(Date.parse(date))))
    return 'has a date that is none'
  if (expected === null) return 'lacks the digests of the PDFs'
  const request = { path, name, languages, isDraft: false, row: null, media, profile, date }
  return { program, request, expected }
}

/** Null: those that the publication prints; undefined: they are not known. */
function languagesIn(read: unknown): readonly Lang[] | null | undefined {
  if (read === null) return null
  if (!Array.isArray(read)) return undefined
  const languages = read.map((tag: unknown) => (typeof tag === 'string' ? parseLang(tag) : null))
  return languages.every((lang) => lang !== null) ? languages : undefined
}

function digestsIn(read: unknown): ReadonlyMap<string, string> | null {
  if (typeof read !== 'object' || read === null) return null
  const digests = new Map<string, string>()
  for (const [path, digest] of Object.entries(read)) {
    if (typeof digest !== 'string' || !/^[0-9a-f]{128}$/.test(digest)) return null
    digests.set(path, digest)
  }
  return digests
}
