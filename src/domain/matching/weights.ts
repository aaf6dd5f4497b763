// Written by scripts/fit-matching.ts.
import type { EvidenceName } from './evidence.ts'

/**
 * What each step of the evidence adds to the logarithm of the odds that two records are one place, in the order of
 * levels.ts. A silent record adds nothing. 0.7 doubles the odds, 2.3 makes them ten times as good.
 */
export const WEIGHTS: Readonly<Record<EvidenceName, readonly number[]>> = {
  name: [
    0.98, // the same
    0.04, // alike
    0.76, // something in common
    -0.7 // nothing in common
  ],
  wording: [
    2.56, // the same
    -0.27, // nearly the same
    -0.14, // half of it
    -0.69, // little of it
    -1.46 // nothing of it
  ],
  kind: [
    1.82, // the same
    2.01, // one of several
    0.36, // kindred
    -1.85 // another
  ],
  branch: [
    0, // the same
    -1.32, // told by one only
    -2.99 // another
  ],
  address: [
    1.44, // the same street and number
    1.32, // the same street, or one alike with the same number
    1.25, // the same street with another number, or one alike
    -0.31, // a street alike with another number
    -1.27 // another street
  ],
  distance: [
    0.87, // within 25 m
    0.36, // within 75 m
    0.45, // within 200 m
    0.48, // within 500 m
    -0.2, // within 1.5 km
    -0.87, // within 5 km
    -1.55 // further than 5 km
  ],
  commune: [
    1.52, // the same
    -0.68, // the same postcode
    -0.41 // another
  ],
  quarter: [
    1.14, // the same former commune
    -3.16 // another former commune
  ],
  alone: [
    2.94, // up to 500 inhabitants
    1.89, // up to 1 500 inhabitants
    1.23, // up to 4 000 inhabitants
    0.79, // up to 16 000 inhabitants
    0 // more inhabitants
  ],
  id: [
    6.7, // the same
    5.5, // the same number in one directory
    -1.5 // another number in one directory
  ],
  siret: [
    2.57, // the same
    -0.03, // the same elsewhere
    -0.07, // another establishment of the same organisation
    -2.13 // another
  ],
  rna: [
    1.2, // the same
    0, // the same elsewhere
    -1 // another
  ],
  phone: [
    0.77, // the same
    -0.09, // the same elsewhere
    -1.04 // another
  ],
  email: [
    1.58, // the same
    0.22, // the same domain, or the same elsewhere
    0 // another
  ],
  site: [
    0.99, // the same
    0.22, // the same host, or the same elsewhere
    -1.57 // another
  ]
}

/** Two records of which nothing is known but that they are candidates. */
export const BIAS = -4.19

/**
 * From here on two records are joined without anybody looking. The lowest step of a tenth at which, on the half that is
 * fitted on, at most 9 of 1 000 merges of libraries and 3 of 100 of the hard pairs are wrong: half of the former are
 * libraries that the register gave a second key.
 */
export const SAME = 0.4

/**
 * From here on people are asked; below, two records are two places. One in five of what they are shown is one place at
 * the bottom; a step lower they would read twice as many pairs to find ten more.
 */
export const REVIEW = -1.5
