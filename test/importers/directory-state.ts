import type { Database } from '../../src/store/db/database.ts'

/** Everything that an import may write, except the record of the run itself: equal means unchanged. */
export async function stateOf({ batch }: Database): Promise<unknown> {
  const { rows } = await batch.query(`
    SELECT (SELECT version FROM data_version) AS version,
      (SELECT md5(coalesce(string_agg(place::text, E'\\n' ORDER BY id), '')) FROM place) AS places,
      (SELECT md5(coalesce(string_agg(source_record::text, E'\\n' ORDER BY id), '')) FROM source_record) AS records,
      (SELECT md5(coalesce(string_agg(place_label::text, E'\\n' ORDER BY place_label), '')) FROM place_label) AS labels,
      (SELECT md5(coalesce(string_agg(change::text, E'\\n' ORDER BY id), '')) FROM change) AS changes`)
  return rows[0]
}

export async function rowsOf(
  { batch }: Database,
  query: string,
  values: readonly unknown[] = []
): Promise<readonly Record<string, unknown>[]> {
  return (await batch.query(query, [...values])).rows
}
