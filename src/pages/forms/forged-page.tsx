import type { FastifyReply, FastifyRequest } from 'fastify'
import { inLanguage } from '../addresses/pages.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { send } from '../parts/send.ts'
import { languageOf } from '../shell/respond.ts'
import { FORMS } from '../wording/forms.ts'
import { WORDING } from '../wording/wording.ts'

/** Says that a form was refused because another site seems to have sent it, and what its reader can do. */
export function showForged(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const lang = languageOf(request)
  const says = FORMS[lang]
  const [path = '/'] = request.url.split('?', 1)
  return send(reply.code(403), lang, {
    title: `${says.forgedTitle} – ${WORDING[lang].site}`,
    description: says.forgedTitle,
    canonical: path,
    translated: `${path}?lang=${otherLanguage(lang)}`,
    noindex: true,
    children: (
      <div class="prose">
        <h1>{says.forgedTitle}</h1>
        <p>{says.forgedText}</p>
        <p>{says.forgedRemedy}</p>
        <p class="onward">
          <a href={inLanguage(path, lang)}>{says.back}</a>
        </p>
      </div>
    )
  })
}
