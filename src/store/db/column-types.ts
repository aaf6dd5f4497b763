import pg from 'pg'

type Parse = (text: string) => unknown

/** Returns the default parser of `pg` for any type id; the TypeScript types of `pg` only allow some ids. */
const usual = pg.types.getTypeParser as (id: number, format?: string) => Parse

const { INT8, DATE, JSON: JSON_TEXT } = pg.types.builtins
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const TEXT_ARRAY = 1009

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text))

/** Parsers that replace those of `pg`. */
const PARSERS: Readonly<Record<number, Parse>> = {
  // Counts, versions and row numbers stay below 2^53, so they are safe as numbers. As text, "9" would be greater
  // than "10".
  [INT8]: Number,
  [INT8_ARRAY]: (text) => (usual(INT8_ARRAY)(text) as (string | null)[]).map(numberOrNull),
  // A day has no time zone: as a Date, it would become the day before in time zones farther west.
  [DATE]: (text) => text,
  // Only the stored documents of places have the type json, and they are passed on as text. Values that we parse
  // are jsonb.
  [JSON_TEXT]: (text) => text,
  [DATE_ARRAY]: usual(TEXT_ARRAY)
}

export const columnTypes = {
  getTypeParser: (id: number, format?: string): Parse =>
    (format !== 'binary' && PARSERS[id]) || usual(id, format)
} as pg.CustomTypesConfig
