import { contentsOf } from './contents.ts'
import { numberNotes } from './notes.ts'
import type { Block, Chapter, Facts, Publication, Remark } from './publication.ts'
import { targetsOf } from './targets.ts'

/** What may be left out of a publication: a block, a single fact, a remark; in all languages at once. */
export type Piece = Block | Fact | Remark

export type Fact = Facts['facts'][number]

/**
 * A publication without some of its pieces: as if they had never been written. Tables, pictures and notes that stay are
 * numbered anew; facts of which none is left go as a whole.
 */
export function without(publication: Publication, gone: ReadonlySet<Piece>): Publication {
  const remaining = publication.chapters.map((chapter) => chapterWithout(chapter, gone))
  const chapters = renumbered(remaining)
  const languages = publication.languages.map(({ tag }) => tag)
  const called = numberNotes(chapters, languages)
  const notes = publication.notes
    .flatMap((note) => {
      const number = called.get(note.id)?.number
      return number === undefined ? [] : [{ ...note, number }]
    })
    .sort((a, b) => a.number - b.number)
  return {
    ...publication,
    chapters,
    contents: contentsOf(chapters),
    notes,
    targets: targetsOf(chapters, notes),
    remarks: publication.remarks.filter((remark) => !gone.has(remark)),
  }
}

function chapterWithout(chapter: Chapter, gone: ReadonlySet<Piece>): Chapter {
  const blocks = chapter.blocks.flatMap((block): readonly Block[] => {
    if (gone.has(block)) return []
    if (block.kind !== 'facts' || !block.facts.some((fact) => gone.has(fact))) return [block]
    const facts = block.facts.filter((fact) => !gone.has(fact))
    return facts.length === 0 ? [] : [{ ...block, facts }]
  })
  return { ...chapter, blocks }
}

/** Those of the tables and pictures that have a number are numbered from 1, each kind by itself. */
function renumbered(chapters: readonly Chapter[]): readonly Chapter[] {
  const counts = { table: 0, image: 0 }
  return chapters.map((chapter) => {
    const blocks = chapter.blocks.map((block): Block => {
      if ((block.kind !== 'table' && block.kind !== 'image') || block.number === null) return block
      const number = ++counts[block.kind]
      return number === block.number ? block : { ...block, number }
    })
    return { ...chapter, blocks }
  })
}
