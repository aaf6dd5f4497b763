import { randomUUID } from 'node:crypto'
import type { LightMyRequestResponse } from 'fastify'
import { codeDigest, readCode } from '../../src/domain/accounts/sign-in-code.ts'
import type { ContributionState } from '../../src/domain/contributions/machine.ts'
import { keyFor } from '../../src/domain/seal.ts'
import { dataVersionReader } from '../../src/store/db/data-version.ts'
import type { Database } from '../../src/store/db/database.ts'
import type { Api } from '../support/app.ts'

/** The words of the mails that wait in the outbox for this address, the oldest first. */
export async function mailsTo(database: Database, email: string): Promise<readonly string[]> {
  const rows = await database.prisma.outbox.findMany({ orderBy: { id: 'asc' } })
  return rows.map(({ payload }) => JSON.stringify(payload)).filter((text) => text.includes(`"${email}"`))
}

/** The code in a mail. */
export const codeIn = (mail: string | undefined): string => /"code": ?"([^"]+)"/.exec(mail ?? '')?.[1] ?? ''

/** The token and the address to which a form is sent. */
export function formIn(html: string, act = ''): { readonly action: string; readonly token: string } {
  const form = html.split('<form ').find((part) => part.includes('name="jeton"') && part.includes(act)) ?? ''
  return {
    action: (/action="([^"#]+)/.exec(form)?.[1] ?? '').replaceAll('&amp;', '&'),
    token: /name="jeton" value="([^"]+)"/.exec(form)?.[1] ?? ''
  }
}

/** Sends a form as a browser does from our own page. */
export const sendForm = (
  { ask }: Api,
  url: string,
  fields: Readonly<Record<string, string>>,
  from = '198.51.100.7'
): Promise<LightMyRequestResponse> =>
  ask({
    method: 'POST',
    url,
    payload: new URLSearchParams(fields).toString(),
    remoteAddress: from,
    headers: {
      accept: 'text/html',
      'accept-language': 'fr',
      'content-type': 'application/x-www-form-urlencoded',
      'sec-fetch-site': 'same-origin'
    }
  })

/** Notices on which the examples can be called. */
export async function notifiedInExamples(database: Database, at: Date): Promise<void> {
  for (const letter of ['A', 'B'])
    await database.prisma.notice.create({
      data: {
        ...{
          id: randomUUID(),
          reference: `AVIS-4T9M0K2WX${letter}`,
          subjectKind: 'page',
          subjectId: '/a-propos'
        },
        ...{ ground: 'rules', explanation: 'Ce texte est une injure.', createdAt: at }
      }
    })
}

/** Reports in the states in which the examples can be called. */
export async function reportedInExamples(database: Database, place: string, at: Date): Promise<void> {
  const key = keyFor('contribution code', await dataVersionReader(database).secret())
  const states = {
    ...({ A: 'open', B: 'unconfirmed', C: 'open', D: 'asked', E: 'open', F: 'in_hand' } as const),
    ...({ G: 'open', H: 'open', J: 'open', K: 'open', M: 'rejected' } as const)
  } satisfies Readonly<Record<string, ContributionState>>
  for (const [letter, state] of Object.entries(states)) {
    const id = randomUUID()
    const code = readCode('4T9M-0K2W')
    await database.prisma.contribution.create({
      data: {
        ...{ id, state, reference: `SIG-4T9M0K2WX${letter}`, placeId: place, kind: 'report' },
        category: 'hours',
        ...(state === 'rejected' && { outcome: 'not-verifiable', closedAt: at }),
        createdAt: at,
        ...(state === 'unconfirmed' && code && { codeDigest: new Uint8Array(codeDigest(id, code, key)) })
      }
    })
  }
}
