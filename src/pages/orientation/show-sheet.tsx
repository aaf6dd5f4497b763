import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { type Answers, orientationAddress, readAnswers, sheetAddress } from '../addresses/answers.ts'
import { idIn, otherLanguage, placeAddress } from '../addresses/place-address.ts'
import { send } from '../parts/send.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import type { Ask } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import { policyFor } from '../shell/policy.ts'
import { languageOf } from '../shell/respond.ts'
import { type MapTown, surroundingsOf } from '../small-map/towns-around.ts'
import { homeOf, readTown } from '../town.ts'
import { ORIENTATION } from '../wording/orientation.ts'
import { SHEET } from '../wording/sheet.ts'
import { WORDING } from '../wording/wording.ts'
import { type Drawn, MOST_ON_SHEET, Sheet } from './sheet.tsx'
import { ORIENTATION_STYLE } from './style.ts'

/** The sheet of the chosen places, some of which may have been removed in the meantime. */
export async function showSheet(
  ask: Ask,
  entry: Entry | undefined,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const query = request.query as Record<string, unknown>
  const answers = readAnswers(query)
  const ids = idsIn(query.lieu)
  const home = await homeOfAnswers(ask, answers)
  const found = await Promise.all(ids.slice(0, MOST_ON_SHEET).map((id) => placeOf(ask, id, lang)))
  const drawn = await Promise.all(
    found.flatMap((place) => (typeof place === 'string' ? [] : drawnOf(ask, place, home)))
  )
  const away = found.includes('away')
  const says = SHEET[lang]
  const notices = [
    ...(ids.length === 0 ? [says.none] : []),
    ...(ids.length > MOST_ON_SHEET ? [says.mostly(MOST_ON_SHEET)] : []),
    ...(found.includes('gone') ? [says.gone] : []),
    ...(away ? [ORIENTATION[lang].away] : [])
  ]
  const page = {
    title: `${says.title} – ${WORDING[lang].site}`,
    description: ORIENTATION[lang].lead,
    canonical: orientationAddress({}, lang),
    translated: sheetAddress(answers, ids, otherLanguage(lang)),
    noindex: true,
    entry,
    styles: [ORIENTATION_STYLE.address],
    children: (
      <Sheet
        drawn={drawn}
        home={home}
        help={answers.help}
        lang={lang}
        back={backFrom(answers, found, lang)}
        notices={notices}
        today={new Date().toISOString().slice(0, 10)}
      />
    )
  }
  return send(reply.code(away ? 503 : 200), lang, page, policyFor({ kind: 'outline' }))
}

/** The link back to the list; or to the place's page, if the sheet was made there and no question was answered. */
function backFrom(answers: Answers, found: readonly (ShownPlace | 'gone' | 'away')[], lang: Language) {
  const [place] = found
  const asked = answers.help ?? answers.who ?? answers.when
  if (asked !== undefined || found.length !== 1 || !place || typeof place === 'string') {
    return { href: orientationAddress(answers, lang), text: SHEET[lang].back }
  }
  return { href: placeAddress(place, lang), text: SHEET[lang].backToPlace }
}

/** The ids of the places in the address, without duplicates and in the given order. */
function idsIn(given: unknown): readonly string[] {
  const texts = (Array.isArray(given) ? given : [given]).filter((each) => typeof each === 'string')
  return [...new Set(texts.flatMap((text) => idIn(text) ?? []))]
}

async function homeOfAnswers(ask: Ask, answers: Answers): Promise<MapTown | null> {
  if (!answers.commune) return null
  const read = await readTown(ask, answers)
  return typeof read === 'object' && 'town' in read ? homeOf(read.town) : null
}

/** Reads a place from the API; if it was merged, the place that remains. */
async function placeOf(ask: Ask, id: string, lang: Language): Promise<ShownPlace | 'gone' | 'away'> {
  const answered = await ask<ShownPlace>(`/v1/places/${id}?lang=${lang}`)
  if ('body' in answered) return answered.body
  const survivor = answered.status === 301 ? idIn(answered.location?.split('?')[0] ?? '') : undefined
  if (survivor && survivor !== id) return placeOf(ask, survivor, lang)
  return answered.status === 404 || answered.status === 410 ? 'gone' : 'away'
}

async function drawnOf(ask: Ask, place: ShownPlace, home: MapTown | null): Promise<Drawn> {
  const points = place.location ? [place.location] : []
  return { place, surroundings: await surroundingsOf(ask, points, home) }
}
