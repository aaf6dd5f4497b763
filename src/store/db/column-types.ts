import pg from 'pg'

type Parse = (text: string) => unknown

/** The parsers of `pg` for any type; its own typing knows the names of a few only. */
const usual = pg.types.getTypeParser as (id: number, format?: string) => Parse

const { INT8, DATE, JSON: JSON_TEXT } = pg.types.builtins
const INT8_ARRAY = 1016
const DATE_ARRAY = 1182
const TEXT_ARRAY = 1009

const numberOrNull = (text: string | null): number | null => (text === null ? null : Number(text))

/** How values come back from the database, where `pg` does otherwise. */
const PARSERS: Readonly<Record<number, Parse>> = {
  // Counts, versions and row numbers: none will pass 2^53, and as text "9" is greater than "10".
  [INT8]: Number,
  [INT8_ARRAY]: (text) => (usual(INT8_ARRAY)(text) as (string | null)[]).map(numberOrNull),
  // A day has no time zone: as a Date it would be the day before, west of here.
  [DATE]: (text) => text,
  // A place's document, which is handed on as it is. What is to be read is jsonb.
  [JSON_TEXT]: (text) => text,
  [DATE_ARRAY]: usual(TEXT_ARRAY)
}

export const columnTypes = {
  getTypeParser: (id: number, format?: string): Parse =>
    (format !== 'binary' && PARSERS[id]) || usual(id, format)
} as pg.CustomTypesConfig
