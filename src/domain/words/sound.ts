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

/** Roughly how a French word sounds: "bibliotek" sounds like "bibliothèque", and "lion" like "Lyon". */
export const soundOf = (word: string): string =>
  RULES.reduce((sound, [pattern, by]) => sound.replace(pattern, by), softened(word))

/** `c` becomes s before e, i and y; the rules turn every other `c` into `k`. */
const softened = (word: string): string => word.replace(/c(?=[eiy])/g, 's')
