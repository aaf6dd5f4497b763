-- One place from many records. A record keeps the place that it made: where several describe one place, all of their
-- places but the oldest are merged into that one, and to split them is to take that back.

-- What a record is looked up by, as numbers: two of them in common, or 500 m between them, make two records candidates.
CREATE TABLE match_key (
  key    bigint NOT NULL,
  record bigint NOT NULL REFERENCES source_record (id) ON DELETE CASCADE,
  PRIMARY KEY (key, record)
);
CREATE INDEX match_key_record ON match_key (record);

-- Where a record lies, if it is known more closely than by its commune.
CREATE TABLE match_spot (
  record bigint PRIMARY KEY REFERENCES source_record (id) ON DELETE CASCADE,
  spot   geography (Point, 4326) NOT NULL
);
CREATE INDEX match_spot_spot ON match_spot USING gist (spot);

-- Pairs that the model would join, or ask about; all others are different.
CREATE TABLE match_pair (
  id     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  one    bigint NOT NULL REFERENCES source_record (id) ON DELETE CASCADE,
  other  bigint NOT NULL REFERENCES source_record (id) ON DELETE CASCADE,
  same   boolean NOT NULL,
  -- Logarithm of the odds.
  score  double precision NOT NULL,
  UNIQUE (one, other),
  CHECK (one < other)
);
CREATE INDEX match_pair_other ON match_pair (other);
CREATE INDEX match_pair_score ON match_pair (score DESC, id);

-- What people decided. It holds for ever, whatever is imported, until it is undone.
CREATE TABLE match_decision (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  one        bigint NOT NULL REFERENCES source_record (id),
  other      bigint NOT NULL REFERENCES source_record (id),
  same       boolean NOT NULL,
  made_by    text NOT NULL CHECK (made_by <> ''),
  made_at    timestamptz NOT NULL DEFAULT now(),
  undone_by  text CHECK (undone_by <> ''),
  undone_at  timestamptz,
  CHECK (one < other),
  CHECK ((undone_by IS NULL) = (undone_at IS NULL))
);
CREATE UNIQUE INDEX match_decision_standing ON match_decision (one, other) WHERE undone_at IS NULL;
CREATE INDEX match_decision_other ON match_decision (other) WHERE undone_at IS NULL;

-- Records that came, changed, went or came back since they were last compared.
CREATE TABLE match_due (
  record bigint PRIMARY KEY REFERENCES source_record (id) ON DELETE CASCADE
);
-- Invented places are nobody's duplicates; what only describes places that others list makes none.
INSERT INTO match_due
SELECT record.id FROM source_record record JOIN source ON source.slug = record.source
WHERE source.gives = 'places' AND record.source <> 'sample' AND record.place_id IS NOT NULL;
