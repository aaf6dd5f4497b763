/** The order matters: later rules must not undo earlier ones. */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/[^a-z]/g, ''],
  [/ph/g, 'f'],
  [/sch|sh/g, 'ch'],
  [/ch/g, 'C'],
  [/qu?|ck?|k/g, 'k'],
  [/eaux?|aux?/g, 'o'],
  [/ai|ei|ay|ey/g, 'e'],
  [/[hw]/g, ''],
  [/y/g, 'i'],
  [/z/g, 's'],
  [/(a|e)[mn](?![aeiou])/g, 'A'],
  [/g(?=[ei])/g, 'j'],
  [/(.)\1+/g, '$1'],
  [/(es|s|e|t|d|x)+$/, '']
]

/** About how a French word sounds: "bibliotek" and "bibliothèque", "lion" and "Lyon" are alike. */
export const soundOf = (word: string): string =>
  RULES.reduce((sound, [pattern, by]) => sound.replace(pattern, by), softened(word))

/** `c` before e and i is an s; before `k` is made of the others. */
const softened = (word: string): string => word.replace(/c(?=[eiy])/g, 's')
