-- What a place offers by what it is: a France services helps with procedures whether or not its record lists services.
-- No row is rewritten: codes_declared and codes_likely are empty until a place is written or refreshed
-- (src/store/places/refresh-offers.ts). A place has at least the code of its source, so empty says just that.
ALTER TABLE place
  -- codes, which the indexes of searches hold, is what a place declares and what it surely offers besides. This is what
  -- it declares, for whoever asks for that alone.
  ADD COLUMN codes_declared integer[] NOT NULL DEFAULT '{}',
  -- codes, and what it offers only probably.
  ADD COLUMN codes_likely integer[] NOT NULL DEFAULT '{}',
  -- What its sources could have said of it, and did not; none of codes_likely.
  ADD COLUMN codes_denied integer[] NOT NULL DEFAULT '{}',
  -- Terms of its types and of those that its name says.
  ADD COLUMN kinds integer[] NOT NULL DEFAULT '{}',
  -- Expected error of its position in metres.
  ADD COLUMN uncertainty_m integer CHECK (uncertainty_m >= 0),
  -- What its score is multiplied by in a ranking.
  ADD COLUMN weight real NOT NULL DEFAULT 1 CHECK (weight > 0);

-- They are read of each place that a search looks at, as codes is.
ALTER TABLE place
  ALTER COLUMN codes_declared SET STORAGE MAIN,
  ALTER COLUMN codes_likely SET STORAGE MAIN,
  ALTER COLUMN codes_denied SET STORAGE MAIN,
  ALTER COLUMN kinds SET STORAGE MAIN,
  ALTER COLUMN codes_likely SET STATISTICS 1000;

-- Codes of the services that records of the source have declared so far: a source denies no code that it never says.
ALTER TABLE source ADD COLUMN declares text[] NOT NULL DEFAULT '{}';
UPDATE source SET declares = said.codes FROM (
  SELECT source, array_agg(DISTINCT code COLLATE "C") AS codes
  FROM source_record, jsonb_array_elements_text(mapped -> 'content' -> 'services') AS code
  GROUP BY source
) said WHERE said.source = slug;
