-- What a key says is now told by its lowest two bits, and where two records have no more in common than a word, a phone
-- or a square of land, their kinds decide whether they are worth comparing. Kinds that are kin share a bit.
TRUNCATE match_key, match_lookup, match_crowd;
ALTER TABLE match_lookup ADD COLUMN families integer NOT NULL;

-- Filed anew by the next import, or by `annuaire match run`.
INSERT INTO match_due
SELECT record.id FROM source_record record JOIN source ON source.slug = record.source
WHERE source.gives = 'places' AND record.source <> 'sample' AND record.place_id IS NOT NULL
ON CONFLICT DO NOTHING;
