import { HtmlValidate } from 'html-validate'
import t from 'tap'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { signIn } from '../support/people/accounts.ts'
import { senderOf } from '../support/records.ts'
import { filled, readerOf } from './filled-form.ts'
import { granted } from './managing.ts'

const database = await testDatabase(t)
const clock = { now: Date.UTC(2026, 11, 1, 9) }
const api = await apiOver(t, database, () => clock.now)
const { put } = await senderOf(database, api, 'epn-nievre')
const record = (summary: string | null = null) => ({
  id: 'nevers',
  changed_on: '2026-03-14',
  content: {
    name: 'Espace numérique de Nevers',
    address: { street: '1 rue de la Préfecture', city: 'Nevers', commune: '58194' },
    location: { lat: 46.99, lon: 3.16 },
    contacts: { phone: '+33386000000' },
    opening_hours: { osm: 'Mo-Fr 09:00-12:00,14:00-17:00', raw: 'Du lundi au vendredi 9h-12h 14h-17h' },
    services: ['aide-aux-demarches-administratives'],
    summary
  }
})
await put([record()])
const { items } = await api.get('/v1/places?q=espace+numerique+nevers')
const place = items[0]?.id ?? ''
const held = { role: 'manager', scope: { kind: 'place', code: place }, rank: 'owner' } as const
await granted(database, 'ana@nevers.example', held)
const ana = readerOf(api, await signIn(api, database, 'ana@nevers.example'), clock)
const eve = readerOf(api, await signIn(api, database, 'eve@nevers.example'), clock)
await granted(database, 'mod@annuaire.example', { role: 'moderator', scope: { kind: 'all' } })
const mod = readerOf(api, await signIn(api, database, 'mod@annuaire.example'), clock)
const shown = () => api.get<AnsweredPlace>(`/v1/places/${place}`)
const FORM = `/gestion/${place}`

t.test('who manages a place of Nevers finds it at /gestion, and its form filled in', async (t) => {
  const list = await ana.open('/gestion')
  t.equal(list.statusCode, 200)
  t.match(list.body, `href="${FORM}"`)
  t.match(list.headers['cache-control'], /no-store/)
  const { body } = await ana.open(FORM)
  t.match(body, /name="lundi_1_de" autocomplete="off" value="9h"/)
  t.match(body, /name="samedi_etat" value="ferme" checked/)
  t.match(body, /value="03 86 00 00 00"/)
  t.match(body, /D’après Annuaire epn-nievre, le 14 mars 2026/)
})

t.test('without a session the pages lead to signing in; without the role they say so', async (t) => {
  const signedOut = readerOf(api, 'none', clock)
  t.equal((await signedOut.open('/gestion')).headers.location, '/connexion?vers=%2Fgestion')
  t.match((await signedOut.open(FORM)).headers.location, /connexion\?vers=%2Fgestion%2F/)
  t.equal((await eve.open(FORM)).statusCode, 403)
  t.match((await eve.open('/gestion')).body, /Aucun lieu ne vous est confié/)
  t.equal((await eve.fill('/gestion', {})).statusCode, 303)
  t.equal((await eve.post(FORM, 'telephone=0386111111')).statusCode, 403)
})

t.test('new hours of a day are checked, then saved; the other days stay as they were', async (t) => {
  const checked = await ana.fill(FORM, {
    mercredi_2_de: '',
    mercredi_2_a: '',
    samedi_1_de: '10',
    samedi_1_a: '12 h',
    acte: 'verifier'
  })
  t.equal(checked.statusCode, 200, checked.body.slice(0, 300))
  t.match(checked.body, /Nous avons compris ces horaires/)
  t.match(checked.body, /10\u00a0h – 12\u00a0h|10 h – 12 h/)
  t.equal((await shown()).opening_hours.osm, 'Mo-Fr 09:00-12:00,14:00-17:00', 'nothing is saved yet')
  const saved = await ana.post(FORM, filled(checked.body, {}))
  t.match(saved.headers.location, `${FORM}?etat=enregistre`, saved.body.slice(0, 300))
  t.equal(
    (await shown()).opening_hours.osm,
    'Mo,Tu,Th,Fr 09:00-12:00,14:00-17:00; We 09:00-12:00; Sa 10:00-12:00'
  )
  const after = await ana.open(String(saved.headers.location))
  t.match(after.body, /C’est enregistré/)
  t.match(
    after.body,
    /Écrit par le gestionnaire du lieu le 1(?:er)? décembre 2026, à la place de ce que dit Annuaire epn-nievre/
  )
  const { fields } = (await api.ask(`/v1/places/${place}/provenance`)).json()
  t.notOk(fields['contacts.phone']?.[0]?.correction, 'only what changed was sent')
})

t.test('a day that was closed and gets hours is open, and hours that make no sense are named', async (t) => {
  const never = Object.fromEntries(
    ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'].flatMap((day) => [
      ...[1, 2].flatMap((slot) => [
        [`${day}_${slot}_de`, ''],
        [`${day}_${slot}_a`, '']
      ]),
      [`${day}_etat`, 'ferme']
    ])
  )
  for (const [changes, at, text] of [
    [{ lundi_1_a: '' }, 'lundi_1_a', /Lundi.: une heure manque/],
    [{ mardi_1_de: '13h' }, 'mardi_1_a', /Mardi.: la fermeture vient avant l’ouverture/],
    [{ jeudi_2_de: '11.00' }, 'jeudi_2_de', /Jeudi.: la fermeture/],
    [never, 'lundi_etat', /Aucun jour n’est ouvert/],
    [{ horaires_texte: 'lundi 9h-12h et quand il fait beau' }, 'horaires_texte', /n’a pas compris «.*beau/]
  ] as const) {
    const refused = await ana.fill(FORM, changes)
    t.equal(refused.statusCode, 422, at)
    t.match(refused.body, `href="#${at}"`)
    t.match(refused.body, `id="${at}"`)
    t.match(refused.body, text)
  }
  const sunday = await ana.fill(FORM, { dimanche_1_de: '15h', dimanche_1_a: '1800' })
  t.equal(sunday.statusCode, 303, 'the answer that was there before counts less than the hours')
  t.match((await shown()).opening_hours.osm, /Su 15:00-18:00/)
  const closed = await ana.fill(FORM, { dimanche_etat: 'ferme' })
  t.equal(closed.statusCode, 303, 'and the answer that is given now counts more than old hours')
  t.notMatch((await shown()).opening_hours.osm, /Su 15/)
})

t.test('hours that no table can say are written in French, and are shown again as text', async (t) => {
  const text = 'Lundi 9h-12h, 1er samedi du mois 10h-12h'
  t.equal((await ana.fill(FORM, { horaires_texte: text })).statusCode, 303)
  t.equal((await shown()).opening_hours.osm, 'Mo 09:00-12:00; Sa[1] 10:00-12:00')
  t.match((await ana.open(FORM)).body, `>${text}</textarea>`)
})

t.test(
  'phone, services, accessibility and presentation are set; what is wrong is kept and named',
  async (t) => {
    const wrong = await ana.fill(FORM, {
      telephone: '12',
      position: 'ici',
      presentation: '<script>alert(1)</script>'
    })
    t.equal(wrong.statusCode, 422)
    for (const name of ['telephone', 'position']) t.match(wrong.body, `href="#${name}"`)
    const named = await ana.fill(FORM, {
      courriels: 'contact@nevers.example\nana@\nepn@nevers',
      sites: 'nevers',
      rendez_vous: 'rdv'
    })
    const summary = /id="a-corriger"[\s\S]*?<\/ul>/.exec(named.body)?.[0]
    t.match(summary, /Adresses de courriel.: «.ana@.», «.epn@nevers.» n’est pas accepté/)
    t.match(summary, /Sites internet.: «.nevers.»/)
    t.match(summary, /Adresse de prise de rendez-vous en ligne.: «.rdv.»/)
    t.match(wrong.body, 'value="ici"')
    t.notMatch(wrong.body, '<script>alert')
    const right = await ana.post(
      FORM,
      filled(wrong.body, {
        telephone: '03 86 11 11 11',
        position: '46.9905, 3.1603',
        courriels: 'contact@nevers.example\nepn@nevers.example',
        sites: 'www.nevers.example',
        services: ['aide-aux-demarches-administratives', 'utilisation-securisee-du-numerique'],
        step_free_entrance: 'oui',
        fauteuil: 'limited'
      })
    )
    t.equal(right.statusCode, 303, right.body.slice(0, 400))
    const state = /<div class="state"[\s\S]*?<\/div>/.exec(
      (await ana.open(String(right.headers.location))).body
    )?.[0]
    t.match(state, /<li>Téléphone.: 03 86 11 11 11<\/li>/)
    t.match(state, /<li>Accès en fauteuil roulant.: en partie, ou avec de l’aide<\/li>/)
    t.notMatch(state, /Horaires|<table/, 'what was not changed is not listed')
    const now = await shown()
    t.match(now, {
      contacts: { phone: '+33386111111', emails: ['contact@nevers.example', 'epn@nevers.example'] },
      location: { lat: 46.9905 },
      accessibility: { wheelchair: 'limited', step_free_entrance: true, hearing_loop: null },
      description: '<script>alert(1)</script>'
    })
    t.equal(now.services.length, 2)
    t.equal((await ana.fill(FORM, {})).headers.location, `${FORM}?etat=inchange`)
  }
)

t.test('the many kinds of place stand in a box that scrolls, those that are chosen first', async (t) => {
  const boxes = (html: string) => {
    const [, box = ''] = /<div class="options">([\s\S]*?)<\/fieldset>/.exec(html) ?? []
    return [...box.matchAll(/<input type="checkbox" id="([^"]*)" name="genres" value="([^"]*)"( checked)?/g)]
  }
  t.ok(boxes((await ana.open(FORM)).body).length > 30)
  const changed = await ana.fill(FORM, { genres: ['FABLAB', 'EPN'], telephone: '12' })
  const [first, second, third] = boxes(changed.body)
  t.same([first, second].map((box) => box?.[2]).sort(), ['EPN', 'FABLAB'])
  t.equal(first?.[1], 'genres', 'the summary of errors leads to the first')
  t.notOk(third?.[3])
})

t.test(
  'if the session ends while the form is filled in, what was typed comes back, and is saved after',
  async (t) => {
    const early = filled((await ana.open(FORM)).body, { presentation: 'Ateliers le mardi.', fauteuil: 'yes' })
    const signedOut = await readerOf(api, 'none', clock).post(FORM, early)
    t.equal(signedOut.statusCode, 401)
    t.match(signedOut.body, /id="a-corriger"[^>]*>Votre connexion a pris fin/)
    t.match(signedOut.body, /<a href="\/connexion" target="_blank"/)
    t.match(signedOut.body, /Ateliers le mardi\.<\/textarea>/)
    t.not((await shown()).description, 'Ateliers le mardi.', 'nothing is saved yet')
    const saved = await ana.post(FORM, filled(signedOut.body, {}))
    t.match(saved.headers.location, `${FORM}?etat=enregistre`, saved.body.slice(0, 300))
    t.match(await shown(), { description: 'Ateliers le mardi.', accessibility: { wheelchair: 'yes' } })
  }
)

t.test('another name and a far move wait for a moderator, and the rest is saved', async (t) => {
  const sent = await ana.fill(FORM, {
    nom: 'Espace numérique de la Loire',
    position: '47.05, 3.16',
    complement: 'Bâtiment B'
  })
  t.equal(sent.headers.location, `${FORM}?etat=propose`, sent.body.slice(0, 300))
  t.match(await shown(), { name: 'Espace numérique de Nevers', address: { complement: 'Bâtiment B' } })
  const { body } = await ana.open('/gestion')
  t.match(body, /En attente de la modération/)
  t.match(body, /Espace numérique de la Loire/)
})

t.test('two managers who change different fields both keep their change', async (t) => {
  const early = (await ana.open(FORM)).body
  t.equal((await ana.fill(FORM, { resume: 'Aide gratuite.' })).statusCode, 303)
  t.equal((await ana.post(FORM, filled(early, { structure: 'Ville de Nevers' }))).statusCode, 303)
  t.match(await shown(), { summary: 'Aide gratuite.', parent_organisation: 'Ville de Nevers' })
})

t.test('if both changed the same field, the second sees both values and chooses', async (t) => {
  const early = (await ana.open(FORM)).body
  t.equal((await ana.fill(FORM, { telephone: '03 86 22 22 22' })).statusCode, 303)
  const late = await ana.post(FORM, filled(early, { telephone: '03 86 33 33 33', structure: 'Mairie' }))
  t.equal(late.statusCode, 412)
  t.match(late.body, /<form[^>]*action="[^"]*#a-corriger"/)
  t.match(late.body, /id="a-corriger"[^>]*tabindex="-1"[^>]*><h2>La fiche a changé pendant que vous écriviez/)
  t.match(late.body, /La mienne.: 03 86 33 33 33/)
  t.match(late.body, /L’actuelle.: 03 86 22 22 22/)
  t.equal((await shown()).parent_organisation, 'Ville de Nevers', 'nothing is saved yet')
  const kept = await ana.post(FORM, filled(late.body, { garder_telephone: 'actuelle' }))
  t.equal(kept.statusCode, 303, kept.body.slice(0, 300))
  t.match(await shown(), { contacts: { phone: '+33386222222' }, parent_organisation: 'Mairie' })
})

t.test(
  'a correction is undone by a manager or a moderator, and all of them by a moderator only',
  async (t) => {
    const page = `${FORM}/modifications`
    const { body } = await ana.open(page)
    const [, id = ''] = /name="correction" value="(\d+)"/.exec(body) ?? []
    t.ok(id)
    t.notMatch(body, /name="tout"/)
    t.equal((await eve.open(page)).statusCode, 403)
    t.equal((await eve.post(page, `correction=${id}`)).statusCode, 403)
    const done = await ana.post(page, `correction=${id}`)
    t.equal(done.headers.location, `${page}?etat=annule`)
    const twice = await ana.post(page, `correction=${id}`)
    t.equal(twice.statusCode, 409)
    t.match(twice.body, /n’est plus en vigueur/)
    t.equal((await ana.post(page, 'tout=1')).statusCode, 422)
    t.match((await mod.open(page)).body, /name="tout"/)
    t.match(
      (await api.ask({ url: `/lieux/${place}/historique`, headers: { accept: 'text/html' } })).body,
      `href="${page}`
    )
  }
)

t.test('one button confirms all that a manager set, and opening the page confirms nothing', async (t) => {
  await database.batch.query("UPDATE correction SET confirm_by = '2026-11-30' WHERE undone_at IS NULL")
  t.match((await ana.open('/gestion')).body, /Merci de confirmer/)
  t.match((await ana.open('/gestion')).body, /Merci de confirmer/)
  t.equal((await ana.post('/gestion', `lieu=${place}`)).headers.location, '/gestion?etat=confirme')
  const { body } = await ana.open('/gestion')
  t.notMatch(body, /Merci de confirmer/)
  t.match(body, /À confirmer avant le 1(?:er)? décembre 2027/)
})

t.test('texts of 2 MB are refused, and control characters are named', async (t) => {
  t.equal((await ana.post(FORM, `presentation=${'x'.repeat(2_000_000)}`)).statusCode, 413)
  const long = await ana.fill(FORM, { presentation: 'x'.repeat(20_001) })
  t.equal(long.statusCode, 422)
  t.match(long.body, 'x'.repeat(20_001))
  const hidden = await ana.fill(FORM, { structure: 'Mairie\u0007' })
  t.equal(hidden.statusCode, 422)
  t.match(hidden.body, /caractères invisibles/)
})

t.test('the pages are valid HTML in both languages, without errors of accessibility', async (t) => {
  const checker = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  const refused = await ana.fill(FORM, { telephone: '12', lundi_1_a: '' })
  const pages = [refused.body]
  for (const path of ['/gestion', FORM, `${FORM}/modifications`])
    for (const lang of ['', '?lang=en']) pages.push((await ana.open(path + lang)).body)
  for (const body of pages) {
    const { results } = await checker.validateString(body)
    t.same(
      results
        .flatMap(({ messages }) => messages.map(({ message, line }) => `${line} ${message}`))
        .slice(0, 5),
      []
    )
  }
})

t.test('a moderator ends what a false manager did, who then edits no more', async (t) => {
  const page = `${FORM}/modifications`
  const slip = await mod.fill(page, { tout: '1', motif: 'La mairie ne connaît pas cette personne.' })
  t.equal(slip.statusCode, 422, 'a slip of the hand removes no manager')
  t.match(slip.body, /Cochez la case/)
  t.match(slip.body, /La mairie ne connaît pas cette personne\.<\/textarea>/, 'what was typed stays')
  const silent = await mod.post(page, filled(slip.body, { tout: '1', sur: '1', motif: '' }))
  t.match(silent.body, /Écrivez un motif/)
  t.equal((await shown()).contacts.phone === '+33386000000', false, 'nothing is undone yet')
  const done = await mod.post(page, filled(slip.body, { tout: '1', sur: '1' }))
  t.match(done.headers.location, /etat=tout-annule/)
  t.equal((await shown()).contacts.phone, '+33386000000')
  t.equal((await ana.open(FORM)).statusCode, 403)
})
