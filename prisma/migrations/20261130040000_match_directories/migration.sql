-- The records that have a key are counted by directory, so that no third directory can keep two records from being
-- compared, and withdrawn records are counted no more.
TRUNCATE match_key, match_lookup, match_crowd;
ALTER TABLE match_lookup ADD COLUMN directory integer NOT NULL, ADD COLUMN present boolean NOT NULL;
ALTER TABLE match_key DROP CONSTRAINT match_key_pkey;
ALTER TABLE match_key ADD COLUMN directory integer NOT NULL;
ALTER TABLE match_key ADD PRIMARY KEY (key, directory, record);
ALTER TABLE match_crowd DROP CONSTRAINT match_crowd_pkey;
ALTER TABLE match_crowd ADD COLUMN directory integer NOT NULL;
ALTER TABLE match_crowd ADD PRIMARY KEY (key, directory);

-- Filed anew by the next import, or by `annuaire match run`.
INSERT INTO match_due
SELECT record.id FROM source_record record JOIN source ON source.slug = record.source
WHERE source.gives = 'places' AND record.source <> 'sample' AND record.place_id IS NOT NULL
ON CONFLICT DO NOTHING;
