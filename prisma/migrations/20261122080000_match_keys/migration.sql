-- Records are looked up by keys alone, those of where they lie among them, and a key that many records have names none:
-- the records of one town, of a network with one phone, of a dense quarter are no longer compared all with all.

DROP TABLE match_spot;
DROP TABLE match_key;

-- What a record is looked up by, as numbers. A list, so that a record that changes knows what it was filed under, and
-- no second index of all keys is kept for that.
CREATE TABLE match_lookup (
  record bigint PRIMARY KEY REFERENCES source_record (id) ON DELETE CASCADE,
  keys   bigint[] NOT NULL
);

-- The same the other way round. No foreign key: it would cost as much as the rest of the row, and a record that is gone
-- is found by nobody.
CREATE TABLE match_key (
  key    bigint NOT NULL,
  record bigint NOT NULL,
  PRIMARY KEY (key, record)
);

-- The keys that are known to name nobody: when one is found to be, or is no longer, all that have it are compared anew.
CREATE TABLE match_crowd (
  key bigint PRIMARY KEY
);

-- Filed anew by the next import, or by `annuaire match run`.
INSERT INTO match_due
SELECT record.id FROM source_record record JOIN source ON source.slug = record.source
WHERE source.gives = 'places' AND record.source <> 'sample' AND record.place_id IS NOT NULL
ON CONFLICT DO NOTHING;
