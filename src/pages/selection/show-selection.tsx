import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FoundPlace } from '../../domain/places/place.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { MOST_SELECTED, readSelection, type Selection, selectionAddress } from '../addresses/selection.ts'
import { send } from '../parts/send.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import { type ReadPlace, readPlace } from '../place/read-place.ts'
import type { Ask } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import { policyFor } from '../shell/policy.ts'
import { languageOf } from '../shell/respond.ts'
import { SELECTION } from '../wording/selection.ts'
import { WORDING } from '../wording/wording.ts'
import { type Measure, measured, measureFrom } from './measure.ts'
import { SelectionPage } from './selection-page.tsx'
import { SELECTION_STYLE } from './style.ts'

type Options = {
  readonly ask: Ask
  readonly publicUrl: string | undefined
  readonly entry: Entry | undefined
}

/** The page that shows the chosen places side by side, and searches for places to add. */
export async function showSelection(
  { ask, publicUrl, entry }: Options,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const query = request.query as Record<string, unknown>
  const asked = readSelection(query)
  const read = await Promise.all(asked.ids.slice(0, MOST_SELECTED).map((id) => readPlace(ask, id, lang)))
  const away = read.includes('away')
  const selection = { ids: idsLeft(asked.ids, read), from: asked.from }
  // Places that were merged have the id of the place that remains, so that the address to share is right.
  if (hasMerged(asked.ids, read)) return reply.redirect(selectionAddress(selection, lang), 302)
  const measure = await measureFrom(ask, asked.from)
  const places = distinct(read).map((place) => measured(place, measure))
  const q = typeof query.q === 'string' ? query.q.trim().slice(0, LONGEST) : ''
  const found =
    q === '' || places.length >= MOST_SELECTED ? undefined : await search(ask, q, measure, asked.ids)
  const says = SELECTION[lang]
  const address = selectionAddress(selection, lang)
  const gone = read.filter((each) => each === 'gone').length
  const page = {
    title: `${says.title} – ${WORDING[lang].site}`,
    description: says.lead,
    canonical: `${publicUrl ?? ''}${selectionAddress({ ids: [], from: {} }, lang)}`,
    translated: selectionAddress(selection, otherLanguage(lang)),
    // Search engines should find the pages of the places, not lists of some of them.
    noindex: true,
    entry,
    styles: [SELECTION_STYLE.address],
    children: (
      <SelectionPage
        places={places}
        selection={selection}
        measure={measure}
        search={{ q, found }}
        lang={lang}
        url={publicUrl === undefined ? undefined : `${publicUrl}${address}`}
        notices={[
          ...(gone > 0 ? [says.gone(gone)] : []),
          ...(asked.ids.length > MOST_SELECTED ? [says.tooMany(MOST_SELECTED)] : []),
          ...(away || found === 'away' ? [says.away] : [])
        ]}
        today={new Date().toISOString().slice(0, 10)}
      />
    )
  }
  return send(reply.code(away ? 503 : 200), lang, page, policyFor({ kind: 'outline' }))
}

/** Maximum length of the words of a search; the API refuses longer ones. */
const LONGEST = 200

const distinct = (read: readonly ReadPlace[]): readonly ShownPlace[] => [
  ...new Map(read.flatMap((place) => (typeof place === 'string' ? [] : [[place.id, place]]))).values()
]

/** The ids without those that are gone. An id stays if the API did not answer, because the place may still exist. */
const idsLeft = (asked: readonly string[], read: readonly ReadPlace[]): readonly string[] => [
  ...new Set(
    read.flatMap((place, index) =>
      place === 'gone' ? [] : place === 'away' ? (asked[index] ?? []) : [place.id]
    )
  )
]

const hasMerged = (asked: readonly string[], read: readonly ReadPlace[]): boolean =>
  read.some((place, index) => typeof place !== 'string' && place.id !== asked[index])

/** Number of places that a search shows. */
const MOST_FOUND = 6

/** Places that match the words and are not in the selection; the nearest first if a point is known. */
async function search(
  ask: Ask,
  q: string,
  measure: Measure,
  chosen: Selection['ids']
): Promise<readonly FoundPlace[] | 'away'> {
  const near = measure.kind === 'point' ? { lat: String(measure.at.lat), lon: String(measure.at.lon) } : {}
  const query = new URLSearchParams({ q, total: 'none', limit: String(MOST_FOUND + MOST_SELECTED), ...near })
  const answered = await ask<{ readonly items: readonly FoundPlace[] }>(`/v1/places?${query}`)
  if (!('body' in answered)) return answered.status === 400 ? [] : 'away'
  return answered.body.items.filter(({ id }) => !chosen.includes(id)).slice(0, MOST_FOUND)
}
