import { type Sql, sql } from '../db/sql.ts'

/** The stems of a text, each with where it stands in it. */
export type StemmedWording = {
  readonly wording: string
  readonly stems: Readonly<Record<string, readonly number[]>>
  /** How many words it has, those of grammar too: a mark put behind it stands one further. */
  readonly words: number
}

export const wordings = (texts: readonly string[]): Sql => sql`
SELECT wording,
       coalesce((SELECT jsonb_object_agg(lexeme, positions)
                 FROM unnest(to_tsvector('annuaire_french', wording))), '{}') AS stems,
       (SELECT max(position) - 1
        FROM unnest(to_tsvector('annuaire_french', wording || ', x')), unnest(positions) AS position) AS words
FROM unnest(${texts}::text[]) AS given (wording)`
