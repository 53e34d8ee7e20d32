import { type Finding, finding, guard, steps } from './finding.ts'

/** What is wrong with editions that go from one archive to another, or with copies that are held against one. */
export const exchangeFindings: readonly Finding[] = [
  finding(
    'archive/bag',
    'error or warning',
    'The folder is no bag (BagIt, RFC 8493), a bag in which something is missing, changed or not listed, or one with names that lead out of it. Nothing was imported. It is a warning where a bag is valid and could be better.',
    'Have the bag sent once more, or made once more.',
    steps(
      [
        'mkdir -p editions/store bag',
        'touch editions/README.txt',
        'bifolio archive import bag --archive editions',
      ],
      'bag/bagit.txt:1:1',
    ),
  ),
  finding(
    'archive/foreign',
    'error',
    'What was to be taken for an edition is none that this program made, or not all of one: it does not say which edition it is, lacks a PDF or a source, or has files that no edition has.',
    'Take a bag that `bifolio archive export` wrote.',
    guard('An example would need a bag.', 'edition'),
  ),
  finding(
    'archive/late-edition',
    'error',
    'An edition was to be imported whose place another one in the archive has taken already. Stored behind it, it would look like the newest.',
    'Import the editions of a publication oldest first, into an archive that has none of it.',
    guard('It needs an archive with an edition.', 'cli'),
  ),
  finding(
    'archive/withdrawn',
    'warning',
    'The edition was withdrawn: its publisher says that nobody is to rely on it any more. It stays readable.',
    'Look for the edition that is current, and tell whom you give this one to.',
    guard('It needs an archive with an edition.', 'cli'),
  ),
  finding(
    'archive/unknown-file',
    'error',
    'No edition of the archive has this file: it was never published, was changed since, or belongs to another archive.',
    'Ask the publisher which archive has it. A PDF can be held against its own sources: `bifolio rebuild` with its name.',
    steps(
      [
        'mkdir -p editions/store',
        'touch editions/README.txt',
        'echo hello > a.pdf',
        'bifolio verify a.pdf --archive editions',
      ],
      'a.pdf:1:1',
    ),
  ),
  finding(
    'archive/other-digits',
    'error',
    'The line in the colophon by which an edition is recognised is not that of the sources that the PDF embeds.',
    'Do not trust the file: its text or its sources were exchanged. Take another copy of it.',
    guard('An example would need a PDF that was made to deceive.', 'edition'),
  ),
]
