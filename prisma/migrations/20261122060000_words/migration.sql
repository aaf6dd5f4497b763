-- The words that places are found by: what a typing error is corrected to, and how common each is.

-- Words as people write them, less accents and case: what is corrected is a word, not its stem.
CREATE TEXT SEARCH CONFIGURATION annuaire_words (COPY = simple);
ALTER TEXT SEARCH CONFIGURATION annuaire_words
  ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part
  WITH unaccent, simple;

CREATE TABLE word (
  -- Rises with each new word, so that "is there a new one?" reads one row.
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  word   text COLLATE "C" NOT NULL UNIQUE,
  -- Active places that say it in name, city, summary or description; and those of them that say it in the city.
  places integer NOT NULL,
  cities integer NOT NULL
) WITH (fillfactor = 70);

-- What a place says, by word: `sign` is 1 for what is said now and -1 for what was said before.
CREATE TYPE said AS (sign integer, city text, whole text);

-- Counted in the transaction that writes the places. Letters only: a number is never misspelt into another that we
-- should offer, and compounds ("tiers-lieu") are there by their parts. In the order of the words, so that two
-- writers cannot wait for each other. A word that no place says any more keeps its row, with a count of 0.
CREATE FUNCTION count_words(said[]) RETURNS void LANGUAGE sql AS $$
  INSERT INTO word (word, places, cities)
  SELECT lexeme, sum(in_place), sum(in_city) FROM (
    SELECT lexeme, sign AS in_place, 0 AS in_city
    FROM unnest($1), unnest(tsvector_to_array(to_tsvector('public.annuaire_words', whole))) AS lexeme
    UNION ALL
    SELECT lexeme, 0, sign
    FROM (SELECT city, sum(sign)::integer AS sign FROM unnest($1) GROUP BY city) by_city,
         unnest(tsvector_to_array(to_tsvector('public.annuaire_words', city))) AS lexeme
  ) counted
  GROUP BY lexeme
  HAVING (sum(in_place) <> 0 OR sum(in_city) <> 0) AND lexeme ~ '^[a-z]{2,30}$'
  ORDER BY lexeme
  ON CONFLICT (word) DO UPDATE
    SET (places, cities) = (word.places + excluded.places, word.cities + excluded.cities)
$$;

CREATE FUNCTION count_words_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_words(array_agg((1, city, concat_ws(' ', name, city, summary))::said))
  FROM written WHERE status = 'active';
  RETURN NULL;
END $$;
CREATE TRIGGER place_inserted_words_counted AFTER INSERT ON place
  REFERENCING NEW TABLE AS written FOR EACH STATEMENT EXECUTE FUNCTION count_words_inserted();

CREATE FUNCTION count_words_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM count_words(array_agg((sign, said.city, concat_ws(' ', said.name, said.city, said.summary))::said))
  FROM was JOIN written USING (id), LATERAL (VALUES
    (-1, was.status, was.name, was.city, was.summary),
    (1, written.status, written.name, written.city, written.summary)
  ) AS said (sign, status, name, city, summary)
  WHERE said.status = 'active'
    AND (written.status, written.name, written.city, written.summary)
      IS DISTINCT FROM (was.status, was.name, was.city, was.summary);
  RETURN NULL;
END $$;
CREATE TRIGGER place_updated_words_counted AFTER UPDATE ON place
  REFERENCING NEW TABLE AS written OLD TABLE AS was
  FOR EACH STATEMENT EXECUTE FUNCTION count_words_updated();

-- What is there already, in one pass: a million places in an array would be a gigabyte.
INSERT INTO word (word, places, cities)
SELECT lexeme, sum(in_place), sum(in_city) FROM (
  SELECT lexeme, 1 AS in_place, 0 AS in_city
  FROM place, unnest(tsvector_to_array(to_tsvector('public.annuaire_words', concat_ws(' ', name, city, summary)))) AS lexeme
  WHERE status = 'active'
  UNION ALL
  SELECT lexeme, 0, said
  FROM (SELECT city, count(*)::integer AS said FROM place WHERE status = 'active' GROUP BY city) by_city,
       unnest(tsvector_to_array(to_tsvector('public.annuaire_words', city))) AS lexeme
) counted
GROUP BY lexeme HAVING lexeme ~ '^[a-z]{2,30}$' ORDER BY lexeme;

-- The best of what many places match, without reading all of them: see place-relevance.sql.ts.
CREATE INDEX place_by_quality ON place (quality DESC, id) WHERE status = 'active';
