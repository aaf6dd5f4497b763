-- What becomes of places within a transaction, until its last statement moves it to the feed of changes under the next
-- version of the data: empty outside of transactions. A temporary table instead was made and dropped by each writer, which
-- took longer than to correct a field. Unlogged, because what has not been committed need not survive a crash.
CREATE UNLOGGED TABLE change_noted (
  place_id uuid PRIMARY KEY,
  kind change_kind NOT NULL,
  fields text[] NOT NULL DEFAULT '{}',
  survivor uuid
);
