// Written by scripts/fit-matching.ts.
import type { EvidenceName } from './evidence.ts'

/**
 * Contribution of each level of evidence to the log-odds that two records are the same place, in the order of
 * levels.ts. 0.7 doubles the odds, 2.3 multiplies them by ten.
 */
export const WEIGHTS: Readonly<Record<EvidenceName, readonly number[]>> = {
  name: [
    1.5, // the same
    1.5, // similar
    -0.28, // something in common
    -0.28, // distinctive words in one only
    -1.18 // nothing in common
  ],
  wording: [
    2.32, // the same
    1.3, // nearly the same
    0.51, // half the words in common
    0, // few words in common
    0 // no words in common
  ],
  kind: [
    2.54, // the same
    1.84, // one of several in common
    -0.88, // a service and its host
    -0.88, // related
    -2.9 // different
  ],
  branch: [
    0, // the same
    0, // given by one only
    -5.31 // different
  ],
  address: [
    1.64, // the same street and number
    0.98, // the same street, or a similar one with the same number
    0.25, // the same street with a different number, or a similar street
    0.25, // a similar street with a different number
    -2.34 // a different street
  ],
  distance: [
    0.77, // within 25 m
    0.77, // within 75 m
    0.2, // within 200 m
    0.2, // within 500 m
    0.15, // within 1.5 km
    -0.38, // within 5 km
    -1.64 // more than 5 km
  ],
  commune: [
    1.38, // the same
    -0.57, // the same postcode
    -0.81 // different
  ],
  quarter: [
    2.08, // the same former commune
    -4.62 // a different former commune
  ],
  alone: [
    2.12, // another of the kind in one of fifty such communes
    1.79, // another of the kind in one of twenty such communes
    0.66, // another of the kind in one of ten such communes
    -0.23, // another of the kind in one of three such communes
    -0.99, // probably another of the kind in the commune
    -2.27 // several others of the kind in the commune
  ],
  id: [
    6.7, // the same
    5.5, // the same number in one directory
    -1.5 // different numbers in one directory
  ],
  siret: [
    0.13, // the same
    0.13, // the same, but far away
    -2, // another establishment of the same organisation
    -2.67 // different
  ],
  rna: [
    1.2, // the same
    0, // the same, but far away
    -1 // different
  ],
  phone: [
    0.84, // the same
    0.84, // the same, but far away
    -1.06 // different
  ],
  email: [
    3.65, // the same
    0, // the same domain, or the same but far away
    0 // different
  ],
  site: [
    0.69, // the same
    0.02, // the same host, or the same but far away
    -2.44 // different
  ]
}

/**
 * Contribution of missing evidence: what could be compared says why two records are candidates, and how likely
 * such pairs are the same place.
 */
export const UNKNOWN: Readonly<Partial<Record<EvidenceName, number>>> = {
  name: -0.04,
  kind: -0.59,
  address: -0.53,
  distance: 0.9,
  commune: 0
}

/** Log-odds of two candidate records before any evidence. */
export const BIAS = -3.29

/**
 * Minimum score for an automatic merge: the lowest tenth at which, on the half used for fitting, at least 99 of
 * 100 merges of libraries are right. Of the drawn pairs without the sources held out, 996 of 1 000 are.
 */
export const SAME = 1

/**
 * Minimum score for review by people; below it, two records are two places. Of the drawn pairs from -1.6 to
 * -1.4, one of five is the same place; from -1.7 to -1.5, one of a hundred.
 */
export const REVIEW = -1.5
