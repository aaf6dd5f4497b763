import t from 'tap'
import { momentChosen, openFilter } from '../../src/pages/search/when.ts'

// A Monday in Paris, 16:30; in Nouméa it is already Tuesday, 02:30.
const MONDAY = Date.parse('2026-11-30T15:30:00Z')
const asked = (choices: Parameters<typeof openFilter>[0]) => openFilter(choices, MONDAY)?.join(' ')

t.test('a time that people choose is a filter of the API, in the local time of the place', async (t) => {
  t.equal(asked({}), undefined)
  t.equal(asked({ when: 'now', part: 'morning' }), 'open_at now')
  t.equal(asked({ when: 'today' }), 'open_between now/2026-12-01T00:00', 'what is left of today')
  t.equal(asked({ when: 'tomorrow', part: 'morning' }), 'open_between 2026-12-01T08:00/2026-12-01T12:00')
  t.equal(asked({ when: 'sat' }), 'open_between 2026-12-05T00:00/2026-12-06T00:00')
  t.equal(asked({ when: 'sun', part: 'evening' }), 'open_between 2026-12-06T18:00/2026-12-06T22:00')
  t.equal(asked({ when: 'today', department: '988' }), 'open_between now/2026-12-02T00:00')
})

t.test('a day or part of a day that is over means the next one', async (t) => {
  t.equal(asked({ part: 'afternoon' }), 'open_between 2026-11-30T14:00/2026-11-30T18:00')
  t.equal(asked({ part: 'morning' }), 'open_between 2026-12-01T08:00/2026-12-01T12:00')
  t.equal(asked({ when: 'mon' }), 'open_between now/2026-12-01T00:00')
  t.equal(asked({ when: 'mon', part: 'morning' }), 'open_between 2026-12-07T08:00/2026-12-07T12:00')
})

t.test('the time is said as people say it', async (t) => {
  t.equal(momentChosen({ when: 'sat', part: 'morning' }, 'fr'), 'Ouvert samedi matin')
  t.equal(momentChosen({ when: 'today', part: 'evening' }, 'fr'), 'Ouvert ce soir')
  t.equal(momentChosen({ part: 'afternoon' }, 'fr'), 'Ouvert l’après-midi')
  t.equal(momentChosen({ when: 'tomorrow' }, 'en'), 'Open tomorrow')
  t.equal(momentChosen({ when: 'today', part: 'morning' }, 'en'), 'Open this morning')
  t.equal(momentChosen({}, 'en'), undefined)
})
