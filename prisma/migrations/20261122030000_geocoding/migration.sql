-- Positions of records that tell none.

-- What geocoders answered, so that an address is asked for once, by whatever source it comes again.
CREATE TABLE geocode (
  -- The cleaned address.
  key         text PRIMARY KEY,
  provider    text NOT NULL,
  -- All null where it was not found.
  lat         double precision,
  lon         double precision,
  precision   text CHECK (precision IN ('housenumber', 'street', 'municipality')),
  type        text,
  score       double precision,
  asked_at    timestamptz NOT NULL,
  CHECK (num_nulls(lat, lon, precision, type, score) IN (0, 5))
);

-- Beside `mapped`, never in it: that is what the source says, and its fingerprint is of that alone.
ALTER TABLE source_record
  ADD COLUMN geocoded      jsonb,
  -- Whether a better position may be found another time.
  ADD COLUMN geocode_again boolean NOT NULL DEFAULT false;

UPDATE source_record SET geocode_again = true
WHERE mapped #> '{content,location}' = 'null' AND mapped #> '{content,address,commune}' <> 'null';

-- The few that are looked at again by each run of their source.
CREATE INDEX source_record_geocode_again ON source_record (source, record_id) WHERE geocode_again;
