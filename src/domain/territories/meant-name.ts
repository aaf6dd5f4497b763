import { communeName } from './commune-name.ts'
import type { CommuneIndex } from './communes.ts'
import { likenessOf, type SplitName, splitName } from './similar-names.ts'
import type { CommuneRow } from './territory.ts'

/**
 * How the written name of a known commune relates to its official one. `spelling`: the same name in another spelling.
 * `mistake`: misspelt, shortened or abbreviated. Null for other names, which say more: names of quarters, hamlets and
 * former communes.
 */
export function meantName(
  index: CommuneIndex,
  written: string,
  { commune, name }: CommuneRow
): 'spelling' | 'mistake' | null {
  const plain = communeName(written)
  const official = index.byCode.get(commune)?.name ?? name ?? ''
  const known = index.named.byName.get(plain)
  if (known?.some((row) => row.commune === commune && (row.name === official || row.name === name)))
    return 'spelling'
  // The name of a part of this commune or of another commune is not a mistake.
  if (known !== undefined) return null
  const [given, whole] = [splitName(written), splitName(official)]
  const likeness = likenessOf(given, whole)
  const isShort = likeness === 'start' || isAbbreviation(given, whole)
  return likeness === 'small-words' || likeness === 'misspelt' || isShort ? 'mistake' : null
}

/** Whether each word is whole or abbreviated to some of its letters, including the first: `Clermont Fd`. */
const isAbbreviation = ({ words: given }: SplitName, { words: whole }: SplitName): boolean =>
  given.length === whole.length &&
  given[0] === whole[0] &&
  given.every((word, at) => isShortFor(word, whole[at] ?? ''))

const isShortFor = (short: string, word: string): boolean =>
  short === word || new RegExp(`^${[...short].join('.*')}`).test(word)
