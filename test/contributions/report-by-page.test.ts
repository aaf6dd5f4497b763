import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { testPlace, writePlaces } from '../support/places.ts'
import { senderOf } from '../support/records.ts'
import { TOWNS } from '../support/towns.ts'
import { codeIn, formIn, mailsTo, sendForm } from './reporting.ts'

const database = await testDatabase(t)
const PLACE = testPlace({
  ...TOWNS.bayeux,
  name: 'EPN de Bayeux',
  types: ['EPN'],
  contacts: { phone: '+33231000000', emails: ['epn@bayeux.example'], websites: [] }
})
await writePlaces(database, [PLACE])
let now = Date.UTC(2026, 10, 30, 9)
const api = await apiOver(t, database, () => now)
const open = (url: string, language = 'fr') =>
  api.ask({ url, headers: { accept: 'text/html', 'accept-language': language } })

const FORM = `/lieux/${PLACE.id}/signaler?sujet=horaires`

/** Opens the form, fills it in for some seconds, and sends it. */
async function fillIn(fields: Readonly<Record<string, string>>, form = FORM, from?: string) {
  const { action, token } = formIn((await open(form)).body)
  now += 20_000
  return sendForm(api, action, { jeton: token, ...fields }, from)
}

t.test('the page of a place leads to the form, and the form back', async (t) => {
  const place = (await open(`/lieux/epn-de-bayeux-${PLACE.id}`)).body
  t.match(place, `href="/lieux/${PLACE.id}/signaler"`)
  t.match(place, `href="/lieux/${PLACE.id}/signaler?sujet=contacts"`, 'a number that does not answer')
  const subjects = await open(`/lieux/${PLACE.id}/signaler`)
  t.equal(subjects.statusCode, 200)
  t.match(subjects.body, `href="${FORM}"`)
  t.match((await open(FORM)).body, `href="/lieux/epn-de-bayeux-${PLACE.id}"`)
})

t.test('the form shows what the directory says, with its source and date', async (t) => {
  const { put } = await senderOf(database, api, 'epn-normandie')
  const content = {
    name: 'Cyber-base de Caen',
    address: { commune: '14118' },
    contacts: { phone: '+33231000000' }
  }
  await put([{ id: 'caen', changed_on: '2026-03-14', content }])
  const { items } = await api.get('/v1/places?q=cyber-base+caen')
  const { body } = await open(`/lieux/${items[0]?.id}/signaler?sujet=contacts`)
  t.match(body, '02\u00a031\u00a000\u00a000\u00a000')
  t.match(body, 'Annuaire epn-normandie, le 14 mars 2026')
  t.match((await open(`/lieux/${items[0]?.id}/signaler?sujet=horaires`)).body, /L’annuaire n’en dit rien/)
})

t.test('wrong hours are reported without an account, and the report can be followed', async (t) => {
  const sent = await fillIn({ texte: 'Fermé le lundi.', courriel: '' })
  t.equal(sent.statusCode, 303, sent.body)
  const page = String(sent.headers.location)
  t.match(page, /^\/signalements\/SIG-[0-9A-Z]{10}$/)
  const { body, statusCode, headers } = await open(page)
  t.equal(statusCode, 200)
  t.match(body, /Reçu/)
  t.match(body, /EPN de Bayeux/)
  t.notMatch(body, /Fermé le lundi/, 'its text is not shown')
  t.equal(headers['cache-control'], 'private, no-store')
  t.equal(sent.headers['cache-control'], 'private, no-store')
  t.match((await open(page.toLowerCase())).headers.location, page, 'a reference may be typed in any case')
  t.equal((await open('/signalements/SIG-0000000000')).statusCode, 404)
})

t.test('a form that is sent twice is one report', async (t) => {
  const { action, token } = formIn((await open(FORM)).body)
  now += 20_000
  const fields = { jeton: token, texte: 'Ouvert le samedi.' }
  const [one, other] = await Promise.all([sendForm(api, action, fields), sendForm(api, action, fields)])
  t.equal(one.headers.location, other.headers.location)
  t.equal((await sendForm(api, action, fields)).headers.location, one.headers.location)
  const changed = await sendForm(api, action, { ...fields, texte: 'Ouvert le dimanche.' })
  t.equal(changed.statusCode, 422)
  t.match(changed.body, /déjà été envoyé/)
  t.match(changed.body, /Ouvert le dimanche\.<\/textarea>/, 'nothing is lost')
  const again = formIn(changed.body)
  now += 20_000
  const second = await sendForm(api, again.action, {
    ...fields,
    jeton: again.token,
    texte: 'Ouvert le dimanche.'
  })
  t.equal(second.statusCode, 303)
  t.not(second.headers.location, one.headers.location)
})

t.test('what is missing or wrong is said at the head of the form, which keeps what was typed', async (t) => {
  const empty = await fillIn({ texte: '  ', courriel: 'ana@' })
  t.equal(empty.statusCode, 422)
  t.match(empty.body, /<title>Erreur – /)
  t.match(empty.body, /href="#texte">Écrivez ce qui est faux/)
  t.match(empty.body, /href="#courriel">L’adresse n’est pas complète/)
  t.match(empty.body, /value="ana@"/)
  const long = await fillIn({ texte: 'x'.repeat(2_001) })
  t.match(long.body, /Le texte a 2001 caractères/)
  t.match(long.body, 'x'.repeat(2_001))
  const hostile = await fillIn({ texte: '', courriel: '"><script>alert(1)</script>' })
  t.notMatch(hostile.body, '<script>alert')
  const { action, token } = formIn((await open(FORM)).body)
  const fast = await sendForm(api, action, { jeton: token, texte: 'Fermé le lundi.' })
  t.equal(fast.statusCode, 422)
  t.match(fast.body, /Relisez ce que vous avez écrit, puis envoyez/)
  now += 3_000
  const read = { jeton: formIn(fast.body).token, texte: 'Fermé le lundi, vraiment.' }
  t.equal((await sendForm(api, action, read)).statusCode, 303, 'the time counts from the first opening')
  t.equal((await fillIn({ texte: 'Fermé.', ne_rien_ecrire: 'https://spam.example' })).statusCode, 422)
  const flood = await sendForm(api, action, { jeton: token, texte: 'x'.repeat(2_000_000) })
  t.equal(flood.statusCode, 413)
  t.match(flood.body, 'Ce que vous avez écrit est trop long')
  t.match(flood.body, 'au plus 2\u202f000 caractères')
  t.notMatch(flood.body, /abîmés|type="search"/)
})

t.test('no other site can send a report in the name of its reader', async (t) => {
  const { action, token } = formIn((await open(FORM)).body)
  now += 20_000
  const before = await database.prisma.contribution.count()
  const { statusCode } = await api.ask({
    method: 'POST',
    url: action,
    payload: `jeton=${encodeURIComponent(token)}&texte=faux`,
    headers: {
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'cross-site',
      origin: 'https://evil.example'
    }
  })
  t.equal(statusCode, 403)
  t.equal(await database.prisma.contribution.count(), before)
})

t.test('an address is confirmed by the code of the mail, and by nothing that opens its link', async (t) => {
  const sent = await fillIn({ texte: 'Fermé le lundi.', courriel: 'ana@example.org' })
  const page = String(sent.headers.location)
  const waiting = await open(page)
  t.match(waiting.body, /À confirmer/)
  const [mail] = await mailsTo(database, 'ana@example.org')
  t.match(mail, page, 'the mail leads to the page of the report')
  const code = codeIn(mail)
  t.notMatch(mail?.replace(/"code": ?"[^"]+"/, ''), code.replace('-', ''), 'the link does not hold the code')
  t.notMatch(waiting.body, code)
  const { action, token } = formIn(waiting.body, 'acte=confirm')
  now += 20_000
  const wrong = await sendForm(api, action, { jeton: token, code: '0000-0000' })
  t.equal(wrong.statusCode, 422)
  t.match(wrong.body, 'Ce code n’est pas le bon')
  t.notMatch(wrong.body, 'Rien n’a été envoyé', 'the report was received')
  const again = formIn(wrong.body, 'acte=confirm')
  now += 20_000
  const right = await sendForm(api, again.action, {
    jeton: again.token,
    code: code.toLowerCase().replace('-', ' ')
  })
  t.equal(right.statusCode, 303, right.body)
  t.match((await open(page)).body, /Reçu/)
})

t.test('five wrong codes end a report', async (t) => {
  const page = String((await fillIn({ texte: 'Faux.', courriel: 'bob@example.org' })).headers.location)
  const code = codeIn((await mailsTo(database, 'bob@example.org'))[0])
  const attempt = async (typed: string) => {
    const { action, token } = formIn((await open(page)).body, 'acte=confirm')
    now += 20_000
    return sendForm(api, action, { jeton: token, code: typed })
  }
  for (let tries = 0; tries < 5; tries++) await attempt(`000${tries}-0000`)
  t.match((await attempt(code)).body, /Trop de codes faux/)
})

t.test('its author takes a report back, once', async (t) => {
  const page = String((await fillIn({ texte: 'Erreur.' })).headers.location)
  const { action, token } = formIn((await open(page)).body, 'acte=withdraw')
  now += 20_000
  t.equal((await sendForm(api, action, { jeton: token })).statusCode, 303)
  const { body } = await open(page)
  t.match(body, /Vous l’avez retiré/)
  t.notMatch(body, /acte=withdraw/)
  const late = await sendForm(api, action, { jeton: token })
  t.equal(late.statusCode, 409)
  t.match(late.body, /l’état a changé/)
})

t.test('two people who do not know each other mark a place as reported closed', async (t) => {
  const closed = `/lieux/${PLACE.id}/signaler?sujet=ferme`
  const report = async (email: string, from: string) => {
    const page = String((await fillIn({ courriel: email }, closed, from)).headers.location)
    const { action, token } = formIn((await open(page)).body, 'acte=confirm')
    now += 20_000
    const code = codeIn((await mailsTo(database, email))[0])
    t.equal((await sendForm(api, action, { jeton: token, code }, from)).statusCode, 303)
  }
  const isMarked = async () => {
    const { body } = await open(`/lieux/epn-de-bayeux-${PLACE.id}`)
    return /signalé fermé/i.test(body)
  }
  await fillIn({}, closed, '192.0.2.1')
  await fillIn({}, closed, '192.0.2.2')
  t.notOk(await isMarked(), 'reports without an address do not count')
  await report('carla@example.org', '203.0.113.5')
  t.notOk(await isMarked(), 'one is not enough')
  await report('carla.bis@example.org', '203.0.113.5')
  t.notOk(await isMarked(), 'one device with two addresses is one person')
  await report('diane@example.org', '203.0.113.200')
  t.ok(await isMarked())
  t.match(await api.get(`/v1/places/${PLACE.id}/reports`), { closed: { reports: 3 } })
})

t.test('one connection cannot flood the directory', async (t) => {
  const statuses: number[] = []
  for (let sent = 0; sent < 22; sent++) {
    statuses.push((await fillIn({ texte: `Faux ${sent}.` }, FORM, '203.0.113.77')).statusCode)
    now -= 20_000
  }
  t.same(statuses.slice(0, 20), Array(20).fill(303))
  t.same(statuses.slice(20), [429, 429])
  t.equal((await fillIn({ texte: 'Faux.' }, FORM, '203.0.113.78')).statusCode, 303, 'others still can')
})

t.test('the pages are valid HTML in both languages, without errors of accessibility', async (t) => {
  const checker = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  const page = String((await fillIn({ texte: 'Fermé.', courriel: 'eve@example.org' })).headers.location)
  const refused = await fillIn({ texte: '' })
  for (const lang of ['fr', 'en']) {
    for (const url of [
      page,
      FORM,
      `/lieux/${PLACE.id}/signaler`,
      `/lieux/${PLACE.id}/signaler?sujet=personne`
    ]) {
      const { body } = await open(`${url}${url.includes('?') ? '&' : '?'}lang=${lang}`)
      t.match(body, `<html lang="${lang}"`)
      const { results } = await checker.validateString(body)
      t.same(
        results.flatMap(({ messages }) => messages.map(({ message }) => message)),
        [],
        url
      )
    }
  }
  const { results } = await checker.validateString(refused.body)
  t.same(
    results.flatMap(({ messages }) => messages.map(({ message }) => message)),
    []
  )
})

t.test('without participation there is no form, and the link leads to the contact page', async (t) => {
  const closed = await apiOver(t, database, () => now, {}, { PARTICIPATION: 'false' })
  for (const url of [FORM, '/signalements/SIG-0000000000', `/v1/places/${PLACE.id}/reports`]) {
    t.equal((await closed.ask(url)).statusCode, 404, url)
  }
  t.equal((await closed.ask({ method: 'POST', url: '/v1/contributions', payload: {} })).statusCode, 404)
  t.match((await closed.ask(`/lieux/epn-de-bayeux-${PLACE.id}`)).body, `/contact?lieu=${PLACE.id}`)
})
