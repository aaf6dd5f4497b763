-- A record that comes again word for word need not be read again: what was read of it, and told, is known.
ALTER TABLE source_record
  -- Half of the SHA-256 of the raw record, its source and the release that read it.
  ADD COLUMN raw_key uuid,
  -- What the mapping told of it, to be told again by each run that holds it; null where nothing.
  ADD COLUMN told    jsonb,
  -- Whether it tells its position.
  ADD COLUMN located boolean;

CREATE INDEX source_record_raw ON source_record (raw_key);
