-- Who manages a place.

ALTER TABLE claim
  -- When its proof was given. A claim may wait for a person after it.
  ADD COLUMN proved_at timestamptz,
  -- What its claimant wrote to moderators.
  ADD COLUMN message text CHECK (length(message) <= 2000);

-- Since when a record has had these e-mail addresses and sites: only old ones prove who is in charge of a place. Of the
-- records that exist, the program only knows when each was read first.
ALTER TABLE source_record ADD COLUMN contacts_since timestamptz NOT NULL DEFAULT now();
UPDATE source_record SET contacts_since = run.started_at FROM run WHERE run.id = first_run;

CREATE FUNCTION contacts_are_new() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.contacts_since := now();
  RETURN NEW;
END
$$;
-- A trigger, because several statements write records.
CREATE TRIGGER source_record_contacts BEFORE UPDATE OF mapped ON source_record FOR EACH ROW
  WHEN (OLD.mapped #> '{content,contacts,emails}' IS DISTINCT FROM NEW.mapped #> '{content,contacts,emails}'
     OR OLD.mapped #> '{content,contacts,websites}' IS DISTINCT FROM NEW.mapped #> '{content,contacts,websites}')
  EXECUTE FUNCTION contacts_are_new();
