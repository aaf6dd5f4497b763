-- Hours that do not mention public holidays now depend on them too: the state of these places is unknown on a public
-- holiday of their area. Their schedules shared the calendar '', or one without an area ('/A').
--
-- Most of them belong to the calendar of the mainland. Places of other areas or abroad get a schedule of their own from
-- housekeeping, which also computes the openings anew; until then, their state is unknown.
UPDATE place SET schedule = NULL
FROM schedule
WHERE schedule.id = place.schedule AND schedule.id <> 0 AND (schedule.calendar = '' OR schedule.calendar LIKE '/%')
  AND (place.department IS NULL OR place.department IN ('57', '67', '68') OR place.department LIKE '97%' OR place.department LIKE '98%');

WITH mainland AS (
  UPDATE schedule SET calendar = 'metropole' || calendar, computed_until = NULL
  WHERE id <> 0 AND (calendar = '' OR calendar LIKE '/%')
  RETURNING id
)
DELETE FROM opening USING mainland WHERE opening.schedule = mainland.id;
