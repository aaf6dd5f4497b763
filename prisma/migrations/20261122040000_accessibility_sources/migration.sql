-- Sources that list no places of their own: what they know is added to the places that others list.
ALTER TABLE source
  ADD COLUMN gives text NOT NULL DEFAULT 'places' CHECK (gives IN ('places', 'accessibility'));

-- Of a record of such a source: why it belongs to its place, or to none.
ALTER TABLE source_record ADD COLUMN placed_by text;

ALTER TABLE run
  -- Where the positions of its records came from, by name of the count; null of runs before this was counted.
  ADD COLUMN positions jsonb,
  -- Of a source that lists no places: which places its records are of, by reason.
  ADD COLUMN placed    jsonb;
