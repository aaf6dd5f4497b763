import type { Evidence, EvidenceName } from './evidence.ts'

/** A level of an evidence: the minimum value, and the wording. */
type Level = readonly [atLeast: number, label: string]

const ALL_LEVELS = {
  name: [
    [0.9, 'the same'],
    [0.5, 'similar'],
    [0.15, 'something in common'],
    [0.1, 'distinctive words in one only'],
    [0, 'nothing in common']
  ],
  wording: [
    [0.99, 'the same'],
    [0.75, 'nearly the same'],
    [0.5, 'half the words in common'],
    [0.25, 'few words in common'],
    [0, 'no words in common']
  ],
  kind: [
    [1, 'the same'],
    [0.5, 'one of several in common'],
    [0.3, 'a service and its host'],
    [0.25, 'related'],
    [0, 'different']
  ],
  branch: [
    [1, 'the same'],
    [0.5, 'given by one only'],
    [0, 'different']
  ],
  address: [
    [1, 'the same street and number'],
    [0.75, 'the same street, or a similar one with the same number'],
    [0.5, 'the same street with a different number, or a similar street'],
    [0.25, 'a similar street with a different number'],
    [0, 'a different street']
  ],
  distance: [
    [1 / 1.25, 'within 25 m'],
    [1 / 1.75, 'within 75 m'],
    [1 / 3, 'within 200 m'],
    [1 / 6, 'within 500 m'],
    [1 / 16, 'within 1.5 km'],
    [1 / 51, 'within 5 km'],
    [0, 'more than 5 km']
  ],
  commune: [
    [1, 'the same'],
    [0.5, 'the same postcode'],
    [0, 'different']
  ],
  quarter: [
    [1, 'the same former commune'],
    [0, 'a different former commune']
  ],
  alone: [
    [0.98, 'another of the kind in one of fifty such communes'],
    [0.95, 'another of the kind in one of twenty such communes'],
    [0.9, 'another of the kind in one of ten such communes'],
    [0.67, 'another of the kind in one of three such communes'],
    [0.4, 'probably another of the kind in the commune'],
    [0, 'several others of the kind in the commune']
  ],
  id: [
    [1, 'the same'],
    [0.5, 'the same number in one directory'],
    [0, 'different numbers in one directory']
  ],
  siret: [
    [1, 'the same'],
    [0.5, 'the same, but far away'],
    [0.25, 'another establishment of the same organisation'],
    [0, 'different']
  ],
  rna: [
    [1, 'the same'],
    [0.5, 'the same, but far away'],
    [0, 'different']
  ],
  phone: [
    [1, 'the same'],
    [0.5, 'the same, but far away'],
    [0, 'different']
  ],
  email: [
    [1, 'the same'],
    [0.5, 'the same domain, or the same but far away'],
    [0, 'different']
  ],
  site: [
    [1, 'the same'],
    [0.5, 'the same host, or the same but far away'],
    [0, 'different']
  ]
} as const satisfies Readonly<Record<EvidenceName, readonly Level[]>>

/**
 * The levels of each evidence, the best first. A level has a single weight, so that the whole model can be
 * read, and a difference between two decisions can be explained.
 */
export const LEVELS: Readonly<Record<EvidenceName, readonly Level[]>> = ALL_LEVELS

/** The wordings of the levels of an evidence. */
export type LevelWording<Name extends EvidenceName = EvidenceName> = (typeof ALL_LEVELS)[Name][number][1]

export const EVIDENCE_NAMES = Object.keys(LEVELS) as readonly EvidenceName[]

/**
 * Kinds of evidence that go together: two services that share a phone, e-mail address, site or SIRET number mostly
 * share all of them. So only the strongest of them for the same place and the strongest against it count.
 */
export const COUNTED_ONCE: ReadonlySet<EvidenceName> = new Set(['siret', 'phone', 'email', 'site'])

/** The level of an evidence; null if there is none. */
export function levelOf(name: EvidenceName, evidence: Evidence): number | null {
  const value = evidence[name]
  if (value === null) return null
  const level = LEVELS[name].findIndex(([atLeast]) => value >= atLeast - 1e-9)
  return level === -1 ? LEVELS[name].length - 1 : level
}
