-- The address to which the owner of a source wants to hear, once a week, what was put right on its records.
ALTER TABLE source
  ADD COLUMN feedback_email    text CHECK (length(feedback_email) <= 254),
  ADD COLUMN feedback_language language NOT NULL DEFAULT 'fr',
  -- What was put right until then has been mailed. Starts when the address is given: older mends are not sent at once.
  ADD COLUMN feedback_until    timestamptz,
  ADD CONSTRAINT source_feedback CHECK (feedback_email IS NULL OR feedback_until IS NOT NULL);
