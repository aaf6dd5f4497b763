/*
 * score = (F · D + λ·K) · weight
 *
 * F: how well a place fits, the product over all wishes of value^weight. D: how near it is. K: whether the question is its
 * name. The weight is the place's own. Every part lies between 0 and 1 but for the weight, and none ever falls where a place
 * is nearer, fits better, or says more of its name. Measured on judged questions over real places: the figures behind each
 * number, and within which limits it may be changed, are in scripts/bench/relevance/README.md.
 */

/** What a wish is about, as far as it decides what a value is worth. */
export type Family = 'service' | 'kind' | 'label' | 'side' | 'time' | 'word'

type Values = {
  /** Of what a place offers by what it is, if that is sure. */
  readonly implied: number
  /** Of a place that says nothing of it. */
  readonly unknown: number
  /** Of a place that is known not to. Never above `unknown`. */
  readonly no: number
  /** Exponent: how much the wish counts. */
  readonly weight: number
}

/** A place that declares what is wished is worth 1. */
export const VALUES: { readonly [family in Family]: Values } = {
  service: { implied: 0.95, unknown: 0.25, no: 0.1, weight: 1 },
  // Half of all places have no type; few are of the kind that is asked.
  kind: { implied: 0.8, unknown: 0.05, no: 0.02, weight: 1 },
  label: { implied: 0.8, unknown: 0.02, no: 0.02, weight: 1 },
  // Whom it is for, what it costs, how it is reached: most places do not say, and most will do.
  side: { implied: 0.8, unknown: 0.6, no: 0.3, weight: 0.6 },
  time: { implied: 0.8, unknown: 0.5, no: 0.15, weight: 1 },
  // Its weight is how rare the word is.
  word: { implied: 0.5, unknown: 0.15, no: 0.15, weight: 1 }
}

/** What probably follows from what a place is, against what surely does. */
export const LIKELY = 0.85

/** Of a wish for a code: what a place says in words, if it carries the code or not. */
export const SAID_OF_CODE = {
  name: 1,
  /** In its name, in other words for the same. */
  nameOtherwise: 0.9,
  /** In its name, but apart or with another ending. */
  nameNearly: 0.6,
  description: 0.6,
  /** Of a kind, the code without the words in the name. */
  codeAlone: 0.9
} as const

/** Of a word that stands for itself. */
export const SAID_OF_WORD = {
  name: 1,
  city: 0.9,
  nameNearly: 0.7,
  elsewhere: 0.5,
  elsewhereNearly: 0.3
} as const

/** A wish that is met by this much is met: such places are counted. */
export const GOOD = 0.5

/** How much less counts what is said around another wish, or a word beside one that means something. */
export const BESIDE = 0.5

/** D = 1 / (1 + distance / scale), and what lies within the very town that was typed is taken to be nearer. */
export const OWN_TOWN = 0.25

/** Outside a département or région: as if so far away at least, by this scale. In metres. */
export const OUTSIDE = { leastM: 30_000, scaleM: 8_000 } as const

/** λ, the power of the share of the question that a name says, and from which share on it counts. */
export const KNOWN_ITEM = { most: 0.7, power: 4, least: 0.7, leastElsewhere: 0.85 } as const

/** What a word of the question counts when a name says it, by where the place says it. */
export const COVERED = { name: 1, city: 0.9, nearly: 0.8 } as const

/** The largest weight of a place: nothing that was not looked at can score more than its fit and nearness allow with it. */
export const MOST_WEIGHT = 1.05
