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

/** For each word, the number of names or streets per thousand that contain it. */
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
 * Contribution of each level of evidence to the log-odds that two records are the same place, in the order of
 * levels.ts. Missing evidence adds nothing. 0.7 doubles the odds, 2.3 multiplies them by ten.
 */
export const WEIGHTS: Readonly<Record<EvidenceName, readonly number[]>> = {
${lines.join(',\n')}
}

/** Log-odds of two candidate records without any evidence. */
export const BIAS = ${signed(bias)}

/**
 * Minimum score for an automatic merge: the lowest tenth at which, on the half used for fitting, at most 9 of
 * 1 000 merges of libraries and 3 of 100 of the hard pairs are wrong. Of the 33 wrong merges of libraries,
 * read one by one, 27 are libraries whose key changed in the register, and five of the others look the same.
 */
export const SAME = ${SAME}

/**
 * Minimum score for review by people; below it, two records are two places. One in five of the lowest pairs
 * shown is the same place; with a limit one tenth lower, people would read twice as many pairs to find ten
 * more.
 */
export const REVIEW = ${REVIEW}
`
}
