import { writeSync } from 'node:fs'
import { addTo, archiveIn, editionOf } from './conformance/archive-writer.ts'

/** A process that adds editions to an archive and says of each that it is done: folder, identifier, name, how many. */
const [folder = '', id = '', name = '', count = '1'] = process.argv.slice(2)
const archive = archiveIn(folder)
writeSync(1, 'ready\n')
for (let number = 1; number <= Number(count); number++)
  writeSync(1, `${addTo(archive, id, editionOf(name, number))}\n`)
