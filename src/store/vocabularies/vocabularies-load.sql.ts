import type { Vocabulary } from '../../domain/vocabularies/term.ts'
import { type Sql, sql } from '../db/sql.ts'

/**
 * Updates `vocabulary` and `term` from the code, in a single statement that needs no transaction. A term that
 * has been removed from the code keeps its row, because places may still contain its id.
 */
export function vocabulariesLoad(vocabularies: readonly Vocabulary[]): Sql {
  return sql`
WITH given AS (
  SELECT * FROM jsonb_to_recordset(${JSON.stringify(vocabularies.map(vocabularyRow))}::jsonb)
    AS g (name text, parameter text, label_fr text, label_en text)
), given_term AS (
  -- Ids are handed out in the order of the code: a fresh database has the same ids everywhere.
  SELECT * FROM ROWS FROM (jsonb_to_recordset(${JSON.stringify(vocabularies.flatMap(termRows))}::jsonb)
    AS (vocabulary text, code text, label_fr text, label_en text, synonyms text[], standard text)
  ) WITH ORDINALITY AS g (vocabulary, code, label_fr, label_en, synonyms, standard, position)
), kept AS (
  INSERT INTO vocabulary AS v SELECT * FROM given
  ON CONFLICT (name) DO UPDATE SET (parameter, label_fr, label_en) =
    (excluded.parameter, excluded.label_fr, excluded.label_en)
  WHERE (v.parameter, v.label_fr, v.label_en) IS DISTINCT FROM
    (excluded.parameter, excluded.label_fr, excluded.label_en)
  RETURNING 1
), reworded AS (
  UPDATE term t SET (label_fr, label_en, synonyms, standard) = (g.label_fr, g.label_en, g.synonyms, g.standard)
  FROM given_term g
  WHERE t.vocabulary = g.vocabulary AND t.code = g.code
    AND (t.label_fr, t.label_en, t.synonyms, t.standard) IS DISTINCT FROM
      (g.label_fr, g.label_en, g.synonyms, g.standard)
  RETURNING 1
), added AS (
  -- Not an upsert: ON CONFLICT takes an id from the sequence for each row that is already there.
  INSERT INTO term (vocabulary, code, label_fr, label_en, synonyms, standard)
  SELECT vocabulary, code, label_fr, label_en, synonyms, standard FROM given_term g
  WHERE NOT EXISTS (SELECT FROM term t WHERE t.vocabulary = g.vocabulary AND t.code = g.code)
  ORDER BY position
  ON CONFLICT DO NOTHING
  RETURNING 1
)
UPDATE data_version SET version = version + 1, changed_at = now()
WHERE EXISTS (SELECT FROM kept) OR EXISTS (SELECT FROM reworded) OR EXISTS (SELECT FROM added)`
}

const vocabularyRow = ({ name, parameter, fr, en }: Vocabulary) => ({
  name,
  parameter,
  label_fr: fr,
  label_en: en
})

const termRows = ({ name, terms }: Vocabulary) =>
  terms.map(({ code, fr, en, synonyms = [], spellings = [], standard = null }) => ({
    vocabulary: name,
    code,
    label_fr: fr,
    label_en: en,
    synonyms: [...spellings, ...synonyms],
    standard
  }))
