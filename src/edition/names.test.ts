import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderPath, namingProblem, sourcePath } from './names.ts'

const part = fc.constantFrom('a', '@bifolio', '@npm', '@project', 'b.css', '图')
const path = fc
  .tuple(fc.constantFrom('', 'bifolio:', 'npm:'), fc.array(part, { minLength: 1, maxLength: 4 }))
  .map(([scheme, parts]) => scheme + parts.join('/'))

test('every source has a path of its own in a folder, from which its name comes back', () => {
  fc.assert(
    fc.property(path, (one) => {
      expect(sourcePath(folderPath(one))).toBe(one)
      expect(namingProblem(one)).toBeNull()
    }),
  )
})

test('files of the project keep their paths, those of the program and of packages have folders of their own', () => {
  expect(folderPath('content/a/b.yaml')).toBe('content/a/b.yaml')
  expect(folderPath('bifolio:fonts/fonts.yaml')).toBe('@bifolio/fonts/fonts.yaml')
  expect(folderPath('npm:@scope/a/b.ttf')).toBe('@npm/@scope/a/b.ttf')
  expect(folderPath('@bifolio/a')).toBe('@project/@bifolio/a')
})
