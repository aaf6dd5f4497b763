-- What a place is wished for by is a term that it declares, surely or probably offers or is called by, or words that it says.
-- One index answers both when the terms stand among its words: `zz12` for the term 12, with the weight A if it is declared
-- or its name says it, B if it surely follows, C if it probably does. Two indexes, of words and of codes, cannot be walked
-- together from a point outward. No word of French is `zz` and a number.
CREATE FUNCTION place_marks(declared integer[], sure integer[], likely integer[], kinds integer[]) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg('zz' || id || ':1' || CASE
    WHEN id = ANY (declared) OR id = ANY (kinds) THEN 'A' WHEN id = ANY (sure) THEN 'B' ELSE 'C' END, ' '), '')::tsvector
  FROM (SELECT DISTINCT unnest(declared || sure || likely || kinds) AS id) term
$$;

-- Whoever writes a place or its terms: none of them can forget it. Those of before are taken out first, so that a row that is
-- written as it was is as it was.
CREATE FUNCTION mark_place() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  marks tsvector := place_marks(NEW.codes_declared, NEW.codes, NEW.codes_likely, NEW.kinds);
BEGIN
  IF TG_OP = 'UPDATE' THEN
    NEW.search := ts_delete(NEW.search, tsvector_to_array(marks) || tsvector_to_array(
      place_marks(OLD.codes_declared, OLD.codes, OLD.codes_likely, OLD.kinds)));
  END IF;
  NEW.search := NEW.search || marks;
  RETURN NEW;
END $$;
CREATE TRIGGER place_inserted_marked BEFORE INSERT ON place FOR EACH ROW EXECUTE FUNCTION mark_place();
CREATE TRIGGER place_updated_marked BEFORE UPDATE OF search, codes, codes_declared, codes_likely, kinds ON place
  FOR EACH ROW EXECUTE FUNCTION mark_place();

-- The best places first, where nothing says from where.
CREATE INDEX place_by_weight ON place (weight DESC, id) WHERE status = 'active';
DROP INDEX place_by_quality;
