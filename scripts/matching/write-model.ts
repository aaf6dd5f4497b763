import type { EvidenceName } from '../../src/domain/matching/evidence.ts'
import { LEVELS } from '../../src/domain/matching/levels.ts'
import { KIND_BY_TYPE } from '../../src/domain/matching/matching-lexicon.ts'
import { REVIEW, SAME } from '../../src/domain/matching/weights.ts'
import type { Fitted } from './fit.ts'

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

export function kindDensityText(densities: Readonly<Record<string, number>>): string {
  const lines = Object.entries(densities).map(([kind, inhabitants]) => {
    const name = /^[a-z]+$/.test(kind) ? kind : `'${kind}'`
    return `  ${name}: ${inFigures(inhabitants)}`
  })
  return `${BY}

/**
 * Inhabitants for each place of a kind beside the first, in the communes that have one: from the fullest of
 * the lists of scripts/matching/directories.ts and the register of public libraries of 2025.
 */
export const INHABITANTS_PER_OTHER: Readonly<Record<string, number>> = {
${lines.join(',\n')}
}

/** Density for a kind that is not in the table: that of public libraries, which is known from a complete register. */
const USUAL = ${inFigures(densities[KIND_BY_TYPE.BIB ?? ''] ?? 0)}

export const inhabitantsPerOther = (kind: string): number => INHABITANTS_PER_OTHER[kind] ?? USUAL
`
}

/** Formats a number as Biome writes it: `33_000`. */
const inFigures = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, '_')

const signed = (weight: number): string => String(Math.round(weight * 100) / 100 || 0)

export function weightsText({ bias, unknown, weights }: Fitted): string {
  const lines = Object.entries(LEVELS).map(([name, levels]) => {
    const steps = levels.map(([, label], index) => {
      const comma = index === levels.length - 1 ? '' : ','
      return `    ${signed(weights[name as EvidenceName]?.[index] ?? 0)}${comma} // ${label}`
    })
    return `  ${name}: [\n${steps.join('\n')}\n  ]`
  })
  const unknowns = Object.entries(unknown).map(([name, weight]) => `  ${name}: ${signed(weight)}`)
  return `${BY}
import type { EvidenceName } from './evidence.ts'

/**
 * Contribution of each level of evidence to the log-odds that two records are the same place, in the order of
 * levels.ts. 0.7 doubles the odds, 2.3 multiplies them by ten.
 */
export const WEIGHTS: Readonly<Record<EvidenceName, readonly number[]>> = {
${lines.join(',\n')}
}

/**
 * Contribution of missing evidence: what could be compared says why two records are candidates, and how likely
 * such pairs are the same place.
 */
export const UNKNOWN: Readonly<Partial<Record<EvidenceName, number>>> = {
${unknowns.join(',\n')}
}

/** Log-odds of two candidate records before any evidence. */
export const BIAS = ${signed(bias)}

/**
 * Minimum score for an automatic merge: the lowest tenth at which, on the half used for fitting, at least 99 of
 * 100 merges of libraries are right. Of the drawn pairs without the sources held out, 996 of 1 000 are.
 */
export const SAME = ${SAME}

/**
 * Minimum score for review by people; below it, two records are two places. Of the drawn pairs from -1.6 to
 * -1.4, one of five is the same place; from -1.7 to -1.5, one of a hundred.
 */
export const REVIEW = ${REVIEW}
`
}
