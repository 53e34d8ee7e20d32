import { expect, test } from 'vitest'
import { Report } from '../../base/report.ts'
import {
  edition,
  emptyArchive,
  foundBy,
  opened,
  someone,
  tryAdd,
  water,
  wrongWith,
} from '../../testing/archives.ts'
import { checkLog } from './check-log.ts'
import { findId } from './find.ts'
import { get } from './get.ts'
import { list, show } from './list.ts'
import { repair } from './repair.ts'
import { verify } from './verify.ts'
import { withdraw } from './withdraw.ts'

/** The text of each file of a version. */
function texts(archive: ReturnType<typeof opened>, version: string): Readonly<Record<string, string>> {
  const report = new Report()
  const got = get(archive, water, version, report)
  expect(foundBy(report)).toEqual([])
  return Object.fromEntries(
    [...(got?.files ?? [])].map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
  )
}

test('editions come back as they went in, and an unchanged file is stored once', () => {
  const vault = emptyArchive()
  const archive = opened(vault)
  expect(tryAdd(archive, edition(1))).toMatchObject({
    added: { version: 'v1', files: 3, newFiles: 3 },
    found: [],
  })
  expect(tryAdd(archive, edition(2))).toMatchObject({
    added: { version: 'v2', files: 3, newFiles: 2 },
    found: [],
  })
  expect(texts(archive, 'v1')).toEqual(edition(1))
  expect(texts(archive, 'v2')).toEqual(edition(2))
  expect(wrongWith(archive)).toEqual([])
})

test('the newest edition once more is nothing new, unless it is wanted', () => {
  const archive = opened(emptyArchive())
  tryAdd(archive, edition(1))
  expect(tryAdd(archive, edition(1))).toEqual({
    added: null,
    found: ['archive/unchanged: nothing new: the files are those of `v1`'],
  })
  expect(tryAdd(archive, edition(1), water, true).added).toMatchObject({ version: 'v2', newFiles: 0 })
  expect(tryAdd(archive, edition(2)).added?.version).toBe('v3')
  // An earlier state that comes back is new, and costs nothing.
  expect(tryAdd(archive, edition(1)).added).toMatchObject({ version: 'v4', newFiles: 0 })
  expect(wrongWith(archive)).toEqual([])
})

test('a withdrawal is a version, and all editions stay', () => {
  const archive = opened(emptyArchive())
  const report = new Report()
  for (const number of [1, 2]) tryAdd(archive, edition(number))
  const wish = { id: water, version: 'v1', reason: 'a figure was wrong', user: someone }
  expect(withdraw(archive, wish, report)?.version).toBe('v3')
  expect(tryAdd(archive, edition(2)).found).toEqual([
    'archive/unchanged: nothing new: the files are those of `v3`',
  ])
  expect(tryAdd(archive, edition(3)).added?.version).toBe('v4')
  expect(show(archive, water, report)?.map(({ version, status }) => [version, status])).toEqual([
    ['v1', { kind: 'withdrawn', reason: 'a figure was wrong', at: '2024-03-31T08:09:10Z' }],
    ['v2', { kind: 'superseded', by: 'v4' }],
    ['v3', { kind: 'notice' }],
    ['v4', { kind: 'current' }],
  ])
  expect(texts(archive, 'v1')).toEqual(edition(1))
  expect(withdraw(archive, { ...wish, version: 'v9' }, report)).toBeNull()
  expect(withdraw(archive, { ...wish, reason: ' ' }, report)).toBeNull()
  expect(foundBy(report)).toEqual([
    `archive/no-version: \`${water}\` has no version \`v9\``,
    'archive/reason: a withdrawal needs a reason',
  ])
  expect(wrongWith(archive)).toEqual([])
})

test('publications are listed by identifier, and a short name finds the one that fits', () => {
  const archive = opened(emptyArchive())
  const report = new Report()
  for (const id of [water, 'tag:example.org,2024:maps/rain', 'tag:example.net,2023-05:rain'])
    tryAdd(archive, edition(1), id)
  expect(list(archive, report).map(({ id, head }) => [id, head])).toEqual([
    ['tag:example.net,2023-05:rain', 'v1'],
    ['tag:example.org,2024:maps/rain', 'v1'],
    [water, 'v1'],
  ])
  expect(findId(archive, 'water', report)).toBe(water)
  expect(findId(archive, water, report)).toBe(water)
  expect(findId(archive, 'maps/rain', report)).toBe('tag:example.org,2024:maps/rain')
  expect(findId(archive, 'rain', report)).toBeNull()
  expect(findId(archive, 'snow', report)).toBeNull()
  expect(show(archive, 'tag:example.org,2024:snow', report)).toBeNull()
  expect(report.diagnostics.map(({ code }) => code)).toEqual([
    'archive/ambiguous',
    'archive/no-publication',
    'archive/no-publication',
  ])
})

test.each([
  'water',
  'tag:example.org:water',
  'tag:Example.org,2024:water',
  'tag:example.org,24:water',
  'tag:example.org,2024-13:water',
  'tag:example.org,2024:',
  'tag:example.org,2024:wa ter',
  'tag:example.org,2024:水',
  'tag:example.org,2024:../../etc\n',
  `tag:example.org,2024:${'x'.repeat(200)}`,
])('%j is no identifier', (id) => {
  const vault = emptyArchive()
  const { found } = tryAdd(opened(vault), edition(1), id)
  expect(found).toMatchObject([expect.stringMatching(/^archive\/id: /)])
  expect(vault.operations).toEqual([])
})

// The examples of RFC 4151, 2.2, but for those whose authority has capitals.
test.each([
  'tag:timothy@hpl.hp.com,2001:web/externalHome',
  'tag:sandro@w3.org,2004-05:Sandro',
  'tag:my-ids.com,2001-09-15:TimKindberg:presentations:UBath2004-05-19',
  'tag:blogger.com,1999:blog-555',
  'tag:yaml.org,2002:int',
])('%s is an identifier', (id) => {
  const archive = opened(emptyArchive())
  expect(tryAdd(archive, edition(1), id).found).toEqual([])
  expect(wrongWith(archive)).toEqual([])
})

test('an identifier that differs from another in capitals only is refused', () => {
  const archive = opened(emptyArchive())
  tryAdd(archive, edition(1))
  expect(tryAdd(archive, edition(1), 'tag:example.org,2024:Water').found).toEqual([
    `archive/same-id: \`tag:example.org,2024:Water\` differs from \`${water}\` in capitals only: nothing was added`,
  ])
})

test.each([
  '../x',
  '/x',
  'a//b',
  'a/../../b',
  'a\\b',
  'a\u0000b',
  'a\nb',
  'C:x',
  'pdf\u202efdp.exe',
  'status.json',
])('a file named %j is refused', (name) => {
  const vault = emptyArchive()
  const { added, found } = tryAdd(opened(vault), { [name]: 'x' })
  expect(added).toBeNull()
  expect(found).toMatchObject([expect.stringMatching(/^archive\/file-name: /)])
  expect(vault.operations).toEqual([])
})

test('a file cannot also be a folder, and an edition is never empty', () => {
  const archive = opened(emptyArchive())
  expect(tryAdd(archive, { a: 'x', 'a/b': 'y' }).found).toEqual([
    'archive/file-name: `a` is a file and also the folder of `a/b`',
  ])
  expect(tryAdd(archive, {}).found).toEqual(['archive/empty: the edition has no files'])
})

test('names that differ in capitals only meet on no disk, and all come back', () => {
  const vault = emptyArchive()
  const archive = opened(vault)
  const files = {
    'A/x.pdf': '1',
    'a/X.pdf': '2',
    'a/x.pdf': '3',
    'con.txt': '4',
    'é.txt': '5',
    'e\u0301.txt': '6',
  }
  expect(tryAdd(archive, files).found).toEqual([])
  const folded = vault.paths().map((path) => path.normalize('NFC').toLowerCase())
  expect(folded.filter((path, index) => folded.indexOf(path) !== index)).toEqual([])
  expect(texts(archive, 'v1')).toEqual(files)
  expect(wrongWith(archive)).toEqual([])
})

test.each(['2024-03-30T00:00:00Z', '1970-01-01T00:00:00Z'])(
  'a clock that went back to %s is said, and harms nothing',
  (time) => {
    const vault = emptyArchive()
    tryAdd(opened(vault), edition(1))
    const late = opened(vault, { time })
    const { added, found } = tryAdd(late, edition(2))
    expect(added).toMatchObject({ version: 'v2', created: time })
    expect(found).toEqual([
      `archive/clock: the clock says ${time}, which is before \`v1\` was stored, 2024-03-31T08:09:10Z`,
    ])
    expect(tryAdd(opened(vault), edition(3)).found).toEqual([])
    expect(wrongWith(opened(vault))).toEqual([])
  },
)

test('the same editions at the same times give the same bytes', () => {
  const [one, other] = [1, 2].map((pid) => {
    const vault = emptyArchive()
    const archive = opened(vault, { pid })
    for (const number of [1, 2, 3]) tryAdd(archive, edition(number))
    return vault.files()
  })
  expect(one).toEqual(other)
})

test('the log has a line for all that was done, each with the digest of the one before', () => {
  const archive = opened(emptyArchive())
  for (const number of [1, 2]) tryAdd(archive, edition(number))
  verify(archive, null, () => {}, new Report())
  expect(repair(archive, new Report())).toEqual([])
  expect(checkLog(archive)).toMatchObject({ lines: 4, problems: [] })
})
