-- By which rules something that is stored was derived from what else is stored. Another release may have others: then it
-- is derived again, in batches, so that places need not be imported again to be found by new words.
CREATE TABLE derivation (
  name    text PRIMARY KEY,
  -- A digest of the rules.
  rules   text NOT NULL,
  -- The last place that was derived by them, in the order of ids; null when all are.
  reached uuid
);
