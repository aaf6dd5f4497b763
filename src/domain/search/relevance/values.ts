/*
 * score = (F · D + λ·K) · weight
 *
 * F: how well a place fits, the product of value^weight over all wishes. D: how near it is. K: whether the question
 * is its name. The last weight belongs to the place. All parts except this weight are between 0 and 1, and none of
 * them decreases if a place is nearer, fits better, or has more of the question in its name. The numbers were
 * measured on judged questions about real places: the results behind each number, and the limits within which it may
 * be changed, are in scripts/bench/relevance/README.md.
 */

/** What a wish is about: wishes of the same family have the same values. */
export type Family = 'service' | 'kind' | 'label' | 'need' | 'side' | 'time' | 'word'

type Values = {
  /** The value if the place certainly offers it because of what it is. */
  readonly implied: number
  /** The value if nothing is known. */
  readonly unknown: number
  /** The value if the place is known not to offer it. Never above `unknown`. */
  readonly no: number
  /** Exponent: how much the wish counts. */
  readonly weight: number
}

/** The values for each family of wishes. A place that declares what is wished has the value 1. */
export const VALUES: { readonly [family in Family]: Values } = {
  service: { implied: 0.95, unknown: 0.25, no: 0.1, weight: 1 },
  // Half of all places have no type; few are of the kind that is asked.
  kind: { implied: 0.8, unknown: 0.05, no: 0.02, weight: 1 },
  label: { implied: 0.8, unknown: 0.02, no: 0.02, weight: 1 },
  // Without it, a person may not be able to use the place at all: one that states it is worth a ride across the town
  // (at .6 and weight .6, places next door about which nothing is known came before the one 3.5 km away).
  need: { implied: 0.8, unknown: 0.45, no: 0.25, weight: 1 },
  // Audience, price and means of access: most places do not state them, and most are suitable.
  side: { implied: 0.8, unknown: 0.6, no: 0.3, weight: 0.6 },
  // So a place that is closed at that time comes after an open one ten times as far away.
  time: { implied: 0.8, unknown: 0.5, no: 0.05, weight: 1 },
  // A plain word is weighted by its rarity instead of this weight.
  word: { implied: 0.5, unknown: 0.15, no: 0.15, weight: 1 }
}

/** Factor for what a place probably offers because of what it is, compared with what it certainly offers. */
export const LIKELY = 0.85

/**
 * For a wish with codes: the value of its words in the text of a place, whether or not the place has the
 * code.
 */
export const SAID_OF_CODE = {
  name: 1,
  /** A synonym in the name. */
  nameOtherwise: 0.9,
  /** In the name, but with the words apart or with another ending. */
  nameNearly: 0.6,
  description: 0.6,
  /** For a kind of place: the code, without the words in the name. */
  codeAlone: 0.9
} as const

/** For a wish that is a plain word: its value in the text of a place, by where it is found. */
export const SAID_OF_WORD = {
  name: 1,
  city: 0.9,
  nameNearly: 0.7,
  elsewhere: 0.5,
  elsewhereNearly: 0.3
} as const

/** Minimum value for a wish to count as met. Places that meet the main wishes are counted as results. */
export const GOOD = 0.5

/** Factor for an agency that answers other procedures than those that are asked about, see `agencies.ts`. */
export const STRANGER = 0.5

/**
 * Factor for a place that helps with procedures beside other services, compared with a structure that exists for it
 * (France services): in one town, the France services comes first, and a place in the next town does not.
 */
export const NOT_DEDICATED = 0.85

/** Factor on the weight of an incidental wish, and of a plain word beside a wish with codes. */
export const BESIDE = 0.5

/**
 * Nearness is 1 / (1 + distance / scale). For places in the town that was typed, the distance is multiplied by this
 * factor.
 */
export const OWN_TOWN = 0.25

/**
 * For places in the town that was typed, the uncertainty of the position is multiplied by this factor. With 0.25,
 * places that are only known to be in Paris come before places in Paris that are near; with 1, they come after places
 * in the next town.
 */
export const VAGUE_IN_TOWN = 0.5

/** For places outside a département or région: the minimum distance and the scale, in metres. */
export const OUTSIDE = { leastM: 30_000, scaleM: 8_000 } as const

/**
 * `most` is λ, and `power` the exponent of the share of the question that a name contains. Smaller shares than
 * `least` do not count, nor shares below `leastElsewhere` if the place is outside the town in the words or far away.
 */
export const KNOWN_ITEM = { most: 0.7, power: 4, least: 0.7, leastElsewhere: 0.85 } as const

/** How much a word of the question counts, by where it was found. */
export const COVERED = { name: 1, city: 0.9, nearly: 0.8 } as const

/** The largest weight of a place, used to compute the best possible score of places that were not read. */
export const MOST_WEIGHT = 1.05
