-- A name as the words that are typed for it: "l’Atelier – FabLab" is "l atelier fablab".
CREATE FUNCTION words_of_name(folded text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN btrim(regexp_replace(folded, '[^a-z0-9]+', ' ', 'g'));

-- Whether a question, or what it may be a typing error for, is the whole name of a place.
CREATE INDEX place_by_whole_name ON place (words_of_name(sort_name) COLLATE "C") WHERE status = 'active';
