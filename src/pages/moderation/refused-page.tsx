import type { FastifyReply, FastifyRequest } from 'fastify'
import { privateAddress, sendMessage, sendRefused } from '../account/private-page.tsx'
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
    return sendMessage(request, reply, 403, {
      title: says.notYours,
      text: says.notYoursText,
      onward: [
        { href: at(PARTICIPATION_PAGES.account), label: says.toAccount },
        { href: pageAddress('contact', lang), label: FOOT[lang].contact }
      ]
    })
  if (status === 404 || status === 400)
    return sendMessage(request, reply, 404, {
      title: says.missing,
      text: says.missingText,
      onward: [{ href: at(PARTICIPATION_PAGES.moderation), label: says.toQueue }]
    })
  return sendRefused(request, reply, status, vers)
}
