import { HtmlValidate } from 'html-validate'
import { h } from 'preact'
import { renderToString } from 'preact-render-to-string'
import t from 'tap'
import { AreaField, BoxesField, BoxField, ChoiceField, TextField } from '../../src/pages/forms/fields.tsx'
import { Form } from '../../src/pages/forms/form.tsx'
import { type TellApi, tellerOf } from '../../src/pages/shell/api.ts'
import { tinyApp } from '../http/shell/tiny-app.ts'

const FAULTS = [
  { name: 'texte', text: 'Écrivez ce qui est faux.' },
  { name: 'jour', text: 'Choisissez un jour.' }
]
const DAYS = [
  { value: 'lundi', label: 'Lundi' },
  { value: 'mardi', label: 'Mardi', hint: 'jour de marché' }
]

const shown = (faults: typeof FAULTS, lang: 'fr' | 'en') => {
  const field = { faults, lang }
  return renderToString(
    h(
      Form,
      { action: '/avis', token: 'abc', lang, submit: 'Envoyer', faults },
      h(AreaField, { ...field, name: 'texte', label: 'Ce qui est faux', value: 'Fermé <le> "lundi"' }),
      h(TextField, {
        ...field,
        name: 'courriel',
        label: 'Courriel',
        hint: 'Exemple : nom@exemple.fr',
        type: 'email',
        autocomplete: 'email',
        optional: true
      }),
      h(ChoiceField, { ...field, name: 'jour', label: 'Jour', options: DAYS, value: 'mardi' }),
      h(BoxesField, { ...field, name: 'jours', label: 'Jours', options: DAYS, values: ['lundi'] }),
      h(BoxField, { ...field, name: 'accord', label: 'J’accepte', checked: false })
    )
  )
}

t.test('a form is valid HTML, with a name for every field and group', async (t) => {
  const checker = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] })
  for (const lang of ['fr', 'en'] as const) {
    for (const faults of [[], FAULTS]) {
      const { results } = await checker.validateString(shown(faults, lang))
      t.same(
        results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => `${ruleId}: ${message}`)),
        []
      )
    }
  }
})

t.test(
  'what was refused stands at the head with links to its fields, and nothing that was typed is lost',
  async (t) => {
    const html = shown(FAULTS, 'fr')
    t.match(html, /il reste 2 choses à corriger/)
    for (const { name } of FAULTS) {
      t.match(html, `href="#${name}"`)
      t.match(html, `id="${name}"`, 'the link leads to something that can have the focus')
      t.match(html, `id="${name}-fault"`)
    }
    t.match(html, /<textarea(?=[^>]*aria-invalid="true")(?=[^>]*aria-describedby="texte-fault")/)
    t.match(html, />Fermé &lt;le> &quot;lundi&quot;<\/textarea>/)
    t.match(html, /<input(?=[^>]*value="mardi")(?=[^>]*checked)(?=[^>]*name="jour")/)
    t.match(html, /action="\/avis#a-corriger"/, 'a browser starts reading there')
    t.notMatch(shown([], 'fr'), /role="alert"/)
  }
)

t.test('the field that catches robots is never seen, and screen readers say to leave it empty', async (t) => {
  t.match(shown([], 'fr'), /class="visually-hidden"><label for="[\w-]+">N’écrivez rien ici/)
  t.notMatch(shown([], 'fr'), /aria-hidden/)
})

t.test('a page sends to the API as any other client, without its cookie', async (t) => {
  const app = await tinyApp()
  t.teardown(() => app.close())
  app.post('/echo', async ({ body, headers, isInner }, reply) => {
    const { authorization, cookie } = headers
    return reply.code(201).send({ body, authorization, cookie, isInner, key: headers['idempotency-key'] })
  })
  app.delete('/nothing', async (_, reply) => reply.code(204).send())
  const tell: TellApi = tellerOf(app)
  app.get('/page', async (request) => ({
    told: await tell(request, '/echo', {
      method: 'POST',
      body: { where: 'Bayeux' },
      bearer: 'ses_1',
      idempotencyKey: 'once'
    }),
    deleted: await tell(request, '/nothing', { method: 'DELETE' }),
    missing: await tell(request, '/nowhere')
  }))
  const { told, deleted, missing } = (
    await app.inject({ url: '/page', headers: { cookie: 'annuaire=ses_1' } })
  ).json()
  t.same(told, {
    status: 201,
    body: { body: { where: 'Bayeux' }, authorization: 'Bearer ses_1', isInner: true, key: 'once' }
  })
  t.same(deleted, { status: 204 })
  t.match(missing, { refused: { status: 404, code: 'route-not-found', errors: [] } })
})
