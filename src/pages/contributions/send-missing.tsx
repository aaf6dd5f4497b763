import type { FastifyReply } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { pageAddress } from '../addresses/pages.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { send } from '../parts/send.ts'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { WORDING } from '../wording/wording.ts'
import { STATUS } from './read-place.ts'

/** Says that there is no such place or report, that the place was withdrawn, or that the service does not answer. */
export function sendMissing(reply: FastifyReply, lang: Language, why: keyof typeof STATUS): FastifyReply {
  const says = CONTRIBUTIONS[lang]
  return send(reply.code(STATUS[why]), lang, {
    title: `${says[why]} – ${WORDING[lang].site}`,
    description: says[why],
    canonical: '/',
    translated: pageAddress('contact', otherLanguage(lang)),
    noindex: true,
    children: (
      <div class="prose">
        <h1>{says[why]}</h1>
        {why === 'noReport' && <p>{says.noReportText}</p>}
        {why === 'unknownChoice' && <p>{says.unknownChoiceText}</p>}
        <p class="onward">
          <a href={pageAddress('search', lang)}>{WORDING[lang].place.back}</a>
        </p>
      </div>
    )
  })
}
