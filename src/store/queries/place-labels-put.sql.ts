import { type Sql, sql } from '../sql.ts'

export type LabelRow = {
  readonly place_id: string
  readonly term_id: number
  readonly source: string
  readonly valid_from: string | null
  readonly valid_until: string | null
}

/** One statement cannot both delete and insert the same key, so this goes in two. */
export const placeLabelsClear = (placeIds: readonly string[]): Sql =>
  sql`DELETE FROM place_label WHERE place_id = ANY (${placeIds}::uuid[])`

export const placeLabelsAdd = (labels: readonly LabelRow[]): Sql => sql`
INSERT INTO place_label (place_id, term_id, source, valid_from, valid_until)
SELECT place_id, term_id, source, valid_from, valid_until
FROM jsonb_to_recordset(${JSON.stringify(labels)}::jsonb)
  AS g (place_id uuid, term_id integer, source text, valid_from date, valid_until date)`
