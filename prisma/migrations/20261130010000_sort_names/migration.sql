-- The list of all places opened with names that begin with a quotation mark, a bracket or the number of a département.
-- A name is now sorted by its words alone, and names that begin with a letter come before those that begin with a
-- digit: "~" follows every letter. A name without a Latin letter or digit comes last, as it is.
CREATE FUNCTION sort_key(name text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (
    SELECT CASE WHEN words ~ '^[a-z]' THEN words WHEN words <> '' THEN '~' || words ELSE '~~' || fold($1) END
    FROM (SELECT words_of_name(fold($1)) AS words) folded
  );

-- Given by whoever writes a place, and no longer computed by the table, so that no row is rewritten here: those that are
-- there are sorted as before until they are refreshed (src/store/places/refresh-offers.ts).
ALTER TABLE place ALTER COLUMN sort_name DROP EXPRESSION;
