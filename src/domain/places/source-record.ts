import type { PlaceContent } from './place.ts'

/** A record of a directory, as it was read; stored in the `mapped` column of `source_record`. */
export type MappedRecord = {
  /** The record's id in its source, where it is unique and never changes. */
  readonly id: string
  /** Address of the page on which the source shows the record, if there is one. */
  readonly url: string | null
  /** The record's own date of change, `YYYY-MM-DD`, if its source gives one. */
  readonly changed_on: string | null
  /**
   * The record's numbers in other directories, by the slugs of these directories: `{ "france-services": "2057" }`.
   * Left out if there are none, so that older rows need not be rewritten.
   */
  readonly quotes?: Readonly<Record<string, string>>
  readonly content: PlaceContent
}

/** What is known of a source besides its records. */
export type SourceFacts = {
  readonly source: string
  readonly licence: string
  /** If two sources disagree, the one with the higher priority wins. */
  readonly priority: number
  readonly publishes_persons: boolean
  readonly gives: Gives
  /**
   * Whether its records may state their numbers in other directories; false if left out. A false number would merge a
   * record with the place of somebody else.
   */
  readonly may_quote?: boolean
}

/**
 * What a source provides. `places`: it lists places. `accessibility`: it only describes the accessibility of places
 * that other sources list.
 */
export type Gives = 'places' | 'accessibility'

export type SourceRecord = MappedRecord & SourceFacts

/**
 * The producer of a record: the part of the id before the colon, if the source has several producers; otherwise the
 * source.
 */
export const producerOf = ({ source, id }: Pick<SourceRecord, 'source' | 'id'>): string =>
  id.includes(':') ? id.slice(0, id.indexOf(':')) : source

export type SourceDefinition = SourceFacts & {
  readonly name: string
  readonly homepage: string | null
  /**
   * Whether the source is known, so that its runs may change many places of others: it is part of the program, or an
   * operator accepted it. False if left out.
   */
  readonly accepted?: boolean
}
