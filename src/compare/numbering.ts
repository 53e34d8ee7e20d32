/** Lists of strings as numbers, the same for the same string in all of them: they are compared many times. */
export function numbered<const Lists extends readonly (readonly string[])[]>(
  ...lists: Lists
): { readonly [List in keyof Lists]: Int32Array } {
  const numbers = new Map<string, number>()
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size
    numbers.set(text, number)
    return number
  }
  // A cast, because `map` forgets how many lists there are.
  return lists.map((list) => Int32Array.from(list, numberOf)) as { [List in keyof Lists]: Int32Array }
}
