import { DERIVED } from '../../domain/history/place-history.ts'
import type { Span } from '../../domain/subscriptions/subscription-ports.ts'
import { and, type Sql, sql } from '../db/sql.ts'
import { placeColumns } from '../places/place-columns.sql.ts'
import { type Asked, conditions, gone } from './place-conditions.sql.ts'

/** The latest changes of one place, also if it was withdrawn or merged. */
export const placeChanges = (id: string, limit: number): Sql =>
  latestChanges(sql`place_id = ${id}::uuid`, limit)

/**
 * The latest changes of all places that match, and of those that matched before they left the directory. The words of
 * a question find places of today only.
 */
export const changesAmong = (asked: Asked, limit: number): Sql => latestChanges(isAmong(asked), limit)

const isAmong = (asked: Asked): Sql => sql`place_id IN (
    SELECT id FROM place WHERE ${conditions(asked)}
    UNION ALL
    SELECT id FROM place WHERE ${asked.good === null ? and(gone(asked)) : sql`false`})`

/** Changes of a place and of those into which it was merged. */
const isInLine = (id: string): Sql => sql`place_id IN (
    WITH RECURSIVE line AS (
      SELECT place.id, merged_into FROM place WHERE place.id = ${id}::uuid
      UNION
      SELECT place.id, place.merged_into FROM line JOIN place ON place.id = line.merged_into
    ) SELECT id FROM line)`

/** What a subscription follows: a place, or the places that match. */
export type Among = { readonly place: string } | Asked

/** Changes between two versions that say something to people, of what a subscription follows. */
const inSpan = (
  among: Among,
  { after, upTo }: Span
): Sql => sql`version > ${after}::bigint AND version <= ${upTo}::bigint
  AND NOT (kind = 'updated' AND fields <@ ${[...DERIVED]}::text[])
  AND ${'place' in among ? isInLine(among.place) : isAmong(among)}`

/** How many changes there are, and of how many places. */
export const spanCount = (among: Among, span: Span): Sql => sql`
SELECT count(DISTINCT place_id) AS places, count(*) AS changes FROM change WHERE ${inSpan(among, span)}`

/** All changes, the oldest first. */
export const spanChanges = (among: Among, span: Span): Sql =>
  told(
    sql`SELECT change.id AS number, version, kind, place_id, survivor, fields, at FROM change WHERE ${inSpan(among, span)}`,
    sql`version, number`
  )

/** The newest first. */
const latestChanges = (which: Sql, limit: number): Sql =>
  told(
    sql`SELECT change.id AS number, version, kind, place_id, survivor, fields, at FROM change WHERE ${which}
  ORDER BY version DESC, change.id DESC LIMIT ${limit}`,
    sql`version DESC, number DESC`
  )

/**
 * What an earlier correction said before a correction was made, or says again since it was undone. If that one was undone
 * too, it is what the one before it said. What lapsed gives way to the sources.
 */
const OTHER = sql`
WITH RECURSIVE before AS (
  SELECT earlier.replaces, earlier.value, earlier.undone_why FROM correction AS earlier
  WHERE earlier.id = correction.replaces AND (moment.made OR correction.undone_why <> 'lapsed')
  UNION ALL
  SELECT earlier.replaces, earlier.value, earlier.undone_why
  FROM before JOIN correction AS earlier ON earlier.id = before.replaces
  WHERE NOT moment.made AND before.undone_why IS NOT NULL
)
SELECT jsonb_build_object('value', value) FROM before WHERE moment.made OR undone_why IS NULL LIMIT 1`

/**
 * Changes with the corrections that caused them. A correction belongs to the first change of its place after it was made
 * or ended, if that change touched its field. Only the journal says which account ended one.
 */
const told = (changes: Sql, order: Sql): Sql => sql`
WITH latest AS MATERIALIZED (
  ${changes}
)
SELECT latest.*, place.id, ${placeColumns},
       (SELECT coalesce(jsonb_agg(jsonb_build_object(
                 'field', field, 'value', value, 'replaced', replaced, 'made', moment.made,
                 'other', (${OTHER}),
                 'account', CASE WHEN moment.made THEN account_id::text ELSE (
                   SELECT actor_id FROM act
                   WHERE subject_kind = 'place' AND subject_id = latest.place_id::text AND actor_kind = 'account'
                     AND act.kind = 'undone' AND act.data ->> 'correction' = correction.id::text) END
               ) ORDER BY correction.id), '[]')
        FROM correction, LATERAL (VALUES (true, made_at), (false, undone_at)) moment (made, at)
        WHERE correction.place_id = latest.place_id AND moment.at <= latest.at
          AND moment.at > (SELECT coalesce(max(earlier.at), '-infinity') FROM change earlier
                           WHERE earlier.place_id = latest.place_id
                             AND (earlier.version, earlier.id) < (latest.version, latest.number))
          AND EXISTS (SELECT FROM unnest(latest.fields) touched
                      WHERE touched = field OR starts_with(touched, field || '.'))) AS corrections
FROM latest JOIN place ON place.id = latest.place_id
ORDER BY ${order}`
