import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { type Answers, openQuestion, orientationAddress, readAnswers } from '../addresses/answers.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { isVague } from '../parts/distance.tsx'
import { send } from '../parts/send.ts'
import type { Ask } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import { policyFor } from '../shell/policy.ts'
import { languageOf } from '../shell/respond.ts'
import { surroundingsOf } from '../small-map/towns-around.ts'
import { homeOf, readTown } from '../town.ts'
import { ORIENTATION } from '../wording/orientation.ts'
import { WORDING } from '../wording/wording.ts'
import { Answered } from './answered.tsx'
import { Question } from './question.tsx'
import { listed, Results } from './results.tsx'
import { shortList } from './short-list.ts'
import { ORIENTATION_STYLE } from './style.ts'

type Options = {
  readonly publicUrl: string | undefined
  /** The script of the question about the town. */
  readonly entry: Entry | undefined
}

/** The page that asks four questions and then shows a short list of places. */
export async function showOrientation(
  ask: Ask,
  { publicUrl = '', entry }: Options,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const query = request.query as Record<string, unknown>
  const answers = readAnswers(query)
  const asked = openQuestion(answers)
  const shown = asked
    ? { body: <Question name={asked} answers={answers} lang={lang} missing={query.step === asked} /> }
    : await answered(ask, answers, lang)
  const says = ORIENTATION[lang]
  const started = Object.keys(answers).length > 0
  const asksTown = asked === 'where' || (!asked && !('town' in shown))
  const page = {
    title: `${says.title} – ${WORDING[lang].site}`,
    description: says.lead,
    canonical: `${publicUrl}${orientationAddress({}, lang)}`,
    translated: orientationAddress(answers, otherLanguage(lang)),
    noindex: started,
    styles: [ORIENTATION_STYLE.address],
    entry: asksTown ? entry : undefined,
    children: (
      <div class="orientation">
        {!started && <p class="lead">{says.lead}</p>}
        {shown.body}
        <Answered
          answers={answers}
          lang={lang}
          now={Date.now()}
          {...('town' in shown && { town: shown.town })}
        />
      </div>
    )
  }
  const status = 'status' in shown ? shown.status : 200
  return send(reply.code(status), lang, page, asksTown ? policyFor({ kind: 'outline' }) : undefined)
}

/** What to show when all four questions are answered: the list, or a question about which town was meant. */
async function answered(ask: Ask, answers: Answers, lang: Language) {
  const read = await readTown(ask, answers)
  if (read === 'away') return away(answers, lang)
  if ('choices' in read) {
    const question = (
      <Question name="where" answers={answers} lang={lang} missing={false} choices={read.choices} />
    )
    return { body: question }
  }
  const { town } = read
  const list = await shortList(ask, { answers, town, lang, now: Date.now() })
  if (list === 'away') return away(answers, lang)
  const points = listed(list).flatMap(({ place }) => (isVague(place) ? [] : (place.location ?? [])))
  const surroundings = await surroundingsOf(ask, points, homeOf(town))
  return {
    town,
    body: <Results answers={answers} lang={lang} town={town} list={list} surroundings={surroundings} />
  }
}

const away = (answers: Answers, lang: Language) => ({
  status: 503,
  body: (
    <>
      <h1>{ORIENTATION[lang].title}</h1>
      <p role="alert">{ORIENTATION[lang].away}</p>
      <p>
        <a class="action" href={orientationAddress(answers, lang)}>
          {ORIENTATION[lang].retry}
        </a>
      </p>
    </>
  )
})
