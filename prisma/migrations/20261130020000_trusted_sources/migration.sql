-- Whether records of the source may state their numbers in other directories, which merges them with the records there.
ALTER TABLE source ADD COLUMN may_quote boolean NOT NULL DEFAULT false;
-- Built-in sources are registered at their next run, but records may be compared before.
UPDATE source SET may_quote = true WHERE slug IN ('mednum', 'data-inclusion', 'dila');

-- Whether the source may change many places of others. A new one waits for an operator.
ALTER TABLE source ADD COLUMN accepted boolean NOT NULL DEFAULT false;
UPDATE source SET accepted = true WHERE slug IN (SELECT source FROM run WHERE status = 'done');
