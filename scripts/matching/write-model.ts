import type { EvidenceName } from '../../src/domain/matching/evidence.ts'
import { LEVELS } from '../../src/domain/matching/levels.ts'
import { REVIEW, SAME } from '../../src/domain/matching/weights.ts'

const BY = '// Written by scripts/fit-matching.ts.'

export function commonWordsText(shares: Readonly<Record<string, number>>): string {
  const byShare = new Map<number, string[]>()
  for (const [word, share] of Object.entries(shares)) {
    const rounded = Number(share.toPrecision(share < 10 ? 1 : 2))
    byShare.set(rounded, [...(byShare.get(rounded) ?? []), word])
  }
  const lines = [...byShare]
    .toSorted(([one], [other]) => other - one)
    .map(([share, words]) => `  [${share}, '${words.join(' ')}']`)
  return `${BY}

/** In how many of a thousand names of places, or of their streets, each of these words stands. */
export const SHARE_OF_WORDS: readonly (readonly [perMille: number, words: string])[] = [
${lines.join(',\n')}
]
`
}

const signed = (weight: number): string => String(Math.round(weight * 100) / 100 || 0)

export function weightsText(bias: number, weights: Readonly<Record<string, readonly number[]>>): string {
  const lines = Object.entries(LEVELS).map(([name, levels]) => {
    const steps = levels.map(([, label], index) => {
      const comma = index === levels.length - 1 ? '' : ','
      return `    ${signed(weights[name as EvidenceName]?.[index] ?? 0)}${comma} // ${label}`
    })
    return `  ${name}: [\n${steps.join('\n')}\n  ]`
  })
  return `${BY}
import type { EvidenceName } from './evidence.ts'

/**
 * What each step of the evidence adds to the logarithm of the odds that two records are one place, in the order of
 * levels.ts. A silent record adds nothing. 0.7 doubles the odds, 2.3 makes them ten times as good.
 */
export const WEIGHTS: Readonly<Record<EvidenceName, readonly number[]>> = {
${lines.join(',\n')}
}

/** Two records of which nothing is known but that they are candidates. */
export const BIAS = ${signed(bias)}

/**
 * From here on two records are joined without anybody looking. The lowest step of a tenth at which, on the half that is
 * fitted on, at most 9 of 1 000 merges of libraries and 3 of 100 of the hard pairs are wrong. Of the 33 of the
 * former, read one by one, 27 are libraries whose key the register changed, and five of the others look like one as well.
 */
export const SAME = ${SAME}

/**
 * From here on people are asked; below, two records are two places. One in five of what they are shown is one place at
 * the bottom; a step lower they would read twice as many pairs to find ten more.
 */
export const REVIEW = ${REVIEW}
`
}
