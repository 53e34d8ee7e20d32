import type { BagElement } from '../archive/bagit/bag-info.ts'
import { writeBag } from '../archive/bagit/write-bag.ts'
import { MemoryVault } from './memory-vault.ts'

/** Files with names and contents that are hard to carry. */
export const bagFiles: ReadonlyMap<string, Uint8Array> = new Map(
  Object.entries({
    'edition.json': '{}\n',
    'pdf/guide.pdf': '%PDF-1.7\r\n\0\xff',
    'source/% %25 %0A.txt': 'percent',
    'source/~home/$HOME/*.yaml': 'home',
    'source/图 表/水.svg': '<svg/>',
    'text/zh-Hans.txt': '清洁的水',
    'text/en.txt': '',
  }).map(([path, text]) => [path, new TextEncoder().encode(text)]),
)

export const bagElements: readonly BagElement[] = [
  { label: 'Source-Organization', value: 'The Office, 办公室' },
  {
    label: 'External-Description',
    value: `Clean water: ${'every village has a well, and '.repeat(9)}no more`,
  },
  { label: 'Bagging-Date', value: '2024-03-22' },
  { label: 'External-Identifier', value: 'tag:example.org,2026:guide#edition-2' },
]

/** A disk with a bag in the folder `bag`. */
export function bagVault(
  files: ReadonlyMap<string, Uint8Array> = bagFiles,
  elements: readonly BagElement[] = bagElements,
): MemoryVault {
  const vault = new MemoryVault()
  for (const [path, bytes] of writeBag(files, elements)) vault.set(`bag/${path}`, bytes)
  return vault
}
