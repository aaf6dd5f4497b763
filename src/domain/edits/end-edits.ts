import { readEmail } from '../accounts/email.ts'
import type { NewAct } from '../acts/act.ts'
import { subjectOf } from '../contributions/journal.ts'
import { asSourcesSay, publishAgain } from '../corrections/correct-place.ts'
import { correctionNotFound, notAllowed } from '../errors.ts'
import { type Actor, judgeAct, nameOf, permission } from '../permissions.ts'
import { isListed } from '../places/compose-place.ts'
import { hasSourceChanged } from '../places/corrections.ts'
import { DAY_MS } from '../time.ts'
import { lapsedMail } from './edit-mails.ts'
import type { EditDeps } from './edit-place.ts'
import type { Edit, EditWriter } from './edit-ports.ts'
import { ANSWER_DAYS, MANAGED_BY, yearAfter } from './managed.ts'

type Account = Extract<Actor, { kind: 'account' }>
type EndDeps = Pick<EditDeps, 'acts' | 'clock'>

/**
 * Undoes a correction: a manager of its place those that managers made, a moderator of its territory every one. The value
 * before is back. Returns the id of the place. Throws `correctionNotFound` and `notAllowed`.
 */
export const undoEdit = ({ acts, clock }: EndDeps, id: number, actor: Account): Promise<string> =>
  acts.run(nameOf(actor), async (writer) => {
    const edit = await writer.findEdit(id)
    if (edit === null) throw correctionNotFound(id)
    const now = new Date(clock())
    const meant = await writer.meant(edit.place)
    const on = { place: [edit.place, ...(meant ? [meant.id] : [])], territory: meant?.territories ?? [] }
    const may = (act: 'places:edit' | 'edits:revert') =>
      judgeAct(actor, permission(act, on), now).is === 'allowed'
    const isModerator = may('edits:revert')
    if (!isModerator && !(may('places:edit') && edit.account !== null)) throw notAllowed()
    await writer.endCorrection(id, isModerator ? 'moderator' : 'manager', 'undone')
    await writer.restoreBefore(id)
    await publishAgain(writer, edit.place)
    // A manager who undoes edits must not end the review of moderators, who look at what the manager did.
    const reviews = isModerator ? await writer.endReviews(edit.place, now) : []
    return {
      result: edit.place,
      acts: [
        placeAct(edit.place, 'undone', actor, now, { correction: id }),
        ...endedActs(reviews, actor, now)
      ]
    }
  })

/** What ended with the edits: ids of corrections, and references of what no longer waits for a moderator. */
export type EndedEdits = {
  readonly corrections: readonly number[]
  readonly contributions: readonly string[]
}

/**
 * Reverts the edits of an account on a place, or those of all its managers if it is null; also those made on places that
 * were merged into it. What others had set before is back. Their reviews end, and so do the proposals that wait: they would
 * be accepted as a manager's.
 */
export async function endEditsOf(
  writer: EditWriter,
  place: string,
  account: string | null,
  now: Date
): Promise<EndedEdits> {
  const edits = await writer.editsOn(place, account)
  // First those that were replaced: what is restored must not be theirs.
  await writer.discard(
    edits.map(({ id }) => id),
    'reverted'
  )
  const corrections = edits.filter(({ stands }) => stands).map(({ id }) => id)
  for (const id of corrections) {
    await writer.endCorrection(id, 'moderator', 'reverted')
    await writer.restoreBefore(id)
  }
  if (corrections.length > 0) await publishAgain(writer, place)
  const proposals = await writer.endProposals(place, account, now)
  return { corrections, contributions: [...(await writer.endReviews(place, now)), ...proposals] }
}

/** How the journal says that contributions no longer wait. */
export const endedActs = (references: readonly string[], { id }: Account, at: Date): readonly NewAct[] =>
  references.map((reference) => ({
    subject: subjectOf(reference),
    kind: 'lapsed',
    by: { kind: 'account', id },
    at,
    public: false,
    data: {}
  }))

/** A manager says that the edits on a place are still right, for another year. Returns how many there are. */
export const confirmEdits = ({ acts, clock }: EndDeps, place: string, actor: Account): Promise<number> =>
  acts.run(nameOf(actor), async (writer) => {
    const now = new Date(clock())
    const result = await writer.confirmEdits(place, actor.id, yearAfter(now))
    return { result, acts: [placeAct(place, 'edits_confirmed', actor, now, { corrections: result })] }
  })

/**
 * Ends the edits that were not confirmed for a year and 60 days, if the sources have changed since. Otherwise edits would
 * slowly become as stale as the directory that they were to mend. Each account has a transaction of its own, with one mail
 * for all its places. If one of these places fails, the others are done one by one. Returns how many lapsed. Throws an
 * `AggregateError` at the end if any place has failed.
 */
export async function lapseEdits({ acts, clock }: EndDeps): Promise<number> {
  const now = new Date(clock())
  const before = new Date(now.getTime() - ANSWER_DAYS * DAY_MS).toISOString().slice(0, 10)
  const edits = await acts.run(MANAGED_BY, async (writer) => ({
    result: await writer.unconfirmedSince(before),
    acts: []
  }))
  const failures: unknown[] = []
  let lapsed = 0
  const lapse = (group: readonly Edit[]) =>
    acts.run(MANAGED_BY, (writer) => lapseThese(writer, group, before, now))
  for (const group of groupedBy(edits, ({ account, place }) => account ?? place)) {
    const places = groupedBy(group, ({ place }) => place)
    try {
      lapsed += await lapse(group)
    } catch (error) {
      if (places.length === 1) failures.push(error)
      else
        for (const alone of places)
          lapsed += await lapse(alone).catch((reason: unknown) => {
            failures.push(reason)
            return 0
          })
    }
  }
  if (failures.length > 0)
    throw new AggregateError(
      failures,
      `Places whose unconfirmed edits could not be ended: ${failures.length}.`
    )
  return lapsed
}

/** Ends those of some edits of one account that still wait to be confirmed, and puts the mail that says so. */
async function lapseThese(writer: EditWriter, edits: readonly Edit[], before: string, now: Date) {
  // They may have been confirmed or undone since they were read.
  const waiting = new Set((await writer.unconfirmedSince(before)).map(({ id }) => id))
  const lapsed: NewAct[] = []
  const told = new Map<string, LapsedPlace>()
  for (const { id, place } of edits.filter((edit) => waiting.has(edit.id))) {
    const described = await writer.described(place)
    if (described?.status !== 'active' || !isListed(described.records)) continue
    const correction = (await writer.standing(place)).find((each) => each.id === id)
    const sources = asSourcesSay(place, described)
    if (correction === undefined || !hasSourceChanged(correction, sources)) continue
    await writer.endCorrection(id, 'system', 'lapsed')
    await writer.putPlaces([{ id: place, ...sources }])
    const { name, address } = sources.content
    const fields = [...(told.get(place)?.fields ?? []), correction.field]
    told.set(place, { name, city: address.city, fields })
    const data = { correction: id }
    const subject = { kind: 'place', id: place }
    lapsed.push({ subject, kind: 'lapsed', by: { kind: 'system' }, at: now, public: false, data })
  }
  const account = edits[0]?.account ?? null
  const { email, language } = (account !== null && (await writer.addressOf(account))) || {}
  const to = email && readEmail(email)
  if (told.size > 0 && to && language !== undefined)
    await writer.outbox.put({ mail: lapsedMail({ to, language, places: [...told.values()] }) })
  return { result: lapsed.length, acts: lapsed }
}

function groupedBy(edits: readonly Edit[], keyOf: (edit: Edit) => string): readonly (readonly Edit[])[] {
  const groups = new Map<string, Edit[]>()
  for (const edit of edits) groups.set(keyOf(edit), [...(groups.get(keyOf(edit)) ?? []), edit])
  return [...groups.values()]
}

type LapsedPlace = { readonly name: string; readonly city: string | null; readonly fields: readonly string[] }

const placeAct = (place: string, kind: string, { id }: Account, at: Date, data: NewAct['data']): NewAct => ({
  subject: { kind: 'place', id: place },
  kind,
  by: { kind: 'account', id },
  at,
  public: false,
  data
})
