-- A mistaken erasure is released: its holds are deleted, and the journal says when and by whom.
ALTER TABLE erasure
  ADD COLUMN released_at timestamptz,
  ADD COLUMN released_by text CHECK (released_by <> ''),
  ADD CONSTRAINT erasure_released CHECK ((released_at IS NULL) = (released_by IS NULL));

-- Two erasures may hold the same, and each is released by itself.
ALTER TABLE erasure_hold DROP CONSTRAINT erasure_hold_pkey, ADD PRIMARY KEY (kind, digest, erasure);
