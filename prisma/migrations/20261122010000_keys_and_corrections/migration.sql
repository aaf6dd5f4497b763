-- Who may write, what was corrected by hand, and which fields a change touched.

-- The fields of a place's document by the names that provenance and corrections use too.
CREATE FUNCTION document_fields(document json) RETURNS TABLE (field text, value text)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
BEGIN ATOMIC
  SELECT key, value FROM json_each_text(document) WHERE key NOT IN ('contacts', 'accessibility')
  UNION ALL SELECT 'contacts.' || key, value FROM json_each_text(document -> 'contacts')
  UNION ALL SELECT 'accessibility.' || key, value FROM json_each_text(document -> 'accessibility');
END;

CREATE FUNCTION changed_fields(before json, after json) RETURNS text[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (
    SELECT coalesce(array_agg(field ORDER BY field COLLATE "C"), '{}')
    FROM document_fields(before) b FULL JOIN document_fields(after) a USING (field)
    WHERE b.value IS DISTINCT FROM a.value
  );

-- Told of updates only: everything of a place that came or came back is new to whoever follows.
ALTER TABLE change ADD COLUMN fields text[] NOT NULL DEFAULT '{}';

CREATE TABLE access_key (
  -- Stands in the key itself, so that one row is looked up and one digest compared.
  id           text PRIMARY KEY CHECK (id ~ '^[0-9a-z]{12}$'),
  name         text NOT NULL CHECK (name <> ''),
  -- SHA-256 of 32 random bytes: there is nothing to guess that a slow hash would protect.
  digest       bytea NOT NULL CHECK (length(digest) = 32),
  scopes       text[] NOT NULL CHECK (cardinality(scopes) > 0),
  created_at   timestamptz NOT NULL DEFAULT now(),
  expires_at   timestamptz,
  revoked_at   timestamptz,
  -- A day: enough to find keys that nobody uses, and one write a day.
  last_used_on date
);

-- Requests that may be sent again: what was answered, or until when one is at work on it.
CREATE TABLE idempotent_request (
  key_id       text NOT NULL REFERENCES access_key (id) ON DELETE CASCADE,
  token        text NOT NULL CHECK (token <> ''),
  started_at   timestamptz NOT NULL DEFAULT now(),
  -- Which attempt holds it: one whose lease ran out must not write over the next.
  attempt      uuid NOT NULL,
  leased_until timestamptz NOT NULL,
  -- SHA-256 of the request, in hexadecimal; there once it has been answered.
  fingerprint  text,
  answer       json,
  PRIMARY KEY (key_id, token),
  CHECK ((fingerprint IS NULL) = (answer IS NULL))
);
CREATE INDEX idempotent_request_by_age ON idempotent_request (started_at);

-- What somebody here knows better than the sources. json and not jsonb: values keep their properties in order.
CREATE TABLE correction (
  id        bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  place_id  uuid NOT NULL REFERENCES place (id),
  field     text NOT NULL CHECK (field <> ''),
  value     json NOT NULL,
  -- What the sources said then: once they say otherwise, the correction is due to be looked at again.
  replaced  json NOT NULL,
  made_by   text NOT NULL CHECK (made_by <> ''),
  note      text,
  made_at   timestamptz NOT NULL DEFAULT now(),
  undone_at timestamptz
);
CREATE UNIQUE INDEX correction_standing ON correction (place_id, field) WHERE undone_at IS NULL;
CREATE INDEX correction_by_place ON correction (place_id);
