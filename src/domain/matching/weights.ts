// Written by scripts/fit-matching.ts.
import type { EvidenceName } from './evidence.ts'

/**
 * What each step of the evidence adds to the logarithm of the odds that two records are one place, in the order of
 * levels.ts. A silent record adds nothing. 0.7 doubles the odds, 2.3 makes them ten times as good.
 */
export const WEIGHTS: Readonly<Record<EvidenceName, readonly number[]>> = {
  name: [
    0.39, // the same
    0.26, // alike
    0.01, // something in common
    -0.64 // nothing in common
  ],
  wording: [
    2.75, // the same
    0.26, // nearly the same
    -0.24, // half of it
    -0.93, // little of it
    -1.83 // nothing of it
  ],
  kind: [
    0.91, // the same
    0.77, // one of several
    -1.92 // another
  ],
  branch: [
    0.08, // the same
    -0.88, // told by one only
    -2.74 // another
  ],
  address: [
    1.52, // the same street and number
    1.27, // the same street, or one alike with the same number
    0.62, // the same street with another number, or one alike
    -0.03, // a street alike with another number
    -1.19 // another street
  ],
  distance: [
    1.42, // within 25 m
    0.79, // within 75 m
    1.01, // within 200 m
    0.85, // within 500 m
    0.52, // within 1.5 km
    -0.36, // within 5 km
    -1.28 // further than 5 km
  ],
  commune: [
    0.84, // the same
    0.12, // the same postcode
    -0.8 // another
  ],
  alone: [
    3.16, // up to 500 inhabitants
    2.06, // up to 1 500 inhabitants
    1.37, // up to 4 000 inhabitants
    0.68, // up to 16 000 inhabitants
    0 // more inhabitants
  ],
  id: [
    6.7 // the same
  ],
  siret: [
    2.52, // the same
    -0.06, // the same organisation, or the same elsewhere
    -2.04 // another
  ],
  phone: [
    0.81, // the same
    0.66, // the same elsewhere
    -1.55 // another
  ],
  email: [
    1.14, // the same
    0.11, // the same domain, or the same elsewhere
    -0.19 // another
  ],
  site: [
    0, // the same
    -0.85, // the same host, or the same elsewhere
    -1 // another
  ]
}

/** Two records of which nothing is known but that they are candidates. */
export const BIAS = -3.09

/**
 * From here on two records are joined without anybody looking. The lowest step of a tenth at which, on the half that is
 * fitted on, at most 7 of 1 000 merges of libraries and 3 of 100 of the hard pairs are wrong: half of the former are
 * libraries that the register gave a second key.
 */
export const SAME = 0.6

/**
 * From here on people are asked; below, two records are two places. One in five of what they are shown is one place at
 * the bottom; a step lower they would read twice as many pairs to find ten more.
 */
export const REVIEW = -1.5
