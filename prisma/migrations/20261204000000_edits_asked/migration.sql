-- When the manager of a place was asked whether what they wrote is still right, and when once more. Both are emptied when
-- they say so.
ALTER TABLE correction
  ADD COLUMN asked_on    date,
  ADD COLUMN reminded_on date,
  ADD CONSTRAINT correction_reminded CHECK (reminded_on IS NULL OR asked_on IS NOT NULL);
