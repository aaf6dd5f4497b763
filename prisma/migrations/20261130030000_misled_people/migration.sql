-- The review queue begins with the pairs that mislead most people: the population of the commune, times how near the
-- probability is to one half (src/domain/matching/misled.ts). It is stored, so that the first page is read from an index.
-- For the pairs that are there, an arrondissement counts as its whole city until its records are compared again.
ALTER TABLE match_pair ADD COLUMN misled double precision NOT NULL DEFAULT 0;

UPDATE match_pair SET misled =
  greatest(1, one.population, other.population) * 4 * exp(-abs(score)) / (1 + exp(-abs(score))) ^ 2
FROM (
  SELECT record.id, population
  FROM source_record record JOIN place ON place.id = record.place_id
  LEFT JOIN commune_code ON commune_code.code = place.commune
  LEFT JOIN territory ON territory.kind = 'commune' AND territory.code = commune_code.commune
) one, (
  SELECT record.id, population
  FROM source_record record JOIN place ON place.id = record.place_id
  LEFT JOIN commune_code ON commune_code.code = place.commune
  LEFT JOIN territory ON territory.kind = 'commune' AND territory.code = commune_code.commune
) other
WHERE one.id = match_pair.one AND other.id = match_pair.other;

ALTER TABLE match_pair ALTER COLUMN misled DROP DEFAULT;
DROP INDEX match_pair_score;
CREATE INDEX match_pair_misled ON match_pair (misled DESC, id);
