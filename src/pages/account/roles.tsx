import type { FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import type { Role } from '../../domain/permissions.ts'
import { editAddress } from '../addresses/managing-address.ts'
import { PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { Section } from '../parts/prose.tsx'
import { ACCOUNT } from '../wording/account.ts'
import { type AccountPages, privateAddress } from './private-page.tsx'

/** A role as `/v1/account` answers it. */
export type AnsweredRole = {
  readonly role: Role
  readonly scope_kind: string
  readonly scope_code: string | null
}

/** A role with the name of the place or the territory for which it was given. */
type NamedRole = AnsweredRole & { readonly name: string | null }

type Place = { readonly place: string; readonly name: string; readonly city: string | null }

/** Names what each role is for. What cannot be read now, such as a place that was withdrawn, keeps its code. */
export async function nameRoles(
  { tell }: Pick<AccountPages, 'tell'>,
  request: FastifyRequest,
  roles: readonly AnsweredRole[],
  bearer: string | undefined
): Promise<readonly NamedRole[]> {
  const isManager = roles.some(({ role }) => role === 'manager')
  const told = isManager
    ? await tell<{ readonly items: readonly Place[] }>(request, '/v1/account/places', { bearer })
    : undefined
  const places = told && 'body' in told ? told.body.items : []
  return Promise.all(
    roles.map(async (held) => {
      const place = places.find((each) => each.place === held.scope_code)
      if (place) return { ...held, name: [place.name, place.city].filter(Boolean).join(', ') }
      if (held.scope_kind !== 'territory' || held.scope_code === null)
        return { ...held, name: held.scope_code }
      const path = held.scope_code.split(':').map(encodeURIComponent).join('/')
      const named = await tell<{ readonly name: string }>(request, `/v1/territories/${path}`, { bearer })
      return { ...held, name: 'body' in named ? named.body.name : held.scope_code }
    })
  )
}

export function Roles({ roles, lang }: { readonly roles: readonly NamedRole[]; readonly lang: Language }) {
  const says = ACCOUNT[lang]
  if (roles.length === 0) return null
  return (
    <Section title={says.roles}>
      <ul>
        {roles.map(({ role, scope_kind: kind, scope_code: code, name }) => (
          <li key={`${role} ${code}`}>
            {says.roleNames[role]}
            {name && (lang === 'fr' ? '\u00a0: ' : ': ')}
            {name && kind === 'place' && code ? (
              <a href={editAddress(code, lang)} lang="fr">
                {name}
              </a>
            ) : (
              <span lang="fr">{name}</span>
            )}
          </li>
        ))}
      </ul>
      {roles.some(({ role }) => role === 'manager') && (
        <p class="onward">
          <a href={privateAddress(PARTICIPATION_PAGES.managed, lang)}>{says.toPlaces}</a>
        </p>
      )}
    </Section>
  )
}
