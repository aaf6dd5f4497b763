import fc from 'fast-check'
import t from 'tap'
import { codeIn, mailsTo } from '../contributions/reporting.ts'
import { moderatorOf } from '../moderation/moderators.ts'
import { type AnsweredPlace, apiOver } from '../support/app.ts'
import { testDatabase } from '../support/database.ts'
import { senderOf } from '../support/records.ts'
import { personOf } from './claiming.ts'

const DAY = 24 * 3600_000
let now = Date.now() + 40 * DAY
const database = await testDatabase(t)
const api = await apiOver(t, database, () => now)
const { put } = await senderOf(database, api, 'epn-nievre')
const place = (id: string, contacts: object) => ({
  id,
  content: { name: `Espace numérique ${id}`, address: { commune: '58194' }, contacts }
})
const MAILBOX = 'epn@nevers.example'
const SITE = 'epn-nevers.fr'
await put([place('Banlay', { emails: [MAILBOX], websites: [`https://${SITE}`] }), place('Montots', {})])
const banlay = (await api.get('/v1/places?q=espace+numerique+banlay')).items[0]?.id ?? ''
const montots = (await api.get('/v1/places?q=espace+numerique+montots')).items[0]?.id ?? ''
const PEOPLE = await Promise.all(
  ['ana@example.org', `ben@${SITE}`, 'cleo@example.org'].map(async (email) => {
    const { id } = await personOf(api, database, email)
    return { email, id }
  })
)
const mod = await moderatorOf(api, database, 'mod@annuaire.example', { kind: 'all' })

/** Sessions end as the clock moves on, so each step signs in anew. */
const tokens = new Map<string, { readonly token: string; readonly until: number }>()
async function as(email: string, method: 'GET' | 'POST' | 'PATCH', url: string, payload?: object) {
  const held = tokens.get(email)
  const token = held && held.until > now ? held.token : (await personOf(api, database, email)).token
  if (token !== held?.token) tokens.set(email, { token, until: now + 20 * DAY })
  return api.ask({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload && { payload }) })
}

type Step =
  | { readonly is: 'claim'; readonly who: number; readonly proof: 'contact_code' | 'domain' | 'vouched' }
  | { readonly is: 'prove'; readonly who: number; readonly isRight: boolean }
  | { readonly is: 'contest' }
  | {
      readonly is: 'decide'
      readonly who: number
      readonly act: 'grant' | 'refuse' | 'contest' | 'revoke' | 'end'
    }
  | { readonly is: 'moderate'; readonly act: 'grant' | 'refuse' | 'contest' | 'revoke' }
  | { readonly is: 'edit'; readonly who: number }
  | { readonly is: 'wait'; readonly days: number }

const who = fc.integer({ min: 0, max: PEOPLE.length - 1 })
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant('claim' as const),
      who,
      proof: fc.constantFrom('contact_code', 'domain', 'vouched')
    })
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('prove' as const), who, isRight: fc.boolean() }) },
  { weight: 1, arbitrary: fc.constant({ is: 'contest' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('decide' as const),
      who,
      act: fc.constantFrom('grant', 'refuse', 'contest', 'revoke', 'end')
    })
  },
  {
    weight: 2,
    arbitrary: fc.record({
      is: fc.constant('moderate' as const),
      act: fc.constantFrom('grant', 'refuse', 'contest', 'revoke')
    })
  },
  { weight: 3, arbitrary: fc.record({ is: fc.constant('edit' as const), who }) },
  { weight: 1, arbitrary: fc.record({ is: fc.constant('wait' as const), days: fc.constantFrom(1, 8, 15) }) }
)

/** A claim from its beginning to its end, with anything else between its steps; chance alone rarely comes that far. */
const story: fc.Arbitrary<readonly Step[]> = fc
  .tuple(who, fc.constantFrom('contest', 'moderate'), fc.constantFrom('revoke', 'grant'))
  .chain(([who, ended, act]) => {
    const steps: readonly Step[] = [
      { is: 'claim', who, proof: 'contact_code' },
      { is: 'prove', who, isRight: true },
      { is: 'edit', who },
      ended === 'contest' ? { is: 'contest' } : { is: 'moderate', act: 'contest' },
      { is: 'edit', who },
      { is: 'moderate', act }
    ]
    const between = fc.array(fc.array(anyStep, { maxLength: 1 }), {
      minLength: steps.length,
      maxLength: steps.length
    })
    return between.map((others) => steps.flatMap((step, index) => [step, ...(others[index] ?? [])]))
  })
const anySteps = fc.oneof(story, fc.array(anyStep, { minLength: 4, maxLength: 14 }))

const claims = () => database.prisma.claim.findMany({ orderBy: { id: 'desc' } })
const standingEdits = async (account: string) =>
  database.prisma.correction.count({ where: { accountId: account, undoneAt: null } })
/** Who manages the place, as the database says it. */
const managers = async () =>
  (await database.prisma.role.findMany({ where: { role: 'manager', scopeCode: banlay, endedAt: null } })).map(
    ({ accountId }) => accountId
  )

let edits = 0
async function take(step: Step): Promise<void> {
  const person = 'who' in step ? PEOPLE[step.who] : undefined
  const email = person?.email ?? ''
  const all = await claims()
  if (step.is === 'wait') now += step.days * DAY
  if (step.is === 'claim')
    await as(email, 'POST', `/v1/places/${banlay}/claims`, {
      proof: step.proof,
      ...(step.proof === 'vouched' && { message: 'Je travaille ici.' })
    })
  if (step.is === 'prove') {
    const claim = all.find(({ accountId, state }) => accountId === person?.id && state === 'proving')
    // Of all codes that the mailbox of the place got, the last is that of the last claim, perhaps of another person.
    const codes = (await mailsTo(database, MAILBOX)).map(codeIn).filter((code) => code !== '')
    const code = step.isRight ? (codes.at(-1) ?? '0000-0000') : '0000-0000'
    if (claim) await as(email, 'POST', `/v1/claims/${claim.id}/prove`, { code })
  }
  if (step.is === 'contest') {
    const mail = (await mailsTo(database, MAILBOX)).map(
      (each) => /revendications\/([\w-]+)\/contester/.exec(each)?.[1]
    )
    const secret = mail.filter(Boolean).at(-1)
    for (const { id } of all)
      await api.ask({
        method: 'POST',
        url: `/v1/claims/${id}/contest`,
        payload: { secret: secret ?? 'none' }
      })
  }
  if (step.is === 'decide' || step.is === 'moderate') {
    const by = step.is === 'decide' ? email : 'mod@annuaire.example'
    const wanted = {
      grant: ['asked', 'contested'],
      refuse: ['asked', 'proving'],
      contest: ['granted'],
      revoke: ['contested'],
      end: ['granted']
    }
    const claim = all.find(({ state }) => wanted[step.act].includes(state))
    if (claim) {
      const others = PEOPLE.filter(({ id }) => id !== claim.accountId)
      const before = await Promise.all(others.map(({ id }) => standingEdits(id)))
      const body = step.act === 'contest' ? {} : { reason: 'Vérifié.' }
      const answer = await as(by, 'POST', `/v1/claims/${claim.id}/${step.act}`, body)
      if (step.act === 'revoke' && answer.statusCode === 200) {
        const left = await standingEdits(claim.accountId)
        if (left > 0) throw new Error(`${left} edits of a revoked claim stand`)
        const after = await Promise.all(others.map(({ id }) => standingEdits(id)))
        if (String(before) !== String(after)) throw new Error('edits of others were reverted')
      }
    }
  }
  if (step.is === 'edit') {
    const field = `summary`
    const { updated_at: version } = await api.get<AnsweredPlace>(`/v1/places/${banlay}`)
    const answer = await as(email, 'PATCH', `/v1/places/${banlay}`, {
      version,
      fields: { [field]: `Essai ${edits++}.` }
    })
    const isManager = (await managers()).includes(person?.id ?? '')
    if ((answer.statusCode === 200) !== isManager) throw new Error(`edit: ${answer.statusCode}`)
  }
}

/** What is true after each step. */
async function check(): Promise<void> {
  const all = await claims()
  const granted = all.filter(({ state }) => state === 'granted').map(({ accountId }) => accountId)
  const managing = await managers()
  for (const account of managing)
    if (!granted.includes(account)) throw new Error('a manager without a granted claim')
  for (const account of granted)
    if (!managing.includes(account)) throw new Error('a granted claim without a manager')
  for (const { tries, state } of all) {
    if (tries > 6) throw new Error('a seventh try')
    if (tries === 6 && state === 'proving') throw new Error('a code outlived its sixth try')
  }
  const byProgram = all.filter(({ state, decidedById }) => state === 'granted' && decidedById === null)
  if (byProgram.length > 1) throw new Error('the program granted a claim against a manager')
  for (const { proof, state, decidedById } of all)
    if (proof === 'vouched' && state === 'granted' && decidedById === mod.id)
      throw new Error('a moderator vouched')
}

t.test(
  'in whichever order people claim the place in Nevers, a manager has a granted claim, and only revoking reverts',
  async (t) => {
    await fc.assert(
      fc.asyncProperty(anySteps, async (steps) => {
        await database.batch.query('DELETE FROM claim')
        await database.batch.query("DELETE FROM role WHERE role = 'manager'")
        await database.batch.query('DELETE FROM outbox')
        await database.batch.query('DELETE FROM attempt')
        await database.batch.query('UPDATE correction SET undone_at = now() WHERE undone_at IS NULL')
        for (const step of steps) {
          await take(step)
          await check()
        }
      }),
      { numRuns: Number(process.env.RUNS ?? 25) }
    )
    t.pass('all')
  }
)

const fresh = async () => {
  for (const table of ['claim', 'outbox', 'attempt']) await database.batch.query(`DELETE FROM ${table}`)
  await database.batch.query("DELETE FROM role WHERE role = 'manager'")
}

t.test('of two who prove at once, one manages the place, and the other waits for an answer', async (t) => {
  for (let turn = 0; turn < 5; turn += 1) {
    await fresh()
    const proofs: { email: string; id: string; code: string }[] = []
    for (const { email } of [PEOPLE[0], PEOPLE[2]].flatMap((person) => person ?? [])) {
      const { id } = (
        await as(email, 'POST', `/v1/places/${banlay}/claims`, { proof: 'contact_code' })
      ).json()
      const code = (await mailsTo(database, MAILBOX)).map(codeIn).filter(Boolean).at(-1) ?? ''
      proofs.push({ email, id, code })
    }
    const both = await Promise.all(
      proofs.map(({ email, id, code }) => as(email, 'POST', `/v1/claims/${id}/prove`, { code }))
    )
    t.same(both.map((answer) => answer.json().state).sort(), ['asked', 'granted'])
  }
})

t.test('two tries at once are counted as two, and the sixth wrong one ends the claim', async (t) => {
  await fresh()
  const { id } = (
    await as('ana@example.org', 'POST', `/v1/places/${banlay}/claims`, { proof: 'contact_code' })
  ).json()
  const code = (await mailsTo(database, MAILBOX)).map(codeIn).filter(Boolean).at(-1) ?? ''
  const tries = await Promise.all(
    Array.from({ length: 9 }, () =>
      as('ana@example.org', 'POST', `/v1/claims/${id}/prove`, { code: '0000-0000' })
    )
  )
  t.equal(tries.filter(({ statusCode }) => statusCode === 422).length, 6)
  t.equal(tries.filter(({ statusCode }) => statusCode === 409).length, 3)
  t.equal((await as('ana@example.org', 'POST', `/v1/claims/${id}/prove`, { code })).statusCode, 409)
  await fresh()
  const late = (
    await as('ana@example.org', 'POST', `/v1/places/${banlay}/claims`, { proof: 'contact_code' })
  ).json()
  const good = (await mailsTo(database, MAILBOX)).map(codeIn).filter(Boolean).at(-1) ?? ''
  now += DAY
  t.match((await as('ana@example.org', 'POST', `/v1/claims/${late.id}/prove`, { code: good })).json(), {
    state: 'lapsed'
  })
})

t.test('an address that a correction set, or that a record got lately, proves nothing', async (t) => {
  await fresh()
  const options = (id: string) =>
    api.get<{ addresses: string[]; domains: string[] }>(`/v1/places/${id}/claim-options`)
  const correct = (id: string, field: string, value: unknown) =>
    database.batch.query(
      `INSERT INTO correction (place_id, field, value, replaced, made_by) VALUES ($1, $2, $3, 'null', 'Modération')`,
      [id, field, JSON.stringify(value)]
    )
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('eve@evil.example', 'x@mail.example'),
      fc.boolean(),
      async (email, isRecord) => {
        await database.batch.query('DELETE FROM correction')
        if (isRecord) {
          await put([
            place('Banlay', { emails: [MAILBOX], websites: [`https://${SITE}`] }),
            place('Montots', { emails: [email] })
          ])
          await database.batch.query(
            "UPDATE source_record SET contacts_since = $1 WHERE record_id = 'Montots'",
            [new Date(now - 29 * DAY)]
          )
        } else {
          await correct(montots, 'contacts.emails', [email])
          await correct(montots, 'contacts.websites', [`https://${email.split('@')[1]}`])
        }
        const { addresses, domains } = await options(montots)
        if (addresses.length + domains.length > 0) throw new Error(`${addresses} ${domains}`)
      }
    ),
    { numRuns: 8 }
  )
  await database.batch.query('DELETE FROM correction')
  t.same((await options(banlay)).addresses, ['e…@nevers.example'])
  await correct(banlay, 'contacts.emails', ['autre@nevers.example'])
  t.same((await options(banlay)).addresses, [], 'and what a correction took out proves nothing any more')
  await database.batch.query('DELETE FROM correction')
})

t.test('an import that changes the addresses of a record makes them fresh', async (t) => {
  const since = async () =>
    (
      await database.batch.query<{ contacts_since: Date }>(
        "SELECT contacts_since FROM source_record WHERE record_id = 'Banlay'"
      )
    ).rows[0]?.contacts_since.getTime() ?? 0
  const before = await since()
  await put([
    place('Banlay', { emails: [MAILBOX], websites: [`https://${SITE}`], phone: '+33386000000' }),
    place('Montots', {})
  ])
  t.equal(await since(), before, 'a new phone number does not')
  await put([
    place('Banlay', { emails: ['neuve@nevers.example'], websites: [`https://${SITE}`] }),
    place('Montots', {})
  ])
  t.ok((await since()) > before)
})
