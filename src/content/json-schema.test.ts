import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { allFindings } from '../findings/catalogue.ts'
import { writtenFiles } from '../findings/describe.ts'
import { allFiles, examplePath, usualPublication } from '../findings/example-project.ts'
import { misfits } from '../testing/json-schema.ts'
import { chapterSchema, layoutSchema, publicationSchema } from './schema.ts'

const schemas = {
  publication: jsonSchema(publicationSchema, 'A publication of Bifolio'),
  chapter: jsonSchema(chapterSchema, 'A chapter file of a publication of Bifolio'),
  layout: jsonSchema(layoutSchema, 'The layout.yaml of a layout of Bifolio'),
}

/** What editors check and complete YAML by. Values are taken as they are written, before anything is made of them. */
function jsonSchema(schema: z.ZodType, title: string) {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return { $schema, title, ...rest }
}

test.each(['publication', 'chapter', 'layout'] as const)(
  'schema/%s.schema.json is what the checks are',
  async (name) => {
    const path = `../../schema/${name}.schema.json`
    await expect(`${JSON.stringify(schemas[name], null, 2)}\n`).toMatchFileSnapshot(path)
  },
)

test('every field is described', () => {
  const fields = Object.values(schemas).flatMap((schema) => fieldsOf(schema, ''))
  expect(fields.length).toBeGreaterThan(60)
  expect(
    fields.filter(([, { description }]) => typeof description !== 'string').map(([path]) => path),
  ).toEqual([])
})

describe('an editor and a build agree', () => {
  const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

  test.each(['guide', 'progress-in-human-rights-2013-ix'])('on the publication %s', (name) => {
    const yaml = readFileSync(join(root, 'content', name, 'publication.yaml'), 'utf8')
    expect(yaml.startsWith('# yaml-language-server: $schema=../../schema/publication.schema.json\n')).toBe(
      true,
    )
    expect(misfits(schemas.publication, parse(yaml))).toEqual([])
  })

  test('on texts that need no quotes, and cells that are empty', () => {
    const more = '  - table: { rows: [[1984, true], [3.2, ]] }\n'
    expect(misfits(schemas.publication, parse(usualPublication + more))).toEqual([])
  })

  // What a schema cannot know: which languages there are, which ids, what a word means.
  const structural = [
    'content/unknown-key',
    'content/missing-key',
    'content/wrong-value',
    'content/unknown-block',
    'content/two-kinds',
  ]
  const written = allFindings.flatMap(({ code, example }) => {
    const file = example.kind === 'project' ? writtenFiles(allFiles(example.files))[examplePath] : undefined
    return typeof file === 'string' && file.length < 10_000 ? [{ code, file }] : []
  })

  test.each(written.filter(({ code }) => structural.includes(code)))(
    'on an example of $code: it does not fit',
    ({ file }) => {
      expect(misfits(schemas.publication, parse(file)).length).toBeGreaterThan(0)
    },
  )

  const sound = written.filter(({ code }) => /^(?:document|style|text|layout|pdf)\//.test(code))
  test('on publications in which something else is wrong: they fit', () => {
    expect(sound.length).toBeGreaterThan(50)
    expect(
      sound.flatMap(({ code, file }) => misfits(schemas.publication, parse(file)).map((one) => [code, one])),
    ).toEqual([])
  })
})

type Field = Readonly<Record<string, unknown>>

/** All properties in a schema, wherever they stand. */
function fieldsOf(schema: unknown, path: string): readonly (readonly [path: string, field: Field])[] {
  if (Array.isArray(schema)) return schema.flatMap((one, index) => fieldsOf(one, `${path}/${index}`))
  if (typeof schema !== 'object' || schema === null) return []
  return Object.entries(schema).flatMap(([key, inner]) => {
    if (key === 'examples') return []
    const own =
      key === 'properties'
        ? Object.entries(inner as Field).map(([name, field]) => [`${path}/${name}`, field as Field] as const)
        : []
    return [...own, ...fieldsOf(inner, key === 'properties' ? path : `${path}/${key}`)]
  })
}
