import type { SourceDefinition } from '../../domain/places/source-record.ts'
import { type Sql, sql } from '../db/sql.ts'

/** Registers the source as the code describes it, and the term by which its places can be searched. */
export const sourceRegister = (source: SourceDefinition): Sql => sql`WITH ${registering(source)} SELECT`

/** The registration of a source, as parts of a WITH clause. */
export const registering = (source: SourceDefinition): Sql => sql`
registered AS (
  INSERT INTO source AS s (slug, name, licence, homepage, publishes_persons, priority, gives)
  VALUES (${source.source}, ${source.name}, ${source.licence}, ${source.homepage},
          ${source.publishes_persons}, ${source.priority}, ${source.gives})
  ON CONFLICT (slug) DO UPDATE SET (name, licence, homepage, publishes_persons, priority, gives) =
    (excluded.name, excluded.licence, excluded.homepage, excluded.publishes_persons, excluded.priority,
     excluded.gives)
  WHERE (s.name, s.licence, s.homepage, s.publishes_persons, s.priority, s.gives) IS DISTINCT FROM
    (excluded.name, excluded.licence, excluded.homepage, excluded.publishes_persons, excluded.priority,
     excluded.gives)
), renamed AS (
  UPDATE term SET label_fr = ${source.name}, label_en = ${source.name}
  WHERE vocabulary = 'source' AND code = ${source.source} AND label_fr <> ${source.name}
), termed AS (
  -- Not an upsert: ON CONFLICT takes an id from the sequence even for a term that is already there.
  INSERT INTO term (vocabulary, code, label_fr, label_en)
  SELECT 'source', ${source.source}, ${source.name}, ${source.name}
  WHERE NOT EXISTS (SELECT FROM term WHERE vocabulary = 'source' AND code = ${source.source})
  ON CONFLICT DO NOTHING
)`
