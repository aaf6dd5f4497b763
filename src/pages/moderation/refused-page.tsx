import type { FastifyReply, FastifyRequest } from 'fastify'
import { privateAddress, sendPrivate, sendRefused } from '../account/private-page.tsx'
import { PARTICIPATION_PAGES, pageAddress } from '../addresses/pages.ts'
import { languageOf } from '../shell/respond.ts'
import { FOOT } from '../wording/foot.ts'
import { MODERATION } from '../wording/moderation.ts'

/** Answers in place of a page that the API refused: to sign in first, to ask for the role, or that there is no such report. */
export function sendNotShown(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  vers: string
): FastifyReply {
  const lang = languageOf(request)
  const says = MODERATION[lang]
  const at = (path: string) => privateAddress(path, lang)
  if (status === 403)
    return sendPrivate(request, reply.code(403), lang, {
      title: says.notYours,
      lead: says.notYoursText,
      children: (
        <>
          <p class="lead">{says.notYoursText}</p>
          <p class="onward">
            <a href={at(PARTICIPATION_PAGES.account)}>{says.toAccount}</a>
          </p>
          <p class="onward">
            <a href={pageAddress('contact', lang)}>{FOOT[lang].contact}</a>
          </p>
        </>
      )
    })
  if (status === 404 || status === 400)
    return sendPrivate(request, reply.code(404), lang, {
      title: says.missing,
      lead: says.missingText,
      children: (
        <>
          <p class="lead">{says.missingText}</p>
          <p class="onward">
            <a href={at(PARTICIPATION_PAGES.moderation)}>{says.toQueue}</a>
          </p>
        </>
      )
    })
  return sendRefused(request, reply, status, vers)
}
