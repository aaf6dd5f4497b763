-- Other names that a commune, or a part of it, is known by: merged communes under the name they had, also where the new
-- commune kept their code, and hamlets with post of their own. `commune_code` has one name a code. Written anew, whole,
-- with each list of communes, so no foreign key has to hold in between.
CREATE TABLE commune_name (
  commune text NOT NULL,
  name text NOT NULL,
  -- Of the part; the commune's own where the part has none.
  code text NOT NULL,
  -- The part's own; empty where they are not known.
  postcodes text[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (commune, name)
);
