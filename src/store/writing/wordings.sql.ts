import { type Sql, sql } from '../db/sql.ts'

/** The stems of a text, each with its positions in the text. */
export type StemmedWording = {
  readonly wording: string
  readonly stems: Readonly<Record<string, readonly number[]>>
  /** Number of words, including stop words: a word added after the text has the next position. */
  readonly words: number
}

export const wordings = (texts: readonly string[]): Sql => sql`
SELECT wording,
       coalesce((SELECT jsonb_object_agg(lexeme, positions)
                 FROM unnest(to_tsvector('annuaire_french', wording))), '{}') AS stems,
       (SELECT max(position) - 1
        FROM unnest(to_tsvector('annuaire_french', wording || ', x')), unnest(positions) AS position) AS words
FROM unnest(${texts}::text[]) AS given (wording)`
