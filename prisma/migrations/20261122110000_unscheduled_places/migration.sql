-- Which places still wait for a schedule, in the order in which they are adopted. Empty but after an upgrade: without
-- it each batch of 2 000 read and sorted a million places again, 25 s a batch.
CREATE INDEX place_unscheduled ON place (id) WHERE schedule IS NULL;
