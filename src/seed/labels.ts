import type { Label } from '../domain/places/place.ts'
import { codesOf } from '../domain/vocabularies/vocabularies.ts'
import { dayBetween } from './dates.ts'
import type { Random } from './random.ts'
import { SAMPLE } from './sample.ts'

/** The frequent labels: the code, the share of places with the label, and the kind of its validity. */
const COMMON = [
  ['conseillers-numeriques', 0.3, 'bounded'],
  ['frr', 0.2, 'open'],
  ['aidants-connect', 0.14, 'since'],
  ['qpv', 0.12, 'open'],
  ['pass-numerique', 0.05, 'over'],
  ['certification-pix', 0.03, 'since'],
  ['france-services', 0.02, 'since'],
  ['netpublic', 0.02, 'over'],
  ['fabriques-de-territoire', 0.01, 'bounded'],
  ['etapes-numeriques-la-poste', 0.01, 'since']
] as const

type Term = (typeof COMMON)[number][2]

/** The other labels, with shares from 1 in 20 000 places to 1 in 1 000 places. */
const RARE = codesOf('label')
  .filter((code) => !COMMON.some(([common]) => common === code))
  .map((code, rank) => [code, 0.00005 * (1 + (rank % 20)), 'open'] as const)

export function labelsOf(random: Random, types: readonly string[]): readonly Label[] {
  const ofType = types.includes('RFS') ? [['france-services', 1, 'since'] as const] : []
  const given = [...ofType, ...[...COMMON, ...RARE].filter(([, share]) => random.chance(share))]
  return [...new Map(given.map(([code, , term]) => [code, term]))].map(([code, term]) => ({
    code,
    ...validity(random, term),
    source: SAMPLE.source
  }))
}

function validity(random: Random, term: Term): Pick<Label, 'valid_from' | 'valid_until'> {
  if (term === 'open') return { valid_from: null, valid_until: null }
  const valid_from = dayBetween(random, '2019-01-01', '2023-12-31')
  if (term === 'since') return { valid_from, valid_until: null }
  if (term === 'over') return { valid_from, valid_until: '2024-06-30' }
  return { valid_from, valid_until: dayBetween(random, '2025-01-01', '2029-12-31') }
}
