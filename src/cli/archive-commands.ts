import { extname } from 'node:path'
import type { Command } from 'commander'
import type { AddOptions } from './archive-add.ts'
import type { DiffOptions } from './archive-diff.ts'
import type { ExportOptions } from './archive-export.ts'
import type { GetOptions } from './archive-get.ts'
import type { ImportOptions } from './archive-import.ts'
import type { ArchiveOptions, ArchiveSurroundings } from './archive-open.ts'
import type { VerifyOptions } from './archive-verify.ts'
import type { WithdrawOptions } from './archive-withdraw.ts'
import { formatted, released } from './common-options.ts'
import type { PdfDiffOptions } from './diff-command.ts'
import type { ExtractOptions } from './extract-command.ts'
import type { FormatOptions } from './format.ts'

type Around = () => ArchiveSurroundings

/** Adds the commands that prove a PDF by itself, and those of an archive. What they need is loaded when one is run. */
export function addArchiveCommands(program: Command, around: Around): void {
  formatted(program.command('extract'))
    .description('give back the sources that a PDF embeds')
    .argument('<pdf>', 'a copy for reading')
    .option('--out <folder>', 'an empty or new folder for the files')
    .action(async (path: string, options: ExtractOptions) => {
      const { extractCommand } = await import('./extract-command.ts')
      process.exitCode = extractCommand(path, options, around())
    })
  formatted(program.command('rebuild'))
    .description('make a PDF again from the sources that it embeds, and compare the two')
    .argument('<pdf>', 'a copy for reading')
    .action(async (path: string, options: FormatOptions) => {
      const { rebuildCommand } = await import('./rebuild-command.ts')
      process.exitCode = rebuildCommand(path, options, around())
    })
  formatted(program.command('diff'))
    .description('say what is different between two PDFs, by the sources that they embed')
    .argument('<before>', 'a copy for reading')
    .argument('<after>', 'another one')
    .option('--html <file>', 'write it into a file for a browser')
    .action(async (before: string, after: string, options: PdfDiffOptions) => {
      const { diffCommand } = await import('./diff-command.ts')
      process.exitCode = diffCommand([before, after], options, around())
    })
  inArchive(program.command('verify'))
    .description('say which edition of an archive a file is, or whether it is what its own sources make')
    .argument('<pdf>', 'a file of an edition; without an archive a copy for reading')
    .action(async (path: string, options: ArchiveOptions) => {
      const { verifyCommand } = await import('./verify-command.ts')
      process.exitCode = verifyCommand(path, options, around())
    })
  const archive = program
    .command('archive')
    .description('keep editions of publications, prove them and make them again')
    .helpOption('--help', 'print this help')
    .exitOverride()
  addWriting(archive, around)
  addReading(archive, around)
  addExchange(archive, around)
}

/** The program of a thread lies beside this file and is of its kind: TypeScript in src/, JavaScript in dist/. */
const verifyWorker = new URL(`archive-verify-worker${extname(import.meta.url)}`, import.meta.url)

const id = 'the identifier of a publication, or its name where one fits'
const edition = 'the number of an edition, or a version as v2'

function addWriting(archive: Command, around: Around): void {
  formatted(archive.command('init'))
    .description('make an archive')
    .argument('<folder>', 'an empty or new folder')
    .action(async (folder: string, options: FormatOptions) => {
      const { archiveInit } = await import('./archive-init.ts')
      process.exitCode = archiveInit(folder, options, around())
    })
  inArchive(released(archive.command('add')))
    .description('build the release of a publication and store it as an edition')
    .argument('<publication>', 'a folder, a YAML file, or a name under content/')
    .option('--edition <number>', 'the number of the edition, as 2')
    .option(
      '--id <tag>',
      'the identifier of the publication, with its first edition: tag:example.org,2024:water',
    )
    .option('--note <sentence>', 'why there is this edition')
    .option('--by <name>', 'who adds it, as "Ada <ada@example.org>"')
    .option('--with-fonts', 'keep the files of fonts from packages as well')
    .option('--accept-warnings', 'store it though it has warnings, which are kept with it')
    .action(async (name: string, options: AddOptions) => {
      const { archiveAdd } = await import('./archive-add.ts')
      process.exitCode = archiveAdd(name, options, around())
    })
  inArchive(archive.command('withdraw'))
    .description('say that an edition is withdrawn, and why; it stays readable')
    .argument('<id>', id)
    .argument('<edition>', edition)
    .requiredOption('--reason <sentence>', 'why it is withdrawn')
    .option('--by <name>', 'who withdraws it, as "Ada <ada@example.org>"')
    .action(async (name: string, wanted: string, options: WithdrawOptions) => {
      const { archiveWithdraw } = await import('./archive-withdraw.ts')
      process.exitCode = archiveWithdraw(name, wanted, options, around())
    })
  inArchive(archive.command('repair'))
    .description('put in order what a writer that was killed left')
    .action(async (options: ArchiveOptions) => {
      const { archiveRepair } = await import('./archive-check.ts')
      process.exitCode = archiveRepair(options, around())
    })
}

function addReading(archive: Command, around: Around): void {
  inArchive(archive.command('list'))
    .description('list the publications, or the editions of one')
    .argument('[id]', id)
    .action(async (name: string | undefined, options: ArchiveOptions) => {
      const { archiveList } = await import('./archive-list.ts')
      process.exitCode = archiveList(name, options, around())
    })
  inArchive(archive.command('show'))
    .description('show what is known of an edition, the newest by default')
    .argument('<id>', id)
    .argument('[edition]', edition)
    .action(async (name: string, wanted: string | undefined, options: ArchiveOptions) => {
      const { archiveShow } = await import('./archive-list.ts')
      process.exitCode = archiveShow(name, wanted, options, around())
    })
  inArchive(archive.command('get'))
    .description('give back the files of an edition')
    .argument('<id>', id)
    .argument('<edition>', edition)
    .requiredOption('--out <folder>', 'an empty or new folder for the files')
    .action(async (name: string, wanted: string, options: GetOptions) => {
      const { archiveGet } = await import('./archive-get.ts')
      process.exitCode = archiveGet(name, wanted, options, around())
    })
  inArchive(archive.command('verify'))
    .description('read every byte, and name what is damaged, missing or extra')
    .argument('[id]', id)
    .option('--workers <number>', 'threads; as many as pay by default')
    .action(async (name: string | undefined, options: VerifyOptions) => {
      const { archiveVerify } = await import('./archive-verify.ts')
      process.exitCode = await archiveVerify(name, options, {
        ...around(),
        threads: { module: verifyWorker },
      })
    })
  inArchive(archive.command('diff'))
    .description('say what is different between two editions, or between one and the publication now')
    .argument('<id>', id)
    .argument('<before>', edition)
    .argument('[after]', `${edition}; what the publication says now by default`)
    .option('--html <file>', 'write it into a file for a browser')
    .action(async (name: string, before: string, after: string | undefined, options: DiffOptions) => {
      const { archiveDiff } = await import('./archive-diff.ts')
      process.exitCode = archiveDiff(name, [before, after], options, around())
    })
  inArchive(archive.command('rebuild'))
    .description('make an edition again from its own sources, and compare')
    .argument('<id>', id)
    .argument('<edition>', edition)
    .action(async (name: string, wanted: string, options: ArchiveOptions) => {
      const { archiveRebuild } = await import('./archive-rebuild.ts')
      process.exitCode = archiveRebuild(name, wanted, options, around())
    })
}

function addExchange(archive: Command, around: Around): void {
  inArchive(archive.command('export'))
    .description('write an edition, the newest by default, as a bag (BagIt 1.0)')
    .argument('<id>', id)
    .argument('[edition]', edition)
    .requiredOption('--bag <folder>', 'an empty or new folder for the bag')
    .action(async (name: string, wanted: string | undefined, options: ExportOptions) => {
      const { archiveExport } = await import('./archive-export.ts')
      process.exitCode = archiveExport(name, wanted, options, around())
    })
  inArchive(archive.command('import'))
    .description('store the edition in a bag, once all of it is found valid')
    .argument('<bag>', 'the folder of a bag that `archive export` wrote')
    .option('--by <name>', 'who imports it, as "Ada <ada@example.org>"')
    .action(async (folder: string, options: ImportOptions) => {
      const { archiveImport } = await import('./archive-import.ts')
      process.exitCode = archiveImport(folder, options, around())
    })
}

function inArchive(command: Command): Command {
  return formatted(command).option('--archive <folder>', 'the archive')
}
