// Written by scripts/fit-matching.ts.

/**
 * Inhabitants for each place of a kind beside the first, in the communes that have one: from the fullest of
 * the lists of scripts/matching/directories.ts and the register of public libraries of 2025.
 */
export const INHABITANTS_PER_OTHER: Readonly<Record<string, number>> = {
  digital: 10_000,
  fablab: 390_000,
  'france-services': 64_000,
  'job-centre': 130_000,
  library: 33_000,
  pimms: 230_000,
  'post-office': 190_000,
  'social-action': 300_000,
  'social-centre': 32_000,
  'social-services': 100_000,
  'third-place': 14_000,
  'town-hall': 120_000
}

/** Density for a kind that is not in the table: that of public libraries, which is known from a complete register. */
const USUAL = 33_000

export const inhabitantsPerOther = (kind: string): number => INHABITANTS_PER_OTHER[kind] ?? USUAL
