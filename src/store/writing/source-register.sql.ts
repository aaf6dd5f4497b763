import type { SourceDefinition } from '../../domain/places/source-record.ts'
import { type Sql, sql } from '../db/sql.ts'

/** Registers a source as the code describes it, and the term by which its places can be searched for. */
export const sourceRegister = (source: SourceDefinition): Sql => sql`WITH ${registering(source)} SELECT`

/**
 * The registration of a source, as parts of a WITH clause. If the right of the source to quote changes, its records
 * become due for comparison again.
 */
export const registering = (source: SourceDefinition): Sql => sql`
registered AS (
  INSERT INTO source AS s (slug, name, licence, homepage, publishes_persons, priority, gives, may_quote, accepted)
  VALUES (${source.source}, ${source.name}, ${source.licence}, ${source.homepage},
          ${source.publishes_persons}, ${source.priority}, ${source.gives},
          ${source.may_quote ?? false}, ${source.accepted ?? false})
  ON CONFLICT (slug) DO UPDATE SET
    (name, licence, homepage, publishes_persons, priority, gives, may_quote, accepted) =
    (excluded.name, excluded.licence, excluded.homepage, excluded.publishes_persons, excluded.priority,
     excluded.gives, excluded.may_quote, s.accepted OR excluded.accepted)
  WHERE (s.name, s.licence, s.homepage, s.publishes_persons, s.priority, s.gives, s.may_quote, s.accepted)
    IS DISTINCT FROM
    (excluded.name, excluded.licence, excluded.homepage, excluded.publishes_persons, excluded.priority,
     excluded.gives, excluded.may_quote, s.accepted OR excluded.accepted)
), compared_again AS (
  INSERT INTO match_due
  SELECT record.id FROM source known JOIN source_record record ON record.source = known.slug
  WHERE known.slug = ${source.source}
    AND (known.may_quote <> ${source.may_quote ?? false} OR known.priority <> ${source.priority})
    AND record.place_id IS NOT NULL
  ON CONFLICT DO NOTHING
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
