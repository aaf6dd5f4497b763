import t from 'tap'
import * as accounts from '../../src/domain/accounts/periods.ts'
import * as claims from '../../src/domain/claims/periods.ts'
import * as contributions from '../../src/domain/contributions/periods.ts'
import { MAIL_KEPT_DAYS } from '../../src/domain/outbox/delivery.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/domain/time.ts'
import { PAGES, PARTICIPATION_PAGES } from '../../src/pages/addresses/pages.ts'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { writePlaces } from '../support/places.ts'
import { idOf, SMALL_DIRECTORY } from '../support/small-directory.ts'

const database = await testDatabase(t)
await writePlaces(database, SMALL_DIRECTORY)
const site = await apiOver(t, database)
const closed = await apiOver(t, database, undefined, undefined, { PARTICIPATION: 'false' })
const FRENCH = { accept: 'text/html', 'accept-language': 'fr' }
const BAYEUX = `epn-de-bayeux-${idOf('EPN de Bayeux')}`

t.test('the page about personal data tells the periods after which the chores erase', async (t) => {
  const { body } = await site.ask({ url: PAGES.privacy, headers: FRENCH })
  for (const said of [
    `effacés ${contributions.TEXT_MONTHS} mois après la réponse`,
    `effacé après ${contributions.UNCONFIRMED_MS / HOUR_MS} heures`,
    `gardée ${contributions.CLIENT_KEY_MS / DAY_MS} jours`,
    `vaut ${accounts.CODE_MS / MINUTE_MS} minutes`,
    `effacé après ${accounts.SIGN_IN_KEPT_MS / HOUR_MS} heures`,
    `après ${accounts.SESSION_UNSEEN_MS / DAY_MS} jours sans visite`,
    `après ${accounts.SESSION_MOST_MS / DAY_MS} jours dans tous les cas`,
    `pendant ${accounts.WARNED_AFTER_MONTHS.join(' puis ')} mois`,
    `après ${accounts.CLOSED_AFTER_MONTHS} mois, le compte est fermé`,
    `effacé ${MAIL_KEPT_DAYS} jours après l’envoi`,
    `effacés ${contributions.TEXT_MONTHS} mois après la décision`,
    `gardés ${claims.TEXT_MONTHS} mois après la fin de la demande`,
    `ou ${claims.LAPSED_KEPT_MS / DAY_MS} jours si le code`,
    `Sans réponse après ${claims.UNANSWERED_MS / DAY_MS} jours`
  ])
    t.match(body, said)
})

t.test('without participation, no path of it is served and no page leads to one', async (t) => {
  for (const path of Object.values(PARTICIPATION_PAGES)) {
    const url = path.replace(':place', BAYEUX).replace(/:\w+/, 'SIG-0123456789')
    t.equal((await closed.ask({ url, headers: FRENCH })).statusCode, 404, url)
    // Where another page could have the path, it takes no form: 405.
    t.match((await closed.ask({ method: 'POST', url, headers: FRENCH })).statusCode, /40[45]/, `POST ${url}`)
  }
  for (const [method, url] of [
    ['POST', '/v1/sign-ins'],
    ['GET', '/v1/session'],
    ['GET', '/v1/account'],
    ['GET', '/v1/account/export'],
    ['POST', '/v1/account/close'],
    ['POST', '/v1/contributions'],
    ['GET', '/v1/contributions/SIG-0123456789'],
    ['GET', `/v1/places/${idOf('EPN de Bayeux')}/reports`]
  ] as const)
    t.equal((await closed.ask({ method, url })).statusCode, 404, `${method} ${url}`)
  const LINK = /href="\/(connexion|compte|signalements)|\/signaler/
  for (const url of ['/', `/lieux/${BAYEUX}`, PAGES.privacy, PAGES.contact]) {
    t.notMatch((await closed.ask({ url, headers: FRENCH })).body, LINK, url)
    t.match((await site.ask({ url, headers: FRENCH })).body, 'href="/compte"', url)
  }
  t.notMatch((await closed.ask({ url: PAGES.privacy, headers: FRENCH })).body, 'avez un compte')
})

t.test('no public page sets a cookie, whatever cookie it gets', async (t) => {
  const headers = { ...FRENCH, cookie: 'annuaire=ses_abc; __Host-annuaire=ses_abc' }
  for (const path of Object.values(PAGES)) {
    const url = path
      .replace(':place', BAYEUX)
      .replace(':kind/:name', 'departement/calvados')
      .replace(':entry', 'searchPlaces')
    const [with_, without] = [await site.ask({ url, headers }), await site.ask({ url, headers: FRENCH })]
    t.equal(with_.headers['set-cookie'], undefined, url)
    t.equal(with_.headers.etag, without.headers.etag, `${url} is the same with a cookie`)
  }
})
