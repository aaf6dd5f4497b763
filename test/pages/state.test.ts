import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import t from 'tap'
import { momentIn, State } from '../../src/pages/parts/state.tsx'
import { WORDING } from '../../src/pages/wording/wording.ts'

const SUNDAY = Date.parse('2026-11-22T18:00+01:00')
const stateText = (instant: string, state: 'open' | 'closed', lang: 'fr' | 'en' = 'fr') =>
  momentIn(lang, instant, { state, now: SUNDAY }).replaceAll('\u00a0', ' ')

t.test('a state ends at a time this week, in local time', async (t) => {
  t.equal(stateText('2026-11-24T09:30:00+01:00', 'closed'), 'mardi à 9 h 30')
  t.equal(stateText('2026-11-24T09:00:00+01:00', 'closed'), 'mardi à 9 h')
  t.equal(stateText('2026-11-24T09:00:00-04:00', 'closed', 'en'), 'Tuesday at 09:00')
})

t.test('today is not named, and tomorrow is called tomorrow, in local time', async (t) => {
  t.equal(stateText('2026-11-22T19:30:00+01:00', 'open'), 'à 19 h 30')
  t.equal(stateText('2026-11-22T19:30:00+01:00', 'open', 'en'), 'at 19:30')
  t.equal(stateText('2026-11-23T09:00:00+01:00', 'closed'), 'demain à 9 h')
  t.equal(stateText('2026-11-23T09:00:00+01:00', 'closed', 'en'), 'tomorrow at 09:00')
  // Two places where the local time is different: in one it is already Monday, in the other it is Sunday morning.
  t.equal(stateText('2026-11-23T09:00:00+11:00', 'closed'), 'à 9 h')
  t.equal(stateText('2026-11-22T14:00:00-09:30', 'closed'), 'à 14 h')
  t.equal(
    stateText('2026-11-23T09:00', 'closed'),
    'lundi à 9 h',
    'without a place, an instant has no local day'
  )
})

t.test('a day after this week is given with its date', async (t) => {
  t.equal(stateText('2026-11-30T09:00:00+01:00', 'closed'), 'lundi 30 novembre à 9 h')
  t.equal(stateText('2026-11-30T09:00:00+01:00', 'closed', 'en'), 'Monday 30 November at 09:00')
})

t.test('midnight is not shown as zero hours', async (t) => {
  t.equal(stateText('2026-11-24T00:00:00+01:00', 'closed'), 'mardi')
  t.equal(stateText('2026-11-25T00:00:00+01:00', 'open'), 'mardi à minuit')
  t.equal(stateText('2026-11-25T00:00:00+01:00', 'open', 'en'), 'Tuesday at midnight')
  t.equal(stateText('2026-11-23T00:00:00+01:00', 'closed'), 'demain')
  t.equal(stateText('2026-11-24T00:00:00+01:00', 'open'), 'demain à minuit')
  t.equal(stateText('2026-11-24T00:00:00+01:00', 'open', 'en'), 'tomorrow at midnight')
  t.equal(stateText('2026-11-23T00:00:00+01:00', 'open'), 'à minuit')
  t.equal(stateText('2026-11-23T00:00:00+01:00', 'open', 'en'), 'at midnight')
})

t.test('a closed place whose next opening is not certain says so, instead of nothing', (t) => {
  const said = (lang: 'fr' | 'en') =>
    renderToString(
      h(State, { hours: { state: 'closed', next_change: null }, lang, says: WORDING[lang] })
    ).replace(/<[^>]+>/g, '')
  t.equal(said('fr'), `${WORDING.fr.states.closed} · prochaine ouverture à confirmer`)
  t.equal(said('en'), `${WORDING.en.states.closed} · next opening to be confirmed`)
  t.end()
})
