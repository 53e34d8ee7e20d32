import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/** Cuts a TrueType face down to some of its glyphs, or answers null when HarfBuzz cannot read or hold it. */
export type Subsetter = (font: Uint8Array, glyphs: Iterable<number>) => Uint8Array | null

/**
 * HarfBuzz's subsetter, one instance for the document. Its heap is fixed at 68 MB, too little for two CJK faces: all is
 * given back after each. A new instance for each face would cost a full garbage collection. Preprocessing a face costs
 * more than one subset saves. Glyph numbers are kept.
 */
export function openSubsetter(): Subsetter {
  const path = createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')
  const module = new WebAssembly.Module(readFileSync(path))
  let harfbuzz: HarfBuzz | null = null
  return (font, glyphs) => {
    harfbuzz ??= instantiate(module)
    try {
      return subset(harfbuzz, font, glyphs)
    } catch (problem) {
      // What a trap leaves of the heap is not to be trusted.
      harfbuzz = null
      if (problem instanceof WebAssembly.RuntimeError) return null
      throw problem
    }
  }
}

function instantiate(module: WebAssembly.Module): HarfBuzz {
  // The module's interface is HarfBuzz's C interface; it comes without types.
  const harfbuzz = new WebAssembly.Instance(module).exports as HarfBuzz
  harfbuzz._initialize()
  return harfbuzz
}

type Pointer = number

interface HarfBuzz {
  readonly memory: { readonly buffer: ArrayBuffer }
  _initialize(): void
  malloc(size: number): Pointer
  free(data: Pointer): void
  hb_blob_create(data: Pointer, length: number, mode: number, user: Pointer, destroy: Pointer): Pointer
  hb_blob_get_data(blob: Pointer, length: Pointer): Pointer
  hb_blob_get_length(blob: Pointer): number
  hb_blob_destroy(blob: Pointer): void
  hb_face_create(blob: Pointer, index: number): Pointer
  hb_face_destroy(face: Pointer): void
  hb_face_reference_blob(face: Pointer): Pointer
  hb_set_add(set: Pointer, value: number): void
  hb_set_clear(set: Pointer): void
  hb_subset_input_create_or_fail(): Pointer
  hb_subset_input_glyph_set(input: Pointer): Pointer
  hb_subset_input_set(input: Pointer, kind: number): Pointer
  hb_subset_input_set_flags(input: Pointer, flags: number): void
  hb_subset_input_destroy(input: Pointer): void
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
  if (data === 0 || input === 0) throw new WebAssembly.RuntimeError('the heap of the subsetter is full')
  new Uint8Array(harfbuzz.memory.buffer).set(font, data)
  const source = harfbuzz.hb_blob_create(data, font.byteLength, writable, 0, 0)
  const face = harfbuzz.hb_face_create(source, 0)
  harfbuzz.hb_subset_input_set_flags(input, noHinting | retainGlyphNumbers | notdefOutline | noLayoutClosure)
  harfbuzz.hb_set_clear(harfbuzz.hb_subset_input_set(input, layoutFeatures))
  const wanted = harfbuzz.hb_subset_input_glyph_set(input)
  for (const glyph of glyphs) harfbuzz.hb_set_add(wanted, glyph)
  const dropped = harfbuzz.hb_subset_input_set(input, droppedTables)
  for (const table of unused) harfbuzz.hb_set_add(dropped, tableTag(table))
  const result = harfbuzz.hb_subset_or_fail(face, input)
  const bytes = result === 0 ? null : takeBytes(harfbuzz, result)
  harfbuzz.hb_face_destroy(face)
  harfbuzz.hb_blob_destroy(source)
  harfbuzz.hb_subset_input_destroy(input)
  harfbuzz.free(data)
  return bytes
}

function takeBytes(harfbuzz: HarfBuzz, face: Pointer): Uint8Array {
  const blob = harfbuzz.hb_face_reference_blob(face)
  const start = harfbuzz.hb_blob_get_data(blob, 0)
  const bytes = new Uint8Array(harfbuzz.memory.buffer).slice(start, start + harfbuzz.hb_blob_get_length(blob))
  harfbuzz.hb_blob_destroy(blob)
  harfbuzz.hb_face_destroy(face)
  return bytes
}

function tableTag(name: string): number {
  let tag = 0
  for (const character of name) tag = tag * 256 + character.charCodeAt(0)
  return tag
}
