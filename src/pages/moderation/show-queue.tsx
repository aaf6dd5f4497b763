import type { FastifyReply, FastifyRequest } from 'fastify'
import { CATEGORIES } from '../../domain/contributions/categories.ts'
import type { Language } from '../../domain/language.ts'
import { sessionIn } from '../account/cookies.ts'
import { type AccountPages, privateAddress, sendPrivate } from '../account/private-page.tsx'
import { PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { SelectField, TextField } from '../forms/fields.tsx'
import { languageOf } from '../shell/respond.ts'
import { CLAIMS } from '../wording/claims.ts'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { longDay } from '../wording/day.ts'
import { MODERATION } from '../wording/moderation.ts'
import { placeName, type Queued, subjectOf } from './moderated.ts'
import {
  type Chosen,
  chosenIn,
  isNarrowed,
  queuePath,
  reportAddress,
  type Territory,
  territoryIn
} from './queue-filters.ts'
import { sendNotShown } from './refused-page.tsx'
import { type ModeratedNotice, WaitingNotices } from './show-notice.tsx'
import { MODERATION_STYLE } from './style.ts'

type Queue = {
  readonly items: readonly Queued[]
  readonly total: number
  readonly waiting: { readonly open: number; readonly in_hand: number; readonly asked: number }
}

type WaitingClaim = {
  readonly id: string
  readonly state: 'asked' | 'contested'
  readonly place: { readonly name: string; readonly city: string | null }
}

type ClaimQueue = { readonly items: readonly WaitingClaim[]; readonly total: number }

/** How many claims wait, and those that are contested: their managers can do nothing until a moderator decides. */
function WaitingClaims({
  claims,
  total,
  lang
}: {
  readonly claims: readonly WaitingClaim[]
  readonly total: number
  readonly lang: Language
}) {
  const says = CLAIMS[lang]
  const contested = claims.filter(({ state }) => state === 'contested')
  return (
    <>
      <p>
        <a href={privateAddress(PARTICIPATION_PAGES.claimQueue, lang)}>{says.queue}</a>
        {lang === 'fr' ? '\u00a0: ' : ': '}
        {says.queueLead(total)}
      </p>
      {contested.length > 0 && (
        <ul>
          {contested.map(({ id, place: { name, city } }) => (
            <li key={id}>
              <a href={privateAddress(`/revendications/${id}`, lang)} lang="fr">
                {[name, city].filter(Boolean).join(', ')}
              </a>
              {lang === 'fr' ? '\u00a0: ' : ': '}
              {says.states.contested}
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Reports that one page shows. Who has more to decide takes the most urgent first. */
const SHOWN = 50

/** What waits for a decision of this moderator, with the reports on one place together. */
export async function showQueue(
  { tell, publicUrl }: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const says = MODERATION[lang]
  const bearer = sessionIn(request, publicUrl)
  const ask = async <Body,>(path: string): Promise<Body | undefined> => {
    const told = await tell<Body>(request, path, { bearer })
    return 'body' in told ? told.body : undefined
  }
  const chosen = chosenIn(request.query)
  const territory = await territoryIn(ask, chosen)
  const told = await tell<Queue>(request, queuePath(chosen, territory, SHOWN), { bearer })
  if ('refused' in told)
    return sendNotShown(request, reply, told.refused.status, PARTICIPATION_PAGES.moderation)
  const { items, total, waiting } = told.body
  const notified = await tell<{ readonly items: readonly ModeratedNotice[] }>(
    request,
    '/v1/moderation/notices',
    { bearer }
  )
  const claimed = await tell<ClaimQueue>(request, '/v1/moderation/claims', { bearer })
  const claims = 'body' in claimed ? claimed.body : { items: [], total: 0 }
  return sendPrivate(request, reply, lang, {
    title: says.title,
    lead: says.lead,
    styles: [MODERATION_STYLE.address],
    children: (
      <>
        <p class="lead">{says.lead}</p>
        <WaitingNotices notices={'body' in notified ? notified.body.items : []} lang={lang} />
        <WaitingClaims claims={claims.items} total={claims.total} lang={lang} />
        <p>{says.waiting(waiting.open, waiting.in_hand, waiting.asked)}</p>
        <Filters chosen={chosen} territory={territory} lang={lang} />
        {chosen.territory !== '' && territory === undefined && (
          <p class="warning" role="alert">
            {says.noTerritory(chosen.territory)}
          </p>
        )}
        <p role="status">{says.shown(items.length, total)}</p>
        <ol class="queue">
          {groupsOf(items).map((group) => (
            <Group key={group[0].reference} group={group} chosen={chosen} lang={lang} />
          ))}
        </ol>
      </>
    )
  })
}

type FilterProps = {
  readonly chosen: Chosen
  readonly territory: Territory | undefined
  readonly lang: Language
}

function Filters({ chosen, territory, lang }: FilterProps) {
  const says = MODERATION[lang]
  const { state, kind, territory: typed } = chosen
  const { subjects } = CONTRIBUTIONS[lang]
  return (
    <details open={isNarrowed(chosen)}>
      <summary>{says.filters}</summary>
      <form method="get" action={PARTICIPATION_PAGES.moderation} class="filters">
        {lang === 'en' && <input type="hidden" name="lang" value="en" />}
        <SelectField
          name="etat"
          label={says.state}
          value={state}
          none={says.states.attente}
          options={(['open', 'in_hand', 'asked', 'decides'] as const).map((value) => ({
            value,
            label: says.states[value]
          }))}
          lang={lang}
        />
        <SelectField
          name="sujet"
          label={says.kind}
          value={kind}
          none={says.anyKind}
          options={[
            { value: 'new_place', label: says.newPlace },
            ...CATEGORIES.map((value) => ({ value, label: subjects[value].name }))
          ]}
          lang={lang}
        />
        <TextField
          name="territoire"
          label={says.territory}
          hint={territory ? `${territory.name} (${says.territoryKinds[territory.kind]})` : says.territoryHint}
          value={territory?.name ?? typed}
          autocomplete="off"
          lang={lang}
        />
        <p>
          <button type="submit">{says.filter}</button>
        </p>
      </form>
    </details>
  )
}

type QueuedGroup = readonly [Queued, ...Queued[]]

/** Reports on one place follow each other in the queue. */
function groupsOf(items: readonly Queued[]): readonly QueuedGroup[] {
  const groups: [Queued, ...Queued[]][] = []
  for (const item of items) {
    const last = groups.at(-1)
    if (last && item.place.id !== null && last[0].place.id === item.place.id) last.push(item)
    else groups.push([item])
  }
  return groups
}

function Group({
  group,
  chosen,
  lang
}: {
  readonly group: QueuedGroup
  readonly chosen: Chosen
  readonly lang: Language
}) {
  const says = MODERATION[lang]
  const [first] = group
  const { id, name, status } = first.place
  return (
    <li>
      <h2 lang="fr">
        {id !== null && status === 'active' ? (
          <a href={placeAddress({ id, display_name: name }, lang)}>{placeName(first)}</a>
        ) : (
          placeName(first)
        )}
      </h2>
      {id === null && <p class="hint">{says.proposed}</p>}
      {status === 'withdrawn' && <p class="hint">{says.gone}</p>}
      {group.length > 1 && <p class="hint">{saidOfAll(group, lang)}</p>}
      <ul>
        {group.map((report) => (
          <Line key={report.reference} report={report} chosen={chosen} lang={lang} />
        ))}
      </ul>
    </li>
  )
}

/** Only reports repeat each other: a new manager who saves several times is one visit, and a proposal is not a report. */
function saidOfAll(group: QueuedGroup, lang: Language): string {
  const says = MODERATION[lang]
  if (group.every(({ published_corrections: edits }) => edits !== null))
    return says.severalEdits(group.length)
  const areReports = group.every(
    ({ published_corrections, proposed_fields }) => published_corrections === null && proposed_fields === null
  )
  return areReports ? says.several(group.length) : says.severalSent(group.length)
}

/** What a moderator reads before opening a report. */
const GLIMPSE = 160

function Line({
  report,
  chosen,
  lang
}: {
  readonly report: Queued
  readonly chosen: Chosen
  readonly lang: Language
}) {
  const says = MODERATION[lang]
  const { reference, category, state, text, from, is_yours, assigned_to, created_at } = report
  const facts = [
    CONTRIBUTIONS[lang].states[state].name,
    says.since(longDay(lang, created_at)),
    says.from[from],
    ...(is_yours ? [says.yours] : assigned_to && state === 'in_hand' ? [says.taken] : [])
  ]
  return (
    <li class={category === 'person' ? 'person' : undefined}>
      <a href={reportAddress(reference, chosen, lang)}>
        {subjectOf(report, lang)} <span class="visually-hidden">({reference})</span>
      </a>
      <p class="hint">{facts.join(' · ')}</p>
      {report.author_manages === false && <p class="warning">{says.managesNoMore}</p>}
      {report.still_published === 0 && <p class="hint">{says.publishedNoMore}</p>}
      {text && <p lang="fr">{text.length > GLIMPSE ? `${text.slice(0, GLIMPSE).trimEnd()}…` : text}</p>}
    </li>
  )
}
