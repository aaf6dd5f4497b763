import type { Point } from '../../domain/geo/geo.ts'
import type { After } from '../../domain/search/ports.ts'
import type { Filters } from '../../domain/search/search-question.ts'
import type { Group } from '../../domain/words/words.ts'
import { BY_ONE_PROCESS } from '../db/index-hints.sql.ts'
import { and, EMPTY, type Sql, sql } from '../db/sql.ts'
import { placeColumns } from '../places/place-columns.sql.ts'
import { anyOf } from '../words/tsquery.ts'
import { type Asked, byPosition, conditions, origin } from './place-conditions.sql.ts'
import type { QualityBorder, Window } from './relevance-window.ts'

type Relevance = Asked & {
  readonly window: Window
  /** How many matches a window begins with. */
  readonly size: number
  readonly after: After | null
  readonly limit: number
  /** Whether the nearest are found by sorting, where the index cannot walk to them: see `placeNearestSorted`. */
  readonly sorted: boolean
  readonly terms: TermsOf
}

/** The ids of a group's codes. */
type TermsOf = (group: Group) => readonly number[]

/** Where the order starts from: what the words name, or who asks. */
export const startOf = ({ words, near }: Filters): Point | undefined => words?.where?.centre ?? near

/** The places of one window, best first, each with the border that the window ends at. */
export function placeRelevance(asked: Relevance): Sql {
  const start = startOf(asked.filters)
  const { after, limit } = asked
  const inside =
    asked.window.kind === 'near' && start ? nearWindow(asked, asked.window, start) : otherWindow(asked)
  return sql`
WITH RECURSIVE asked AS MATERIALIZED (${askedFor(asked.filters.words?.groups ?? [], asked.terms)}),
${inside},
hit AS MATERIALIZED (
  SELECT id, score FROM scored
  WHERE ${after ? sql`(score < ${after.key}::float8 OR score = ${after.key}::float8 AND id > ${after.id}::uuid)` : sql`true`}
  ORDER BY score DESC, id LIMIT ${limit}
)
SELECT id, ${placeColumns}, score AS key, ${distanceFrom(asked.filters.near)} AS distance_m,
       border.* FROM border LEFT JOIN (hit JOIN place USING (id)) ON true
ORDER BY score DESC, id`
}

const distanceFrom = (near: Point | undefined): Sql =>
  near ? sql`ST_Distance(location, ${origin(near)})` : sql`NULL::float8`

/** One row a group: the words for it as queries, made once and not for each place. */
const askedFor = (groups: readonly Group[], terms: TermsOf): Sql => sql`
  SELECT to_tsquery('annuaire_french', exact) AS exact, to_tsquery('annuaire_french', nullif(same, '')) AS same,
         to_tsquery('annuaire_french', nullif(near, '')) AS near, weight, words, terms::integer[] AS terms
  FROM unnest(${groups.map(({ exact }) => anyOf(exact))}::text[], ${groups.map(({ same }) => anyOf(same))}::text[],
    ${groups.map(({ near }) => anyOf(near))}::text[], ${groups.map(({ weight }) => weight)}::float8[],
    ${groups.map(({ length }) => length)}::integer[], ${groups.map((group) => `{${terms(group)}}`)}::text[])
    AS g (exact, same, near, weight, words, terms)`

/** What a place is scored by, read as it is found: to look each up again by its id costs as much as to score it. */
const weighed = sql`id, search, codes, quality, updated_at`

/** These places with their scores. What each part of a place says is cut out once for all the groups: OFFSET 0 keeps it from being inlined. */
const scored = (places: Sql, start: Point | undefined): Sql => sql`
SELECT place.*, ${score(start)} AS score FROM (${places}) place
  CROSS JOIN LATERAL (
    SELECT ts_filter(search, '{a}') AS named, ts_filter(search, '{b,c}') AS listed, ts_filter(search, '{d}') AS told
    OFFSET 0
  ) said
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(weight * CASE
        WHEN named @@ exact THEN 1::float8 WHEN codes && terms THEN 0.95 WHEN named @@ same THEN 0.9
        WHEN listed @@ exact THEN CASE WHEN terms = '{}' THEN 0.75 ELSE 0.3 END WHEN listed @@ same THEN 0.3 WHEN named @@ near THEN 0.6 WHEN listed @@ near THEN 0.25
        WHEN told @@ exact THEN 0.3 WHEN told @@ same THEN 0.25 WHEN told @@ near THEN 0.15 ELSE 0 END)
      / nullif(sum(weight), 0), 1) AS met,
      coalesce(sum(words) FILTER (WHERE named @@ exact OR named @@ same OR named @@ near), 0)
        / greatest(length(named), 1)::float8 AS covered
    FROM asked
  ) text`

/**
 * How well the words are met (by what is in the name, then the city and what it offers, then what it tells), and how much
 * of the name they are; from a point, halved at each 10 km, about the distance at which people say they would
 * rather have the next best place. Quality and freshness decide between what is else alike.
 */
function score(start: Point | undefined): Sql {
  const decay = start ? sql` / (1 + coalesce(sphere, 1e7) / 10000)` : EMPTY
  return sql`(0.75 * met + 0.25 * least(covered, 1))${decay} + 0.02 * quality + extract(epoch FROM updated_at)::float8 / 1e11`
}

function otherWindow(asked: Relevance): Sql {
  const { window } = asked
  if (window.kind === 'quality') return qualityWindow(asked, window)
  const matching = and([conditions(asked), window.kind === 'unplaced' && sql`location IS NULL`])
  const places = sql`SELECT ${weighed}, NULL::float8 AS sphere FROM place WHERE ${matching}`
  return sql`scored AS (${scored(places, startOf(asked.filters))}),
border AS (SELECT NULL AS border)`
}

/** The next best places that match, or those up to a border that is known: a walk along the index on quality. */
function qualityWindow(
  asked: Relevance,
  { from, to }: { readonly from: QualityBorder | null; readonly to: QualityBorder | null }
): Sql {
  const after = from ?? BEFORE_ALL
  // Bounded above even where it begins, or the planner expects a third of the table and reads all of it.
  const matching = and([
    conditions(asked),
    sql`quality <= ${after.quality}::real AND (quality < ${after.quality}::real OR id > ${after.id}::uuid)`,
    to && sql`quality >= ${to.quality}::real AND (quality > ${to.quality}::real OR id <= ${to.id}::uuid)`
  ])
  const places = sql`
  SELECT ${weighed} FROM place WHERE ${matching} ORDER BY quality DESC, id ${to ? EMPTY : sql`LIMIT ${asked.size}`}`
  return sql`scored AS MATERIALIZED (${scored(places, undefined)}), border AS (
  -- Fewer than a window holds: nothing is left for another.
  SELECT CASE WHEN (SELECT count(*) FROM scored) >= ${asked.size}::integer
    THEN (SELECT json_build_object('quality', quality, 'id', id) FROM scored ORDER BY quality, id DESC LIMIT 1) END AS border
)`
}

const BEFORE_ALL: QualityBorder = { quality: 1.5, id: '00000000-0000-0000-0000-000000000000' }

/**
 * The nearest places that match, up to but without the distance of the last that was read: as far as that one, there
 * may be more. Where all are as far (one address for a whole town), or the border that is known was not reached, the
 * walk is repeated, longer.
 */
function nearWindow(
  asked: Relevance,
  { from, to }: { readonly from: number; readonly to: number | null },
  start: Point
): Sql {
  const walked = (places: Sql): Sql => walk(asked, start, { from, to }, places)
  return sql`reach AS (
  SELECT walked.* FROM (SELECT ${asked.size}::integer AS read) first CROSS JOIN LATERAL (${walked(sql`first.read`)}) walked
  UNION ALL
  SELECT walked.* FROM reach CROSS JOIN LATERAL (${walked(sql`reach.read * ${GROWTH}::integer`)}) walked
  WHERE NOT reach.certain
), border AS (
  SELECT ${to === null ? sql`edge` : sql`${to}::float8`} AS border FROM reach WHERE certain
), scored AS MATERIALIZED (
  SELECT walked.id, walked.score FROM reach CROSS JOIN LATERAL unnest(ids, spheres, scores) AS walked (id, sphere, score)
  WHERE certain AND sphere < (SELECT border FROM border)
)`
}

const GROWTH = 4

function walk(
  asked: Relevance,
  start: Point,
  { from, to }: { readonly from: number; readonly to: number | null },
  places: Sql
): Sql {
  const sphere = sql`location <-> ${origin(start)}`
  const matching = and([
    conditions(asked),
    byPosition(asked.door),
    BY_ONE_PROCESS,
    from > 0 && sql`${sphere} >= ${from}::float8`
  ])
  const nearest = sql`
  SELECT ${weighed}, ${sphere} AS sphere FROM place
  WHERE ${matching} AND location IS NOT NULL
  ORDER BY ${asked.sorted ? sql`(${sphere}) + 0` : sphere} LIMIT ${places}`
  return sql`
SELECT ${places} AS read, array_agg(id) AS ids, array_agg(sphere) AS spheres, array_agg(score) AS scores,
       CASE WHEN count(*) < ${places} THEN 1e9 ELSE max(sphere) END AS edge,
       count(*) < ${places} OR ${to === null ? sql`min(sphere) < max(sphere)` : sql`max(sphere) >= ${to}::float8`} AS certain
FROM (${scored(nearest, start)}) read`
}
