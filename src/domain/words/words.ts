import type { Point } from '../geo/geo.ts'
import type { CodeParameter } from '../vocabularies/term.ts'

/**
 * One thing that was asked for, with all the wordings that places may use for it: words or phrases without accents. A
 * place that contains any of them matches.
 */
export type Group = {
  /** The words as they were typed, without accents and case. */
  readonly typed: string
  /** Number of words. */
  readonly length: number
  /** What was typed, or its correction. */
  readonly exact: readonly string[]
  /** Other words with the same meaning. */
  readonly same: readonly string[]
  /** What may have been meant: other corrections, other endings. */
  readonly near: readonly string[]
  /** Codes with the same meaning; a place with one of them matches best. */
  readonly codes: readonly Meant[]
  /** Whether a place must contain it; otherwise it only improves the rank. */
  readonly required: boolean
  /** How much it counts, from 0 to 1; a rarer word counts more. */
  readonly weight: number
}

/** What a wish is about: a vocabulary, the time, or a word that stands for itself. */
export type WishKind = MeantParameter | 'time' | 'word'

/** The search parameters whose values words may stand for. */
export type MeantParameter = CodeParameter | 'accessibility'

/** A code that a wish stands for. */
export type WishCode = {
  readonly parameter: MeantParameter
  readonly code: string
  /** How sure it is that this is meant, 0 to 1: "passeport" is a procedure (1), and perhaps a town hall (0.6). */
  readonly confidence: number
}

/** One thing that was asked for, with its subject. */
export type Wish = Group & {
  readonly kind: WishKind
  /**
   * A place needs only one of these codes; the surest come first. Empty for a word that stands for itself, and for a
   * time: see `Words.when`.
   */
  readonly codes: readonly WishCode[]
  /** Whether it is incidental ("sur mon ordinateur"): then it counts less than the other wishes. */
  readonly aside: boolean
}

/** Neighbouring words of the question: the index of the first one, and their number. */
export type Span = readonly [at: number, length: number]

export const WHERE_KINDS = ['commune', 'postcode', 'epci', 'department', 'region', 'area'] as const
export type WhereKind = (typeof WHERE_KINDS)[number]

/** A territory or a postcode that words name. */
export type Spot = {
  readonly kind: WhereKind
  /** The INSEE code, postcode, SIREN or other official code; for an area, its key in `areas.ts`. */
  readonly code: string
  readonly name: string
  /** Null for an area, or if the centre is unknown. */
  readonly centre: Point | null
  readonly department: string | null
  /**
   * For a part of a commune (arrondissement, delegated commune): the code of today's commune; otherwise null.
   */
  readonly commune: string | null
  /** For a part of a commune: its own name, as in the list of territories; otherwise null. */
  readonly part: string | null
}

/** The territory that the question names: "fablab lyon", "mediatheque 14400", "epn calvados". */
export type Where = Spot &
  Typed & {
    /** The name to search for in the texts of places: as typed, and corrected. */
    readonly says: readonly string[]
    /** The postcode that was typed beside a town. */
    readonly postcode: string | null
    /** Further towns in the question: places in any of them are wanted. */
    readonly also: readonly Spot[]
    /** Other territories of the same name, the most populated first, to ask which "Saint-Denis" is meant. */
    readonly ambiguous: readonly Spot[]
    /** A street address as typed, for a geocoder: "48 bis rue de Beauvais". */
    readonly address: string | null
  }

export type Between = { readonly from: string; readonly to: string }

/**
 * Clock times within one day, as `HH:MM`; `to` may be `24:00`. With `core`, a place must be open at some time between
 * these narrower times.
 */
export type Hours = Between & { readonly core?: Between }

/** A time as it was said, not yet an instant: see `time-asked.ts`. */
export type SaidTime =
  | { readonly day: 'now' }
  /** `plus` days from today; if `hours` is null, the whole day. */
  | { readonly day: 'today'; readonly plus: number; readonly hours: Hours | null }
  /** The next such day of the week, today included: 1 is Monday, 7 is Sunday. Several days for "le week-end". */
  | {
      readonly day: 'week'
      readonly days: readonly number[]
      readonly hours: Hours | null
      /** "lundi prochain": the next one after today. */
      readonly next?: boolean
    }
  /** "le 8 décembre": in that year or, without a year, the next such date. */
  | {
      readonly day: 'date'
      readonly month: number
      readonly date: number
      readonly year: number | null
      readonly hours: Hours | null
    }
  /** At these hours on any day: "ouvert le midi". */
  | { readonly day: 'any'; readonly hours: Hours }

/** When the user wants a place to be open. */
export type When = Typed & {
  readonly said: SaidTime
  /** The date and time that the words mean for this user now; null until computed in `resolve-filters.ts`. */
  readonly at: TimeAsked | null
}

/**
 * The time at which a place must be open: an instant, a local time at the place (`YYYY-MM-DDTHH:MM`), or any time
 * between two local times. With `core`, a place that is open only outside of it does not count.
 */
export type TimeAsked =
  | { readonly instant: string }
  | { readonly local: string }
  | (Between & { readonly core?: Between })

/** Words that were recognised, and where they are in the question. */
export type Typed = {
  /** Where these words are in the question. */
  readonly spans: readonly Span[]
  readonly typed: string
  /** The question with these words taken literally. */
  readonly undo: string
}

/** How the words of a question were read. */
export type Reading = Typed &
  (
    | {
        /** A misspelt or unfinished word. */
        readonly as: 'correction'
        /** The words that were searched for in addition, or instead. */
        readonly words: readonly string[]
      }
    /** A word that stands for codes of the vocabularies. */
    | { readonly as: 'meaning'; readonly codes: readonly Meant[] }
    /** Words that refuse these codes, which are then not searched for: "sauf CAF". */
    | { readonly as: 'refused'; readonly codes: readonly Meant[] }
    /** A word that is not searched for: "je cherche". */
    | { readonly as: 'ignored' }
  )

export type Meant = { readonly parameter: MeantParameter; readonly code: string }

/** What the words of a question ask for. */
export type Words = {
  /** Everything that is wished for, in the order of the text. */
  readonly wishes: readonly Wish[]
  /** The wishes to search for in the texts of places. */
  readonly groups: readonly Group[]
  readonly where: Where | null
  readonly when: When | null
  /** "près de moi": the position of the user is needed. */
  readonly nearMe: Typed | null
  /** A place outside of France that the question names: then nothing is searched for. */
  readonly abroad: (Typed & { readonly name: string }) | null
  /** Codes of what the question refuses ("sauf CAF"), which are not wished for. */
  readonly refused: readonly Meant[]
  /** Words that no place contains and that have no known meaning, and times that cannot be left out. */
  readonly ignored: readonly Typed[]
  readonly readings: readonly Reading[]
  /** The whole question without accents and case: a place with exactly this name comes first. */
  readonly whole: string
}
