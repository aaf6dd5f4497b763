import type { FastifyReply, FastifyRequest } from 'fastify'
import type { HistoryEntry } from '../../domain/history/place-history.ts'
import type { Language } from '../../domain/language.ts'
import { correctionsAddress } from '../addresses/managing-address.ts'
import { otherLanguage, placeAddress } from '../addresses/place-address.ts'
import { historyAddress } from '../addresses/report-address.ts'
import { readPlace } from '../contributions/read-place.ts'
import { sendMissing } from '../contributions/send-missing.tsx'
import { send } from '../parts/send.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import type { Ask } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import { longMoment } from '../wording/day.ts'
import { HISTORY } from '../wording/history.ts'
import { WORDING } from '../wording/wording.ts'
import { fieldNames, saidValue } from './said-value.ts'
import { HISTORY_STYLE } from './style.ts'

/** Shows what happened to a place, to everybody. */
export async function showHistory(ask: Ask, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const { place: segment } = request.params as { readonly place: string }
  const place = await readPlace(ask, segment, lang)
  if (typeof place === 'string') return sendMissing(reply, lang, place)
  if ('survivor' in place) return reply.redirect(historyAddress(place.survivor, lang), 301)
  const answered = await ask<{ readonly items: readonly HistoryEntry[] }>(`/v1/places/${place.id}/history`)
  if (!('body' in answered)) return sendMissing(reply, lang, 'away')
  const says = HISTORY[lang]
  const { publicUrl = '' } = reply.server.site
  return send(reply, lang, {
    title: `${says.title(place.display_name)} – ${WORDING[lang].site}`,
    description: says.lead,
    canonical: `${publicUrl}${historyAddress(place.id, lang)}`,
    translated: historyAddress(place.id, otherLanguage(lang)),
    noindex: true,
    styles: [HISTORY_STYLE.address],
    children: <HistoryPage place={place} entries={answered.body.items} lang={lang} />
  })
}

type Props = {
  readonly place: ShownPlace
  readonly entries: readonly HistoryEntry[]
  readonly lang: Language
}

function HistoryPage({ place, entries, lang }: Props) {
  const says = HISTORY[lang]
  return (
    <div class="prose">
      <p class="back">
        <a href={placeAddress(place, lang)}>{says.toPlace}</a>
      </p>
      <h1>{says.title(place.display_name)}</h1>
      <p class="lead">{says.lead}</p>
      {entries.some(({ stands }) => stands) && (
        <p>
          <a href={correctionsAddress(place.id, lang)}>{says.undo}</a>
        </p>
      )}
      {entries.length === 0 ? (
        <p>{says.none}</p>
      ) : (
        <ol class="history">
          {entries.map((entry, index) => (
            <li key={`${entry.at} ${index}`}>
              <Entry entry={entry} lang={lang} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

function Entry({ entry, lang }: { readonly entry: HistoryEntry; readonly lang: Language }) {
  const says = HISTORY[lang]
  const { at, kind, by, fields, before, after, withheld, correction } = entry
  const [field] = fields
  return (
    <>
      <h2>{says.kinds[kind](fieldNames(fields, lang))}</h2>
      <p class="hint">
        <time datetime={at}>{longMoment(lang, at)}</time>. {says.author(says.by[by])}.
      </p>
      {withheld && <p>{says.withheld}</p>}
      {correction !== null && field !== undefined && !withheld && (
        <dl>
          <div>
            <dt>{says.before}</dt>
            <dd>{saidValue(field, before, lang)}</dd>
          </div>
          <div>
            <dt>{says.after}</dt>
            <dd>{saidValue(field, after, lang)}</dd>
          </div>
        </dl>
      )}
    </>
  )
}
