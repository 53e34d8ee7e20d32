import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bagVault } from '../../testing/bags.ts'
import { MemoryVault } from '../../testing/memory-vault.ts'
import { VaultError } from '../vault.ts'
import { validateBag } from './validate-bag.ts'

const md5 = (content: string | Uint8Array): string => createHash('md5').update(content).digest('hex')

interface Draft {
  readonly version?: string
  readonly files?: Readonly<Record<string, string>>
  /** Lines of the manifest; by default those of the files. */
  readonly manifest?: readonly string[]
  readonly others?: Readonly<Record<string, string | Uint8Array>>
}

/** A bag with MD5 and without a tag manifest. */
function draft({ version = '0.97', files = { 'data/x': 'x' }, manifest, others = {} }: Draft): MemoryVault {
  const lines = manifest ?? Object.entries(files).map(([path, content]) => `${md5(content)}  ${path}`)
  const tags = {
    'bagit.txt': `BagIt-Version: ${version}\nTag-File-Character-Encoding: UTF-8\n`,
    'manifest-md5.txt': `${lines.join('\n')}\n`,
  }
  const vault = new MemoryVault()
  for (const [path, content] of Object.entries({ ...tags, ...files, ...others }))
    vault.set(`b/${path}`, content)
  return vault
}

/** What is said, but for the missing tag manifest, in short. */
function said(vault: MemoryVault): readonly string[] {
  return validateBag(vault, 'b')
    .filter(({ path }) => path !== '')
    .map(({ severity, rule, path }) => `${severity} ${rule} ${path}`)
}

const x = md5('x')

test('a draft of each version is valid', () => {
  for (const version of ['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'])
    expect(validateBag(draft({ version }), 'b')).toEqual([
      {
        severity: 'warning',
        rule: 'unlisted',
        path: '',
        message: 'has no tag manifest: a change of its tag files would not be found',
      },
    ])
})

test.each([
  ['data/../../secret', 'has `..` among its folders'],
  ['../secret', 'has `..` among its folders'],
  ['/etc/passwd', 'is absolute'],
  ['~/secret', 'begins with `~`, which some systems take for a home folder'],
  ['C:\\secret', 'begins with a drive'],
  ['data/..\\secret', 'has a backslash, which some systems take for the end of a folder'],
  ['data/%2e%2e/secret', null],
  ['secret', 'lies outside `data/`'],
])('a line with the path %s is never followed', (path, why) => {
  const vault = draft({ manifest: [`${x}  data/x`, `${x}  ${path}`] })
  vault.set('secret', 'x')
  const problems = validateBag(vault, 'b').filter(({ severity }) => severity === 'error')
  const expected =
    why === null
      ? { rule: 'missing', path, message: 'is listed in `manifest-md5.txt` and missing' }
      : { rule: 'path', path: 'manifest-md5.txt', message: `line 2 lists \`${path}\`, which ${why}` }
  expect(problems).toEqual([{ severity: 'error', ...expected }])
})

test.each([
  ['data/link', 'error kind data/link'],
  ['data', 'error kind data'],
  ['link', 'error kind link'],
])('a link %s is refused and not followed', (path, expected) => {
  const files = path === 'data' ? {} : { 'data/x': 'x' }
  const vault = draft({ files, manifest: [`${x}  data/x`] })
  vault.plant(`b/${path}`, { kind: 'link' })
  expect(said(vault)).toContain(expected)
})

test('a device is refused', () => {
  const vault = draft({})
  vault.plant('b/data/pipe', { kind: 'other' })
  expect(said(vault)).toEqual(['error kind data/pipe'])
})

test('what the disk does not give is said of its file, and the rest examined', () => {
  class Failing extends MemoryVault {
    override digest(...[path, algorithm]: Parameters<MemoryVault['digest']>): string | null {
      if (path === 'b/data/x') throw new VaultError('io', path, 'the disk answers EIO')
      return super.digest(path, algorithm)
    }
  }
  const vault = new Failing(Object.fromEntries(draft({ files: { 'data/x': 'x', 'data/y': 'y' } }).files()))
  vault.set('b/data/y', 'z')
  expect(said(vault)).toEqual(['error kind data/x', 'error changed data/y'])
})

test('a file that is listed twice is an error from 1.0 on, or with two digests', () => {
  const same = [`${x}  data/x`, `${x}  data/x`]
  expect(said(draft({ manifest: same }))).toEqual(['warning twice data/x'])
  expect(said(draft({ manifest: same, version: '1.0' }))).toEqual(['error twice data/x'])
  expect(said(draft({ manifest: [`${x}  data/x`, `${md5('y')}  data/x`] }))).toEqual([
    'error twice data/x',
    'error changed data/x',
  ])
})

test('names that differ in accents are one, with a warning; in capitals only before 1.0', () => {
  const composed = { 'data/\u00e9': 'x' }
  const manifest = [`${x}  data/e\u0301`]
  expect(said(draft({ files: composed, manifest, version: '1.0' }))).toEqual(['warning alike data/\u00e9'])
  expect(said(draft({ files: composed, manifest: [`${md5('y')}  data/e\u0301`] }))).toContain(
    'error changed data/\u00e9',
  )
  expect(said(draft({ manifest: [`${x}  data/X`] }))).toEqual(['warning alike data/x'])
  expect(said(draft({ manifest: [`${x}  data/X`], version: '1.0' }))).toEqual([
    'error missing data/X',
    'error unlisted data/x',
  ])
  expect(said(draft({ files: { 'data/x': 'x', 'data/X': 'y' } }))).toEqual(['warning alike data/X'])
})

test('from 1.0 on each manifest lists the whole payload; before, one of them', () => {
  const files = { 'data/x': 'x', 'data/y': 'y' }
  const sha1 = createHash('sha1').update('y').digest('hex')
  const others = { 'manifest-sha1.txt': `${sha1}  data/y\n` }
  const manifest = [`${x}  data/x`]
  expect(said(draft({ files, manifest, others }))).toEqual([])
  expect(validateBag(draft({ files, manifest, others, version: '1.0' }), 'b')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ path: 'data/x', message: 'is not listed in `manifest-sha1.txt`' }),
      expect.objectContaining({ path: 'data/y', message: 'is not listed in `manifest-md5.txt`' }),
    ]),
  )
})

test('digests that are not known are no proof', () => {
  const others = { 'manifest-crc32.txt': '8cdc1683  data/x\n' }
  expect(said(draft({ others }))).toEqual(['warning algorithm manifest-crc32.txt'])
  const vault = draft({ others })
  vault.drop('b/manifest-md5.txt')
  expect(validateBag(vault, 'b')).toContainEqual(
    expect.objectContaining({ severity: 'error', rule: 'algorithm', path: '' }),
  )
})

test('nothing is fetched: a file that is not there is missing, one that is there needs none', () => {
  const others = { 'fetch.txt': 'https://example.org/x 1 data/x\nhttps://example.org/y - data/y\n' }
  expect(said(draft({ others }))).toEqual(['warning fetch fetch.txt'])
  const manifest = [`${x}  data/x`, `${md5('y')}  data/y`]
  expect(said(draft({ others, manifest }))).toEqual(['error fetch data/y', 'warning fetch fetch.txt'])
  expect(said(draft({ others: { 'fetch.txt': 'https://example.org - ../x\nnonsense\n' } }))).toEqual([
    'error form fetch.txt',
    'error path fetch.txt',
    'warning fetch fetch.txt',
  ])
})

test('quirks of tools are read and named', () => {
  expect(said(draft({ manifest: [`${x} *./data/x`] }))).toEqual([
    'warning quirk manifest-md5.txt',
    'warning quirk manifest-md5.txt',
  ])
  const percent = { files: { 'data/50%': 'x' }, manifest: [`${x.toUpperCase()}\tdata/50%`] }
  expect(said(draft(percent))).toEqual([])
  expect(said(draft({ ...percent, version: '1.0' }))).toEqual(['warning quirk data/50%'])
  expect(
    said(draft({ files: { 'data/a\nb%25': 'x' }, manifest: [`${x}  data/a%0ab%2525`], version: '1.0' })),
  ).toEqual([])
})

test.each([
  [
    'BagIt-Version: 1.1\nTag-File-Character-Encoding: UTF-8\n',
    'states a version that is not known here: `1.1`',
  ],
  ['BagIt-Version: 1.0\n', 'does not state the encoding of tag files in its second line'],
  ['', 'does not state the version of BagIt in its first line'],
  ['\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n', 'begins with a byte order mark'],
  ['BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\nx\n', 'has more than two lines'],
  [
    'BagIt-Version : 1.0\nTag-File-Character-Encoding: UTF-8\n',
    'has space beside its colons or at the end of a line, where BagIt 1.0 has one space',
  ],
  [
    'BagIt-Version: 1.0\nTag-File-Character-Encoding: Klingon\n',
    'states an encoding: `Klingon` is no encoding that is known here',
  ],
  [`BagIt-Version: 1.0${' '.repeat(5000)}`, 'is larger than 4096 bytes'],
])('the declaration %j is refused', (text, message) => {
  expect(validateBag(draft({ others: { 'bagit.txt': text } }), 'b')).toContainEqual(
    expect.objectContaining({ severity: 'error', path: 'bagit.txt', message }),
  )
})

test('tag files are read in the encoding that is declared, and bytes that are none are refused', () => {
  const declaration = (name: string) => `BagIt-Version: 0.97\nTag-File-Character-Encoding: ${name}\n`
  const line = `${x}  data/\u00e9\n`
  const swapped = Buffer.from(`\ufeff${line}`, 'utf16le').swap16()
  const encodings: readonly (readonly [string, Uint8Array, boolean])[] = [
    ['ISO-8859-1', Buffer.from(line, 'latin1'), true],
    ['UTF-16', Buffer.from(`\ufeff${line}`, 'utf16le'), true],
    ['UTF-16', swapped, true],
    ['utf-8', Buffer.from(line), true],
    ['UTF-8', Buffer.from(line, 'latin1'), false],
    ['UTF-8', Buffer.from(`\ufeff${line}`), false],
    ['US-ASCII', Buffer.from(line), false],
  ]
  for (const [name, bytes, isRead] of encodings) {
    const others = { 'bagit.txt': declaration(name), 'manifest-md5.txt': bytes }
    const found = said(draft({ files: { 'data/\u00e9': 'x' }, others }))
    expect(found.includes('error form manifest-md5.txt')).toBe(!isRead)
    if (isRead) expect(found).toEqual([])
  }
})

test('a bag without its parts is refused, and all are named', () => {
  const problems = validateBag(new MemoryVault({ 'b/x': '' }), 'b').filter(
    ({ severity }) => severity === 'error',
  )
  expect(problems.map(({ rule, path }) => `${rule} ${path}`)).toEqual([
    'declaration bagit.txt',
    'missing data',
    'missing ',
  ])
})

test('a line that cannot be read, and what counts wrongly, is said', () => {
  const others = { 'bag-info.txt': 'Payload-Oxum: 2.1\nno label\n' }
  const manifest = [`${x}  data/x`, 'nonsense', x]
  expect(validateBag(draft({ others, manifest }), 'b').map(({ message }) => message)).toEqual([
    'line 2 is not a digest and a path, and 1 more',
    'line 2 is no label with a value',
    'has no tag manifest: a change of its tag files would not be found',
    'states `2.1` bytes and files of payload, and there are `1.1`',
  ])
  const long = { 'bag-info.txt': `Payload-Oxum: ${'1'.repeat(5000)}\n` }
  for (const { message } of validateBag(draft({ others: long }), 'b'))
    expect(message.length).toBeLessThan(300)
  const twice = { 'bag-info.txt': 'Payload-Oxum: 1.1\npayload-oxum: 1.1\n' }
  expect(said(draft({ others: twice }))).toEqual(['warning oxum bag-info.txt'])
  expect(said(draft({ others: twice, version: '1.0' }))).toEqual(['error oxum bag-info.txt'])
})

test('a tag manifest names all manifests of the payload, no payload and no tag manifest', () => {
  const vault = bagVault()
  const line = (path: string) => `${vault.digest(`bag/${path}`, 'sha512')}  ${path}\n`
  vault.set(
    'bag/tagmanifest-sha512.txt',
    line('bagit.txt') + line('data/text/en.txt') + line('tagmanifest-sha512.txt'),
  )
  expect(validateBag(vault, 'bag').map(({ rule, message }) => `${rule} ${message}`)).toEqual([
    'path line 2 lists `data/text/en.txt`, which belongs to the payload',
    'path line 3 lists `tagmanifest-sha512.txt`, which is a tag manifest',
    'unlisted is not listed in `tagmanifest-sha512.txt`',
    'unlisted is not listed in `tagmanifest-sha512.txt`',
  ])
})

test('what lies too deep is refused, and so are many manifests', () => {
  const deep = `data/${'f/'.repeat(513)}x`
  expect(said(draft({ files: { [deep]: 'x' } }))).toContain(
    `error path ${['data', ...Array(512).fill('f')].join('/')}`,
  )
  const others = Object.fromEntries(
    Array.from({ length: 48 }, (_, index) => [`manifest-a${index}.txt`, `${x}  data/x\n`]),
  )
  expect(validateBag(draft({ others }), 'b')).toContainEqual(
    expect.objectContaining({ severity: 'error', path: '', message: 'has more than 48 manifests' }),
  )
})

test('a line longer than any path is not looked at', () => {
  const line = (length: number) => `${x}  data/${'y'.repeat(length - x.length - '  data/'.length)}`
  const rules = (length: number) =>
    validateBag(draft({ manifest: [`${x}  data/x`, line(length)] }), 'b')
      .filter(({ severity }) => severity === 'error')
      .map(({ rule }) => rule)
  expect(rules(16_384)).toEqual(['missing'])
  expect(rules(16_385)).toEqual(['form'])
  const others = {
    'fetch.txt': `http://x - data/x\n${'a'.repeat(5e6)}\n`,
    'manifest-sha1.txt': 'a'.repeat(5e6),
  }
  expect(said(draft({ others }))).toEqual([
    'error form manifest-sha1.txt',
    'error form fetch.txt',
    'warning fetch fetch.txt',
  ])
})

test('whatever the tag files say, all of it is judged, and nothing outside the bag is touched', () => {
  const touched = new Set<string>()
  class Watched extends MemoryVault {
    override read(path: string): Uint8Array | null {
      touched.add(path)
      return super.read(path)
    }
    override list(path: string): ReturnType<MemoryVault['list']> {
      touched.add(path)
      return super.list(path)
    }
  }
  const piece = fc.constantFrom(
    ...['BagIt-Version: ', '1.0', '0.97', '\n', '\r', 'Tag-File-Character-Encoding: ', 'UTF-8', 'UTF-16', x],
    ...[
      '  ',
      '*',
      './',
      '../',
      'data/',
      '/',
      '~',
      '\\',
      'x',
      '%0A',
      '%',
      ':',
      '\0',
      '\ud800',
      'tagmanifest-md5.txt',
    ],
  )
  const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))
  const bytes = fc.oneof(
    fc.uint8Array(),
    text.map((one) => new TextEncoder().encode(one)),
  )
  const names = ['bagit.txt', 'manifest-md5.txt', 'tagmanifest-md5.txt', 'bag-info.txt', 'fetch.txt']
  const tags = fc.array(fc.tuple(fc.constantFrom(...names), bytes), { maxLength: 4 })
  fc.assert(
    fc.property(tags, (changed) => {
      const vault = new Watched(Object.fromEntries(draft({}).files()))
      vault.set('x', 'x')
      for (const [name, content] of changed) vault.set(`b/${name}`, content)
      touched.clear()
      expect(validateBag(vault, 'b').length).toBeGreaterThan(0)
      expect([...touched].filter((path) => path !== 'b' && !path.startsWith('b/'))).toEqual([])
    }),
    { numRuns: 400 },
  )
})
