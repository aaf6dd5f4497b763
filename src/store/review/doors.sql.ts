import { EMPTY, type Sql, sql } from '../db/sql.ts'

/**
 * Present records with the same name, street and commune as a record of another place. The statement reads all
 * records once: no index contains names and streets, and this is asked only a few times a year. `jsonb_to_record`
 * unpacks a record once, not once per field.
 */
export const doorsFind = (numbered: boolean): Sql => sql`
WITH record AS (
  SELECT record.id, coalesce(place.merged_into, place.id) AS place,
         words_of_name(fold(content.name)) AS name,
         words_of_name(fold(content.address ->> 'street')) AS street, content.address ->> 'commune' AS commune
  FROM source_record record
  CROSS JOIN LATERAL jsonb_to_record(mapped -> 'content') AS content (name text, address jsonb)
  JOIN source ON source.slug = record.source AND source.gives = 'places'
  JOIN place ON place.id = record.place_id
  WHERE record.present AND record.source <> 'sample'
)
SELECT array_agg(id ORDER BY id) AS rows
FROM record
WHERE name <> '' AND street <> '' AND commune IS NOT NULL ${numbered ? sql`AND street ~ '^[0-9]'` : EMPTY}
GROUP BY name, street, commune
HAVING count(DISTINCT place) > 1
ORDER BY min(id)`

/** All present records of the places to which these records belong. */
export const doorsHousemates = (rows: readonly number[]): Sql => sql`
WITH home AS (
  SELECT DISTINCT coalesce(place.merged_into, place.id) AS id
  FROM source_record record JOIN place ON place.id = record.place_id
  WHERE record.id = ANY (${rows}::bigint[])
), part AS (
  SELECT id AS home, id FROM home
  UNION SELECT home.id, place.id FROM home JOIN place ON place.merged_into = home.id
)
SELECT record.id AS row, part.home AS place
FROM part JOIN source_record record ON record.place_id = part.id AND record.present
JOIN source ON source.slug = record.source AND source.gives = 'places'
ORDER BY record.id`
