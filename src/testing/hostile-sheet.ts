/** A sheet and its data that someone made to do harm, or by accident, and what must come of them by the command. */
export interface HostileSheet {
  readonly name: string
  readonly command: 'batch' | 'build'
  /** Made when it is wanted: some are large. */
  readonly files: () => Readonly<Record<string, string | Uint8Array>>
  /** What is found, as `path:line:column code` of files in the sheet’s folder; more may be. */
  readonly found: readonly string[]
  /** All files that there are in the end, besides the manifest of a batch that was begun. */
  readonly made: readonly string[]
  /** Words that a finding says. */
  readonly says?: string
}

export const hostileFolder = 'content/hostile'
export const hostileSheet = `${hostileFolder}/sheet.yaml`

/** What a sheet begins with. */
export const sheetHead = 'languages: { en: { name: English }, zh-Hans: { name: 中文 } }\nlayout: factsheet\n'
/** A sheet with these blocks, that is no pattern. */
export function plainSheet(blocks: string, lines = ''): string {
  return `${sheetHead}title: { en: Hello, zh-Hans: 你好 }\n${lines}blocks:\n${blocks}`
}

export function many(count: number, item: (index: number) => string, between = ','): string {
  return Array.from({ length: count }, (_, index) => item(index)).join(between)
}
