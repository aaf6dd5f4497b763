import { escapeLiteral } from 'pg'
import type { CommuneRow } from '../../domain/territories/territory.ts'
import { Sql, sql } from '../db/sql.ts'
import type { TerritoryRow } from './administrative-data.ts'

type CommuneCode = Pick<CommuneRow, 'code' | 'commune' | 'relation' | 'name'>

/**
 * Updates `territory` and `commune_code` from the official list in a single statement, so that an interrupted start
 * leaves either all of it or nothing. Centres and outlines come from other files and are kept; our own approximate
 * centre is used until such a file is loaded.
 */
export function territoriesLoad(territories: readonly TerritoryRow[], codes: readonly CommuneCode[]): Sql {
  return sql`
WITH given AS (
  SELECT kind, code, name, population, epci, department, region, postcodes,
    ST_SetSRID(ST_MakePoint(lon, lat), 4326)::geography AS centre
  FROM jsonb_to_recordset(${JSON.stringify(territories)}::jsonb)
    AS g (kind territory_kind, code text, name text, population integer, epci text, department text,
      region text, postcodes text[], lat double precision, lon double precision)
), territories AS (
  INSERT INTO territory AS t (kind, code, name, population, epci, department, region, postcodes, centre)
  SELECT * FROM given
  ON CONFLICT (kind, code) DO UPDATE SET
    (name, population, epci, department, region, postcodes, centre) =
    (excluded.name, excluded.population, excluded.epci, excluded.department, excluded.region,
      excluded.postcodes, coalesce(t.centre, excluded.centre))
  WHERE (t.name, t.population, t.epci, t.department, t.region, t.postcodes) IS DISTINCT FROM
    (excluded.name, excluded.population, excluded.epci, excluded.department, excluded.region,
      excluded.postcodes)
    OR t.centre IS NULL AND excluded.centre IS NOT NULL
  RETURNING 1
), codes AS (
  INSERT INTO commune_code AS c (code, commune, relation, name)
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(codes)}::jsonb)
    AS g (code text, commune text, relation text, name text)
  ON CONFLICT (code) DO UPDATE SET (commune, relation, name) =
    (excluded.commune, excluded.relation, excluded.name)
  WHERE (c.commune, c.relation, c.name) IS DISTINCT FROM
    (excluded.commune, excluded.relation, excluded.name)
  RETURNING 1
)
UPDATE data_version SET version = version + 1, changed_at = now()
WHERE EXISTS (SELECT FROM territories) OR EXISTS (SELECT FROM codes)`
}

export type CommuneNameRow = {
  /** Code of the part of the commune with this name; the code of the commune if the part has no code. */
  readonly commune: string
  readonly name: string
  /** Postcodes of the part; empty if they are unknown. */
  readonly code: string
  /** Postcodes of the part; empty if they are not known. */
  readonly postcodes: readonly string[]
}

/** Makes `commune_name` contain exactly these names. */
export const communeNamesLoad = (names: readonly CommuneNameRow[]): Sql => sql`
WITH given AS (
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(names)}::jsonb)
    AS g (commune text, name text, code text, postcodes text[])
), gone AS (
  DELETE FROM commune_name n
  WHERE NOT EXISTS (SELECT FROM given g WHERE g.commune = n.commune AND g.name = n.name)
)
INSERT INTO commune_name AS n (commune, name, code, postcodes) SELECT commune, name, code, postcodes FROM given
ON CONFLICT (commune, name) DO UPDATE SET (code, postcodes) = (excluded.code, excluded.postcodes)
WHERE (n.code, n.postcodes) IS DISTINCT FROM (excluded.code, excluded.postcodes)`

/**
 * Reads the version of the list that is loaded. It is stored as the comment of the table, because a comment exists
 * exactly as long as the table and is part of dumps.
 */
export const territoriesLoaded = (): Sql => sql`SELECT obj_description('territory'::regclass) AS version`

/** Stores the version of the list. The statement COMMENT cannot bind values, so the version is escaped. */
export const territoriesMarkLoaded = (version: string): Sql =>
  new Sql([`COMMENT ON TABLE territory IS ${escapeLiteral(version)}`], [])

/**
 * Deletes communes that have merged into another commune, to which their codes now belong. This is a separate
 * statement, because all parts of the loading statement see the tables as they were before it.
 */
export const territoriesPrune = (): Sql => sql`
DELETE FROM territory t
WHERE t.kind = 'commune' AND NOT EXISTS (SELECT FROM commune_code c WHERE c.commune = t.code)`
