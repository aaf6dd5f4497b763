-- Where the owner of a source gets the corrections of its records, once a week. It is a table of its own and not columns of
-- `source`: what answers for sources reads that table, and imports hold its rows, but none of them may see the address.
CREATE TABLE source_feedback (
  source    text PRIMARY KEY REFERENCES source (slug) ON DELETE CASCADE,
  email     text NOT NULL CHECK (length(email) <= 254),
  language  language NOT NULL DEFAULT 'fr',
  -- When the address was given: what was accepted before is not mailed.
  since     timestamptz NOT NULL,
  -- When something was mailed last, or there was nothing to mail.
  looked_at timestamptz NOT NULL
);

-- What was dealt with for a source: `correction 12`, or `report` and an id. A cursor would lose what is committed late.
CREATE TABLE source_feedback_told (
  source text NOT NULL REFERENCES source_feedback (source) ON DELETE CASCADE,
  item   text NOT NULL CHECK (length(item) <= 60),
  PRIMARY KEY (source, item)
);
