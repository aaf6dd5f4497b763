import type { CommuneIndex } from './communes.ts'
import { precise } from './precise-commune.ts'
import { isWithin, type Likeness, likenessOf, type SplitName, splitName } from './similar-names.ts'
import type { CommuneRow } from './territory.ts'

/** A commune whose name resembles the written one. */
export type Fit = { readonly row: CommuneRow; readonly name: SplitName; readonly likeness: Likeness }

/** In a name with fewer letters than this, a different letter makes a different name: `Ars`, `Ors`. */
const SHORT = 4

export const fitsOf = (written: SplitName, rows: readonly CommuneRow[]): readonly Fit[] =>
  written.letters === ''
    ? []
    : rows.flatMap((row) => {
        const name = splitName(row.name ?? '')
        const likeness = likenessOf(written, name)
        return likeness === null ? [] : [{ row, name, likeness }]
      })

type Best = { readonly commune: CommuneRow; readonly likeness: Likeness }

/** The only commune that fits, or the one that fits clearly better than all others. */
export function bestOf(index: CommuneIndex, fits: readonly Fit[], postcode: string | null): Best | null {
  const likest = LIKENESSES.map((likeness) => fits.filter((fit) => fit.likeness === likeness))
  const [first = []] = likest.filter(({ length }) => length > 0)
  const isMixed = fits.some(({ likeness }) => likeness === 'misspelt')
  // A misspelt name may mean any commune that it resembles, so a closer kind of likeness does not decide.
  return single(index, fits, postcode) ?? (isMixed ? null : (single(index, first, postcode) ?? longest()))

  function longest(): Best | null {
    const whole = first.filter(({ name }) => first.every((other) => isWithin(other.name.words, name.words)))
    return first[0]?.likeness === 'part' ? single(index, whole, postcode) : null
  }
}

const LIKENESSES: readonly Likeness[] = ['small-words', 'start', 'part', 'misspelt']

function single(index: CommuneIndex, fits: readonly Fit[], postcode: string | null): Best | null {
  const [place, ...others] = new Map(
    fits.map((fit) => {
      const commune = precise(index, fit.row, postcode)
      return [commune.code, { commune, fit }] as const
    })
  ).values()
  if (place === undefined || others.length > 0) return null
  const { likeness } =
    fits.toSorted((one, other) => LIKENESSES.indexOf(one.likeness) - LIKENESSES.indexOf(other.likeness))[0] ??
    place.fit
  const isShort = likeness === 'misspelt' && fits.every(({ name }) => name.letters.length < SHORT)
  return isShort ? null : { commune: place.commune, likeness }
}
