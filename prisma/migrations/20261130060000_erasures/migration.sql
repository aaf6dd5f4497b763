-- Persons who were erased. Their names, addresses and numbers are not kept: only digests, by which later imports are
-- recognised, and a journal of what was done.

-- The key of the digests. It is in the database, so that all processes of a directory have the same, and a restored
-- backup still holds what was erased. Two random UUIDs have 244 random bits.
CREATE TABLE erasure_secret (
  only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
  secret   bytea NOT NULL CHECK (length(secret) = 32)
);
INSERT INTO erasure_secret (secret)
SELECT decode(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');

CREATE TABLE erasure (
  id     uuid PRIMARY KEY,
  at     timestamptz NOT NULL DEFAULT now(),
  what   text NOT NULL CHECK (what IN ('person', 'place')),
  -- A key or an operator.
  by     text NOT NULL CHECK (by <> ''),
  -- Places whose records or corrections changed.
  places uuid[] NOT NULL,
  -- Changed and deleted rows by table.
  counts jsonb NOT NULL
);

-- What is held against later imports: see src/domain/erasure/holds.ts for the kinds.
CREATE TABLE erasure_hold (
  kind    text NOT NULL,
  digest  bytea NOT NULL,
  erasure uuid NOT NULL REFERENCES erasure (id) ON DELETE CASCADE,
  PRIMARY KEY (kind, digest)
);
CREATE INDEX erasure_hold_erasure ON erasure_hold (erasure);
