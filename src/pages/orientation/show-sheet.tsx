import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { type Answers, orientationAddress, readAnswers, sheetAddress } from '../addresses/answers.ts'
import { otherLanguage, placeAddress } from '../addresses/place-address.ts'
import { idsIn, MOST_SELECTED, selectionAddress } from '../addresses/selection.ts'
import { send } from '../parts/send.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import { type ReadPlace, readPlace } from '../place/read-place.ts'
import { townOf } from '../place/town-of.ts'
import type { Ask } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import { policyFor } from '../shell/policy.ts'
import { languageOf } from '../shell/respond.ts'
import { type MapTown, surroundingsOf } from '../small-map/towns-around.ts'
import { homeOf, readTown } from '../town.ts'
import { ORIENTATION } from '../wording/orientation.ts'
import { SHEET } from '../wording/sheet.ts'
import { WORDING } from '../wording/wording.ts'
import { type Drawn, Sheet } from './sheet.tsx'
import { ORIENTATION_STYLE } from './style.ts'

/** Shows the sheet of the chosen places, some of which may have been removed in the meantime. */
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
  const found = await Promise.all(ids.slice(0, MOST_SELECTED).map((id) => readPlace(ask, id, lang)))
  const drawn = await Promise.all(
    found.flatMap((place) => (typeof place === 'string' ? [] : drawnOf(ask, place, home)))
  )
  const away = found.includes('away')
  const says = SHEET[lang]
  const notices = [
    ...(ids.length === 0 ? [says.none] : []),
    ...(ids.length > MOST_SELECTED ? [says.mostly(MOST_SELECTED)] : []),
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
        answers={answers}
        lang={lang}
        back={backFrom(answers, ids, found, lang)}
        notices={notices}
        today={new Date().toISOString().slice(0, 10)}
      />
    )
  }
  return send(reply.code(away ? 503 : 200), lang, page, policyFor({ kind: 'outline' }))
}

/**
 * The link back to the list. A sheet that was made from the page of a place or from a selection has no answers about the
 * person or the time, so its link leads back to that page.
 */
function backFrom(answers: Answers, ids: readonly string[], found: readonly ReadPlace[], lang: Language) {
  const { help, who, when, ...from } = answers
  const says = SHEET[lang]
  const [place] = found
  if (who !== undefined || when !== undefined || !place) {
    return { href: orientationAddress(answers, lang), text: says.back }
  }
  if (found.length > 1 || typeof place === 'string') {
    return { href: selectionAddress({ ids, from }, lang), text: says.backToSelection }
  }
  return { href: placeAddress(place, lang), text: says.backToPlace }
}

async function homeOfAnswers(ask: Ask, answers: Answers): Promise<MapTown | null> {
  if (!answers.commune) return null
  const read = await readTown(ask, answers)
  return typeof read === 'object' && 'town' in read ? homeOf(read.town) : null
}

/** Draws the place from the town of the answers or, without one, from the town in which the place is. */
async function drawnOf(ask: Ask, place: ShownPlace, home: MapTown | null): Promise<Drawn> {
  const points = place.location ? [place.location] : []
  const town = home ?? (await townOf(ask, place))
  return { place, home: town, surroundings: await surroundingsOf(ask, points, town) }
}
