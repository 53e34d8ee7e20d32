import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Cuts a TrueType face down to some of its glyphs, or answers null when HarfBuzz cannot read or hold it. */
export type Subsetter = (font: Uint8Array, glyphs: Iterable<number>) => Uint8Array | null

/**
 * HarfBuzz's subsetter, compiled once for the document. Its heap is fixed at 68 MB, too little for two CJK faces: each
 * call has an instance of its own. Preprocessing a face costs more than one subset saves. Glyph numbers are kept.
 */
export function openSubsetter(): Subsetter {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')
  const module = new WebAssembly.Module(readFileSync(path))
  return (font, glyphs) => {
    // The module's interface is HarfBuzz's C interface; it comes without types.
    const harfbuzz = new WebAssembly.Instance(module).exports as HarfBuzz
    harfbuzz._initialize()
    try {
      return subset(harfbuzz, font, glyphs)
    } catch (problem) {
      if (problem instanceof WebAssembly.RuntimeError) return null
      throw problem
    }
  }
}

type Pointer = number

interface HarfBuzz {
  readonly memory: { readonly buffer: ArrayBuffer }
  _initialize(): void
  malloc(size: number): Pointer
  hb_blob_create(data: Pointer, length: number, mode: number, user: Pointer, destroy: Pointer): Pointer
  hb_blob_get_data(blob: Pointer, length: Pointer): Pointer
  hb_blob_get_length(blob: Pointer): number
  hb_face_create(blob: Pointer, index: number): Pointer
  hb_face_reference_blob(face: Pointer): Pointer
  hb_set_add(set: Pointer, value: number): void
  hb_set_clear(set: Pointer): void
  hb_subset_input_create_or_fail(): Pointer
  hb_subset_input_glyph_set(input: Pointer): Pointer
  hb_subset_input_set(input: Pointer, kind: number): Pointer
  hb_subset_input_set_flags(input: Pointer, flags: number): void
  hb_subset_or_fail(face: Pointer, input: Pointer): Pointer
}

/** hb-subset.h: `hb_subset_flags_t`, `hb_subset_sets_t`; hb-blob.h: `hb_memory_mode_t`. */
const noHinting = 0x1
const retainGlyphNumbers = 0x2
const notdefOutline = 0x40
const noLayoutClosure = 0x200
const droppedTables = 3
const layoutFeatures = 6
const writable = 2

/** Tables that a CIDFontType2 in a PDF has no use for (ISO 32000-1, table 126). */
const unused =
  'GSUB GPOS GDEF BASE JSTF STAT DSIG vhea vmtx VORG gasp name post OS/2 cmap kern hdmx LTSH VDMX meta'.split(
    ' ',
  )

function subset(harfbuzz: HarfBuzz, font: Uint8Array, glyphs: Iterable<number>): Uint8Array | null {
  const data = harfbuzz.malloc(font.byteLength)
  const input = harfbuzz.hb_subset_input_create_or_fail()
  if (data === 0 || input === 0) return null
  new Uint8Array(harfbuzz.memory.buffer).set(font, data)
  const face = harfbuzz.hb_face_create(harfbuzz.hb_blob_create(data, font.byteLength, writable, 0, 0), 0)
  harfbuzz.hb_subset_input_set_flags(input, noHinting | retainGlyphNumbers | notdefOutline | noLayoutClosure)
  harfbuzz.hb_set_clear(harfbuzz.hb_subset_input_set(input, layoutFeatures))
  const wanted = harfbuzz.hb_subset_input_glyph_set(input)
  for (const glyph of glyphs) harfbuzz.hb_set_add(wanted, glyph)
  const dropped = harfbuzz.hb_subset_input_set(input, droppedTables)
  for (const table of unused) harfbuzz.hb_set_add(dropped, tableTag(table))
  const result = harfbuzz.hb_subset_or_fail(face, input)
  if (result === 0) return null
  const blob = harfbuzz.hb_face_reference_blob(result)
  const start = harfbuzz.hb_blob_get_data(blob, 0)
  return new Uint8Array(harfbuzz.memory.buffer).slice(start, start + harfbuzz.hb_blob_get_length(blob))
}

function tableTag(name: string): number {
  let tag = 0
  for (const character of name) tag = tag * 256 + character.charCodeAt(0)
  return tag
}
