-- What a search reads of each place that it looks at stays in its row: the words, the codes, the names. A row of more than
-- 2 kB is cut by its largest values first, and after the document that was the words, of three places in four: to look at
-- sixty of them took 640 pages beside their rows, of the 1 360 that a search by words read. MAIN is moved last.
-- The document and the words of its terms go out instead, which are read of the twenty places shown, or of none.
--
-- Rows that are there already change when they are next written. `VACUUM FULL place` does it at once, while nobody can
-- ask: three to four minutes for a million places, on two processors.
ALTER TABLE place
  ALTER COLUMN search SET STORAGE MAIN,
  ALTER COLUMN codes SET STORAGE MAIN,
  ALTER COLUMN name SET STORAGE MAIN,
  ALTER COLUMN sort_name SET STORAGE MAIN,
  ALTER COLUMN city SET STORAGE MAIN;
