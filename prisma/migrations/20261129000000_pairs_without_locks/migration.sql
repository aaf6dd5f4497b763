-- A foreign key locks the row that it leads to, which writes it: beside a million records, whose rows lie anywhere, each
-- new one had four pages of 8 kB written to the log and to the disk for its pairs, more than for all else of comparing.
-- Records are never deleted; a pair of one that is not there would be compared by nobody and shown to nobody.
ALTER TABLE match_pair DROP CONSTRAINT match_pair_one_fkey, DROP CONSTRAINT match_pair_other_fkey;
