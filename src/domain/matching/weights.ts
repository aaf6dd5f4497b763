// Written by scripts/fit-matching.ts.
import type { EvidenceName } from './evidence.ts'

/**
 * Contribution of each level of evidence to the log-odds that two records are the same place, in the order of
 * levels.ts. Missing evidence adds nothing. 0.7 doubles the odds, 2.3 multiplies them by ten.
 */
export const WEIGHTS: Readonly<Record<EvidenceName, readonly number[]>> = {
  name: [
    1.01, // the same
    0.04, // similar
    0.78, // something in common
    -0.68 // nothing in common
  ],
  wording: [
    2.52, // the same
    -0.31, // nearly the same
    -0.13, // half the words in common
    -0.69, // few words in common
    -1.39 // no words in common
  ],
  kind: [
    1.77, // the same
    2.01, // one of several in common
    0.35, // related
    -1.95 // different
  ],
  branch: [
    0, // the same
    -1.31, // given by one only
    -2.98 // different
  ],
  address: [
    1.52, // the same street and number
    1.35, // the same street, or a similar one with the same number
    1.08, // the same street with a different number, or a similar street
    0.27, // a similar street with a different number
    -1.32 // a different street
  ],
  distance: [
    0.74, // within 25 m
    0.28, // within 75 m
    0.46, // within 200 m
    0.46, // within 500 m
    -0.15, // within 1.5 km
    -0.83, // within 5 km
    -1.63 // more than 5 km
  ],
  commune: [
    1.52, // the same
    -0.51, // the same postcode
    -0.43 // different
  ],
  quarter: [
    1.17, // the same former commune
    -3.03 // a different former commune
  ],
  alone: [
    2.87, // up to 500 inhabitants
    1.85, // up to 1 500 inhabitants
    1.21, // up to 4 000 inhabitants
    0.81, // up to 16 000 inhabitants
    0 // more inhabitants
  ],
  id: [
    6.7, // the same
    5.5, // the same number in one directory
    -1.5 // different numbers in one directory
  ],
  siret: [
    2.56, // the same
    -0.03, // the same, but far away
    -0.06, // another establishment of the same organisation
    -1.39 // different
  ],
  rna: [
    1.2, // the same
    0, // the same, but far away
    -1 // different
  ],
  phone: [
    0.79, // the same
    0.27, // the same, but far away
    -1.05 // different
  ],
  email: [
    1.64, // the same
    0.27, // the same domain, or the same but far away
    0 // different
  ],
  site: [
    1.09, // the same
    0.18, // the same host, or the same but far away
    -1.62 // different
  ]
}

/** Log-odds of two candidate records without any evidence. */
export const BIAS = -4.15

/**
 * Minimum score for an automatic merge: the lowest tenth at which, on the half used for fitting, at most 9 of
 * 1 000 merges of libraries and 3 of 100 of the hard pairs are wrong. Of the 33 wrong merges of libraries,
 * read one by one, 27 are libraries whose key changed in the register, and five of the others look the same.
 */
export const SAME = 0.4

/**
 * Minimum score for review by people; below it, two records are two places. One in five of the lowest pairs
 * shown is the same place; with a limit one tenth lower, people would read twice as many pairs to find ten
 * more.
 */
export const REVIEW = -1.5
