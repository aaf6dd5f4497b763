-- What a run needs to know of the one before it, so that it fetches nothing that it has already read.
ALTER TABLE run
  -- As the server said them of the bytes that were read; for its address only.
  ADD COLUMN etag          text,
  ADD COLUMN last_modified text,
  -- Release of the program that read them: another one may read the same bytes otherwise.
  ADD COLUMN program       text,
  -- The server said that nothing has changed since, and so nothing was read.
  ADD COLUMN not_modified  boolean NOT NULL DEFAULT false,
  -- The file was not to be taken for all that there is, so nothing was withdrawn for its absence.
  ADD COLUMN partial       boolean NOT NULL DEFAULT false;
