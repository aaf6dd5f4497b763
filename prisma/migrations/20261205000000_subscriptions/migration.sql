-- A subscription belongs to an address and not to an account, so that it needs none: the account that signs in with the
-- address has its subscriptions too. No subscription was made before.

DROP INDEX subscription_standing;
DROP INDEX subscription_due;

ALTER TABLE subscription
  DROP COLUMN account_id,
  DROP COLUMN token_digest,
  ADD COLUMN email       text NOT NULL CHECK (length(email) <= 254),
  -- The same HMAC of the canonical address that `account` has.
  ADD COLUMN email_key   bytea NOT NULL CHECK (octet_length(email_key) = 32),
  ADD COLUMN language    language NOT NULL DEFAULT 'fr',
  -- What it is about, as its mails say it: the name of a place or of a territory.
  ADD COLUMN label       text CHECK (length(label) <= 500),
  -- The code of the mail that confirms it; null if the account of the address asked for it.
  ADD COLUMN code_digest bytea CHECK (octet_length(code_digest) = 32),
  ADD COLUMN tries       smallint NOT NULL DEFAULT 0 CHECK (tries >= 0),
  -- The form that it was sent with, so that a double press makes one row.
  ADD COLUMN form_id     uuid UNIQUE;

-- The same address may ask again before it has confirmed, and then confirms one of them.
CREATE UNIQUE INDEX subscription_standing ON subscription (email_key, subject_kind, subject) WHERE state = 'on';
CREATE INDEX subscription_due ON subscription (cadence, told_at) WHERE state = 'on';
CREATE INDEX subscription_waiting ON subscription (created_at) WHERE state = 'asked';
