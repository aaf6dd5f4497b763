-- Which correction was in force on the field before. If a correction is undone, that one applies again: an impostor's edits
-- must not cost a place what its manager set. The erasure of a person may delete it; then the sources speak again.
ALTER TABLE correction ADD COLUMN replaces bigint REFERENCES correction (id) ON DELETE SET NULL;
CREATE INDEX correction_replaces ON correction (replaces) WHERE replaces IS NOT NULL;

-- Until now, only the instant told: a correction ended the one before it in the same transaction.
UPDATE correction SET replaces = earlier.id
FROM correction AS earlier
WHERE earlier.place_id = correction.place_id AND earlier.field = correction.field AND earlier.id < correction.id
  AND earlier.undone_at = correction.made_at;

-- A correction that ended for another reason says so, and so never applies again.
UPDATE correction SET undone_why = 'undone'
WHERE undone_at IS NOT NULL AND undone_why IS NULL
  AND NOT EXISTS (SELECT FROM correction AS next WHERE next.replaces = correction.id);
