import t from 'tap'
import { momentIn } from '../../src/pages/parts/state.tsx'

const SUNDAY = Date.parse('2026-11-22T18:00+01:00')
const stateText = (instant: string, state: 'open' | 'closed', lang: 'fr' | 'en' = 'fr') =>
  momentIn(lang, instant, { state, now: SUNDAY }).replaceAll('\u00a0', ' ')

t.test('a state ends at a time this week, in local time', async (t) => {
  t.equal(stateText('2026-11-24T09:30:00+01:00', 'closed'), 'mardi 9 h 30')
  t.equal(stateText('2026-11-24T09:00:00+01:00', 'closed'), 'mardi 9 h')
  t.equal(stateText('2026-11-24T09:00:00-04:00', 'closed', 'en'), 'Tuesday 09:00')
})

t.test('today is not named, and tomorrow is called tomorrow, in local time', async (t) => {
  t.equal(stateText('2026-11-22T19:30:00+01:00', 'open'), '19 h 30')
  t.equal(stateText('2026-11-22T19:30:00+01:00', 'open', 'en'), '19:30')
  t.equal(stateText('2026-11-23T09:00:00+01:00', 'closed'), 'demain 9 h')
  t.equal(stateText('2026-11-23T09:00:00+01:00', 'closed', 'en'), 'tomorrow 09:00')
  // Where it is already Monday, and where it is Sunday morning.
  t.equal(stateText('2026-11-23T09:00:00+11:00', 'closed'), '9 h')
  t.equal(stateText('2026-11-22T14:00:00-09:30', 'closed'), '14 h')
  t.equal(
    stateText('2026-11-23T09:00', 'closed'),
    'lundi 9 h',
    'without a place, an instant has no local day'
  )
})

t.test('a day after this week is given with its date', async (t) => {
  t.equal(stateText('2026-11-30T09:00:00+01:00', 'closed'), 'lundi 30 novembre 9 h')
  t.equal(stateText('2026-11-30T09:00:00+01:00', 'closed', 'en'), 'Monday 30 November 09:00')
})

t.test('midnight is not shown as zero hours', async (t) => {
  t.equal(stateText('2026-11-24T00:00:00+01:00', 'closed'), 'mardi')
  t.equal(stateText('2026-11-25T00:00:00+01:00', 'open'), 'mardi à minuit')
  t.equal(stateText('2026-11-25T00:00:00+01:00', 'open', 'en'), 'midnight on Tuesday')
  t.equal(stateText('2026-11-23T00:00:00+01:00', 'closed'), 'demain')
  t.equal(stateText('2026-11-24T00:00:00+01:00', 'open'), 'demain à minuit')
  t.equal(stateText('2026-11-24T00:00:00+01:00', 'open', 'en'), 'midnight tomorrow')
  t.equal(stateText('2026-11-23T00:00:00+01:00', 'open'), 'minuit')
  t.equal(stateText('2026-11-23T00:00:00+01:00', 'open', 'en'), 'midnight')
})
