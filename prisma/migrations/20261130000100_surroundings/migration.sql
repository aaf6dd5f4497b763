-- What a search near a territory starts from: where it is, how far apart its people live from what they need, and how
-- far its own places lie. Worked out by housekeeping, of the territories that have places; what is missing here is worked
-- out when it is asked for, in a millisecond.
CREATE TABLE surroundings (
  kind     text NOT NULL CHECK (kind IN ('commune', 'postcode', 'epci', 'department', 'region')),
  -- A commune by any of its codes: an arrondissement has surroundings of its own.
  code     text NOT NULL,
  lat      double precision NOT NULL,
  lon      double precision NOT NULL,
  -- Metres: at this distance from the centre a place is worth half as much as at the centre.
  scale_m  real NOT NULL,
  -- Metres from the centre within which nine in ten, and all, of its places lie.
  extent_m real NOT NULL,
  reach_m  real NOT NULL,
  -- Active places filed under it, with a position or without.
  places   integer NOT NULL,
  PRIMARY KEY (kind, code)
);
