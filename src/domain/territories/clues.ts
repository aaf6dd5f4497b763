import type { Point } from '../geo/geo.ts'
import type { CommuneRow } from './territory.ts'

/** What a record contains about its commune. Any part may be missing or wrong. */
export type CommuneClues = {
  readonly code?: string | null
  readonly name?: string | null
  readonly postcode?: string | null
  /** Code of the département, for records without a postcode. */
  readonly department?: string | null
  /** The position as the producer gives it. */
  readonly position?: Point | null
  /** Other text that may name the town: the name of the place, or what follows the postcode in its street. */
  readonly beside?: string | null
  /** Whether the producer looked the name up by the code, so that it says no more than the code. */
  readonly isNameOfCode?: boolean
}

/** The clue that decided. */
export type CommuneEvidence =
  | 'code'
  | 'former-code'
  | 'name-and-postcode'
  | 'name-and-cedex'
  | 'postcode'
  | 'small-words-in-postcode'
  | 'part-of-name-in-postcode'
  | 'misspelt-in-postcode'
  | 'name-near-position'
  | 'name-in-department'
  | 'only-name'
  | 'similar-name-near-position'
  | 'postcode-of-quarter'
  | 'postcode-and-nearest-centre'
  | 'nearest-centre'

/**
 * Clues that the others contradict. `code-and-name`: the code and the name agree on one commune, but the other clues
 * contradict it. `name`: the postcode and the position agree on another commune than the named town. `digits`: they
 * are given both as code and as postcode, and may be either.
 */
type RefusedClues = 'code' | 'code-and-name' | 'name' | 'digits' | null

/**
 * The département and région of a record whose commune is unknown. They are common to all communes of the postcode
 * or, without a postcode, follow from the département that the record names or from all communes around the position.
 * `department` is null if these communes are in several départements.
 */
export type TerritoryFound = {
  readonly department: string | null
  readonly region: string
  readonly by: 'postcode' | 'department' | 'position'
}

export type CommuneResolution =
  | { readonly commune: CommuneRow; readonly by: CommuneEvidence; readonly refused: RefusedClues }
  | {
      readonly commune: null
      readonly reason: string
      readonly refused: RefusedClues
      readonly territory: TerritoryFound | null
    }

/** The clues, normalised; `departments` are the départements of the postcode. */
export type ReadClues = {
  readonly name: string | null
  readonly written: string
  readonly postcode: string | null
  readonly departments: ReadonlySet<string>
  readonly position: Point | null
  /** The commune of the code, if the code is contradicted. */
  readonly refused: CommuneRow | null
}

export type Found = { readonly commune: CommuneRow; readonly by: CommuneEvidence }
