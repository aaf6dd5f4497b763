-- People take part. All ids are UUID v7, made by the program. Two tables are lists that only grow at their end, and
-- have numbers: the journal and the outbox.

CREATE TYPE language AS ENUM ('fr', 'en');

-- Accounts. Closing an account empties what names its person; the row stays, because the journal refers to its id.

CREATE TYPE capacity AS ENUM ('citizen', 'mediator', 'authority', 'association', 'company', 'state');

CREATE TABLE account (
  id           uuid PRIMARY KEY,
  email        text CHECK (length(email) <= 254),
  -- HMAC of the canonical address, so that what makes an account unique is no address.
  email_key    bytea UNIQUE CHECK (octet_length(email_key) = 32),
  name         text CHECK (length(name) BETWEEN 1 AND 200),
  capacity     capacity,
  language     language NOT NULL DEFAULT 'fr',
  created_at   timestamptz NOT NULL DEFAULT now(),
  last_seen_on date NOT NULL DEFAULT current_date,
  -- The last warning before an account without action is closed.
  warned_on    date,
  closed_at    timestamptz,
  CONSTRAINT account_open_has_address CHECK (
    CASE WHEN closed_at IS NULL THEN email IS NOT NULL AND email_key IS NOT NULL
         ELSE email IS NULL AND email_key IS NULL AND name IS NULL END
  )
);
-- Accounts that a chore warns and closes.
CREATE INDEX account_unseen ON account (last_seen_on) WHERE closed_at IS NULL;

CREATE TABLE identity (
  issuer     text NOT NULL CHECK (issuer <> ''),
  subject    text NOT NULL CHECK (subject <> ''),
  account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  siret      text CHECK (siret ~ '^\d{14}$'),
  assurance  text NOT NULL CHECK (assurance <> ''),
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_account ON identity (account_id);

CREATE TYPE sign_in_purpose AS ENUM ('sign_in', 'fresh');

-- A code that was mailed. It belongs to an address and not to an account, which its first use creates.
CREATE TABLE sign_in (
  id             uuid PRIMARY KEY,
  email          text NOT NULL CHECK (length(email) <= 254),
  email_key      bytea NOT NULL CHECK (octet_length(email_key) = 32),
  code_digest    bytea NOT NULL CHECK (octet_length(code_digest) = 32),
  -- The browser that asked, which may sign in by the link without the code.
  browser_digest bytea CHECK (octet_length(browser_digest) = 32),
  purpose        sign_in_purpose NOT NULL DEFAULT 'sign_in',
  tries          smallint NOT NULL DEFAULT 0 CHECK (tries >= 0),
  created_at     timestamptz NOT NULL DEFAULT now(),
  expires_at     timestamptz NOT NULL,
  used_at        timestamptz,
  CONSTRAINT sign_in_expires_later CHECK (expires_at > created_at)
);
CREATE INDEX sign_in_address ON sign_in (email_key, created_at);
CREATE INDEX sign_in_age ON sign_in (created_at);

CREATE TABLE session (
  -- SHA-256 of 256 random bits: who reads this table cannot use a session.
  digest      bytea PRIMARY KEY CHECK (octet_length(digest) = 32),
  account_id  uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
  created_at  timestamptz NOT NULL DEFAULT now(),
  seen_at     timestamptz NOT NULL DEFAULT now(),
  fresh_until timestamptz,
  expires_at  timestamptz NOT NULL,
  -- The family of the browser only, for example Firefox.
  label       text NOT NULL DEFAULT '' CHECK (length(label) <= 40)
);
CREATE INDEX session_account ON session (account_id);
CREATE INDEX session_end ON session (expires_at);

CREATE TYPE account_role AS ENUM (
  'admin', 'moderator', 'facilitator', 'instructor', 'adviser', 'decider', 'manager', 'referrer'
);
CREATE TYPE scope_kind AS ENUM ('all', 'territory', 'place', 'label', 'consultation', 'network');
CREATE TYPE manager_rank AS ENUM ('owner', 'editor');

CREATE TABLE role (
  id         uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES account (id),
  role       account_role NOT NULL,
  rank       manager_rank,
  scope_kind scope_kind NOT NULL,
  scope_code text CHECK (scope_code <> ''),
  -- Null if the operator granted or ended it by a command.
  granted_by uuid REFERENCES account (id),
  granted_at timestamptz NOT NULL DEFAULT now(),
  -- A role may end by itself, and may be ended before.
  ends_at    timestamptz,
  ended_at   timestamptz,
  ended_by   uuid REFERENCES account (id),
  CONSTRAINT role_scoped CHECK ((scope_kind = 'all') = (scope_code IS NULL)),
  CONSTRAINT role_ranked CHECK ((role = 'manager') = (rank IS NOT NULL)),
  CONSTRAINT role_manages_place CHECK ((role = 'manager') = (scope_kind = 'place')),
  CONSTRAINT role_ended CHECK (ended_by IS NULL OR ended_at IS NOT NULL)
);
CREATE UNIQUE INDEX role_open ON role (account_id, role, scope_kind, scope_code) NULLS NOT DISTINCT
  WHERE ended_at IS NULL;
CREATE INDEX role_scope ON role (scope_kind, scope_code) WHERE ended_at IS NULL;

-- How often something was asked, for limits that several processes share: by an address or a client, both as HMAC.
CREATE TABLE attempt (
  id      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  purpose text NOT NULL CHECK (purpose ~ '^[a-z_]+$'),
  key     bytea NOT NULL CHECK (octet_length(key) = 32),
  at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX attempt_key ON attempt (purpose, key, at);
CREATE INDEX attempt_age ON attempt (at);

-- The journal. It names actors by ids, never by addresses, so that erasing an account leaves its chains whole.

CREATE TYPE actor_kind AS ENUM ('account', 'key', 'system', 'anonymous');

CREATE TABLE act (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  subject_kind text NOT NULL CHECK (subject_kind ~ '^[a-z_]+$'),
  subject_id   text NOT NULL CHECK (subject_id <> ''),
  -- The acts of one subject are a chain: 1, 2, 3…
  seq          integer NOT NULL CHECK (seq >= 1),
  kind         text NOT NULL CHECK (kind ~ '^[a-z_]+$'),
  actor_kind   actor_kind NOT NULL,
  actor_id     text CHECK (actor_id <> ''),
  at           timestamptz NOT NULL,
  public       boolean NOT NULL DEFAULT false,
  data         jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(data) = 'object'),
  -- SHA-256 of the digest before it and of this row.
  digest       bytea NOT NULL CHECK (octet_length(digest) = 32),
  UNIQUE (subject_kind, subject_id, seq),
  CONSTRAINT act_actor CHECK ((actor_kind IN ('account', 'key')) = (actor_id IS NOT NULL))
);
CREATE INDEX act_actor_id ON act (actor_kind, actor_id) WHERE actor_id IS NOT NULL;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The table % only grows: % is refused.', TG_TABLE_NAME, TG_OP
    USING ERRCODE = 'restrict_violation';
END
$$;
-- For each statement: one that would change no row is refused too.
CREATE TRIGGER act_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON act
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The outbox: what must leave, written in the transaction that causes it.

CREATE TYPE outbox_kind AS ENUM ('mail', 'webhook');

CREATE TABLE outbox (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind         outbox_kind NOT NULL,
  -- Emptied some time after it was sent.
  payload      jsonb,
  -- A row with the same words is not written again.
  dedupe       text UNIQUE CHECK (dedupe <> ''),
  created_at   timestamptz NOT NULL DEFAULT now(),
  due_at       timestamptz NOT NULL DEFAULT now(),
  -- Also tells leases apart: a worker whose lease ran out no longer ends the row.
  attempts     smallint NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  leased_until timestamptz,
  done_at      timestamptz,
  failed_at    timestamptz,
  error        text,
  CONSTRAINT outbox_ends_once CHECK (done_at IS NULL OR failed_at IS NULL),
  CONSTRAINT outbox_waiting_has_payload CHECK (payload IS NOT NULL OR done_at IS NOT NULL OR failed_at IS NOT NULL)
);
CREATE INDEX outbox_due ON outbox (due_at, id) WHERE done_at IS NULL AND failed_at IS NULL;
CREATE INDEX outbox_full ON outbox (coalesce(done_at, failed_at))
  WHERE payload IS NOT NULL AND (done_at IS NOT NULL OR failed_at IS NOT NULL);

CREATE TYPE suppressed_reason AS ENUM ('bounce', 'complaint', 'asked');

-- Addresses that get no mail any more.
CREATE TABLE suppressed (
  email_key bytea PRIMARY KEY CHECK (octet_length(email_key) = 32),
  reason    suppressed_reason NOT NULL,
  at        timestamptz NOT NULL DEFAULT now()
);

-- Contributions on places.

CREATE TYPE contribution_kind AS ENUM ('report', 'edit', 'new_place', 'closed', 'duplicate', 'personal_data');
CREATE TYPE contribution_category AS ENUM (
  'hours', 'services', 'position', 'contacts', 'support', 'labels', 'audiences', 'accessibility',
  'closed', 'duplicate', 'person', 'other'
);
CREATE TYPE contribution_state AS ENUM (
  'unconfirmed', 'open', 'in_hand', 'asked', 'accepted', 'rejected', 'duplicate', 'withdrawn', 'lapsed'
);

CREATE TABLE contribution (
  id                uuid PRIMARY KEY,
  reference         text NOT NULL UNIQUE CHECK (reference ~ '^SIG-[0-9A-HJKMNP-TV-Z]{10}$'),
  kind              contribution_kind NOT NULL,
  place_id          uuid REFERENCES place (id),
  category          contribution_category NOT NULL,
  -- Text, proposal and e-mail are emptied some time after closing.
  text              text CHECK (length(text) <= 2000),
  proposal          jsonb,
  -- The version of the place that its author saw.
  version_seen      text,
  email             text CHECK (length(email) <= 254),
  -- HMAC of the canonical address and of the client: whether two reports come from different people.
  email_key         bytea CHECK (octet_length(email_key) = 32),
  client_key        bytea CHECK (octet_length(client_key) = 32),
  account_id        uuid REFERENCES account (id),
  -- The key of a partner site, which names its own report.
  key_id            text REFERENCES access_key (id),
  partner_reference text CHECK (length(partner_reference) BETWEEN 1 AND 200),
  -- The form that it was sent with, so that a double press makes one row.
  form_id           uuid UNIQUE,
  language          language NOT NULL DEFAULT 'fr',
  state             contribution_state NOT NULL,
  -- The code of the mail that confirms it.
  code_digest       bytea CHECK (octet_length(code_digest) = 32),
  tries             smallint NOT NULL DEFAULT 0 CHECK (tries >= 0),
  assigned_to       uuid REFERENCES account (id),
  -- The reason of a closed list, and the sentence that is mailed.
  outcome           text CHECK (outcome <> ''),
  reply             text CHECK (length(reply) <= 2000),
  duplicate_of      uuid REFERENCES contribution (id),
  created_at        timestamptz NOT NULL DEFAULT now(),
  confirmed_at      timestamptz,
  closed_at         timestamptz,
  UNIQUE (key_id, partner_reference),
  CONSTRAINT contribution_on_place CHECK (place_id IS NOT NULL OR kind = 'new_place'),
  CONSTRAINT contribution_partner CHECK (partner_reference IS NULL OR key_id IS NOT NULL),
  CONSTRAINT contribution_closed CHECK (
    (closed_at IS NOT NULL) = (state IN ('accepted', 'rejected', 'duplicate', 'withdrawn', 'lapsed'))
  ),
  CONSTRAINT contribution_duplicate CHECK ((state = 'duplicate') = (duplicate_of IS NOT NULL) AND duplicate_of <> id),
  CONSTRAINT contribution_unconfirmed CHECK (state <> 'unconfirmed' OR confirmed_at IS NULL)
);
CREATE INDEX contribution_queue ON contribution (state, created_at) WHERE closed_at IS NULL;
CREATE INDEX contribution_place ON contribution (place_id, created_at);
CREATE INDEX contribution_account ON contribution (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX contribution_address ON contribution (email_key) WHERE email_key IS NOT NULL;
CREATE INDEX contribution_closed_at ON contribution (closed_at) WHERE closed_at IS NOT NULL;

CREATE TYPE claim_proof AS ENUM ('contact_code', 'domain', 'siret', 'invitation', 'letter', 'vouched');
CREATE TYPE claim_state AS ENUM (
  'asked', 'proving', 'granted', 'refused', 'lapsed', 'contested', 'revoked', 'ended'
);

CREATE TABLE claim (
  id           uuid PRIMARY KEY,
  place_id     uuid NOT NULL REFERENCES place (id),
  account_id   uuid NOT NULL REFERENCES account (id),
  proof        claim_proof NOT NULL,
  state        claim_state NOT NULL,
  code_digest  bytea CHECK (octet_length(code_digest) = 32),
  -- Where the code went, as it may be shown: c…@mairie-nevers.fr.
  sent_to_hint text,
  tries        smallint NOT NULL DEFAULT 0 CHECK (tries >= 0),
  reason       text CHECK (length(reason) <= 2000),
  -- Null if the program decided, by the proof.
  decided_by   uuid REFERENCES account (id),
  created_at   timestamptz NOT NULL DEFAULT now(),
  decided_at   timestamptz,
  -- When its manager last said that the place is right.
  confirmed_on date,
  CONSTRAINT claim_decided CHECK (
    (decided_at IS NOT NULL) = (state NOT IN ('asked', 'proving')) AND (decided_by IS NULL OR decided_at IS NOT NULL)
  )
);
CREATE UNIQUE INDEX claim_standing ON claim (place_id, account_id)
  WHERE state IN ('asked', 'proving', 'granted', 'contested');
CREATE INDEX claim_queue ON claim (state, created_at) WHERE state IN ('asked', 'proving', 'contested');
CREATE INDEX claim_account ON claim (account_id);

CREATE TYPE subscription_kind AS ENUM ('place', 'territory', 'search', 'label', 'consultation');
CREATE TYPE subscription_cadence AS ENUM ('now', 'daily', 'weekly');
CREATE TYPE subscription_state AS ENUM ('asked', 'on', 'off');

CREATE TABLE subscription (
  id           uuid PRIMARY KEY,
  account_id   uuid NOT NULL REFERENCES account (id),
  subject_kind subscription_kind NOT NULL,
  subject      text NOT NULL CHECK (subject <> ''),
  filters      jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(filters) = 'object'),
  cadence      subscription_cadence NOT NULL DEFAULT 'daily',
  -- The last change that was told.
  cursor       bigint NOT NULL DEFAULT 0,
  state        subscription_state NOT NULL DEFAULT 'asked',
  token_digest bytea NOT NULL UNIQUE CHECK (octet_length(token_digest) = 32),
  created_at   timestamptz NOT NULL DEFAULT now(),
  told_at      timestamptz
);
CREATE UNIQUE INDEX subscription_standing ON subscription (account_id, subject_kind, subject, filters)
  WHERE state <> 'off';
CREATE INDEX subscription_due ON subscription (cadence, told_at) WHERE state = 'on';

-- A correction says which contribution and account made it, until when it stands without being confirmed, and who
-- ended it, and why.
ALTER TABLE correction
  ADD COLUMN contribution_id uuid REFERENCES contribution (id),
  ADD COLUMN account_id      uuid REFERENCES account (id),
  ADD COLUMN confirm_by      date,
  ADD COLUMN undone_by       text CHECK (undone_by <> ''),
  ADD COLUMN undone_why      text CHECK (undone_why <> ''),
  ADD CONSTRAINT correction_undone CHECK (undone_at IS NOT NULL OR (undone_by IS NULL AND undone_why IS NULL));
CREATE INDEX correction_contribution ON correction (contribution_id) WHERE contribution_id IS NOT NULL;
CREATE INDEX correction_account ON correction (account_id) WHERE account_id IS NOT NULL;
CREATE INDEX correction_to_confirm ON correction (confirm_by) WHERE undone_at IS NULL AND confirm_by IS NOT NULL;

CREATE TYPE notice_ground AS ENUM ('illegal', 'rules', 'privacy');
CREATE TYPE notice_state AS ENUM ('open', 'in_hand', 'decided');

-- Notices under the Digital Services Act and under the rules of the house.
CREATE TABLE notice (
  id           uuid PRIMARY KEY,
  reference    text NOT NULL UNIQUE CHECK (reference ~ '^AVIS-[0-9A-HJKMNP-TV-Z]{10}$'),
  subject_kind text NOT NULL CHECK (subject_kind ~ '^[a-z_]+$'),
  subject_id   text NOT NULL CHECK (subject_id <> ''),
  ground       notice_ground NOT NULL,
  law          text CHECK (length(law) <= 500),
  explanation  text CHECK (length(explanation) <= 4000),
  name         text CHECK (length(name) <= 200),
  email        text CHECK (length(email) <= 254),
  form_id      uuid UNIQUE,
  language     language NOT NULL DEFAULT 'fr',
  state        notice_state NOT NULL DEFAULT 'open',
  assigned_to  uuid REFERENCES account (id),
  decided_by   uuid REFERENCES account (id),
  decision     text CHECK (decision <> ''),
  reply        text CHECK (length(reply) <= 2000),
  created_at   timestamptz NOT NULL DEFAULT now(),
  decided_at   timestamptz,
  CONSTRAINT notice_decided CHECK (
    (state = 'decided') = (decided_at IS NOT NULL) AND (decided_at IS NULL) = (decision IS NULL)
  )
);
CREATE INDEX notice_queue ON notice (state, created_at) WHERE decided_at IS NULL;
CREATE INDEX notice_subject ON notice (subject_kind, subject_id);

CREATE TYPE file_scan AS ENUM ('none', 'clean', 'infected');

CREATE TABLE file (
  id           uuid PRIMARY KEY,
  owner_kind   text NOT NULL CHECK (owner_kind ~ '^[a-z_]+$'),
  owner_id     text NOT NULL CHECK (owner_id <> ''),
  name         text NOT NULL CHECK (length(name) BETWEEN 1 AND 200),
  media_type   text NOT NULL CHECK (media_type <> ''),
  size         integer NOT NULL CHECK (size BETWEEN 1 AND 5242880),
  sha256       bytea NOT NULL CHECK (octet_length(sha256) = 32),
  -- Emptied when its time is over; what it was stays.
  content      bytea CHECK (octet_length(content) = size),
  scan         file_scan NOT NULL DEFAULT 'none',
  created_at   timestamptz NOT NULL DEFAULT now(),
  delete_after date
);
CREATE INDEX file_owner ON file (owner_kind, owner_id);
CREATE INDEX file_end ON file (delete_after) WHERE content IS NOT NULL AND delete_after IS NOT NULL;
