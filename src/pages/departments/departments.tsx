import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import type { Territory } from '../../domain/territories/territory.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { PAGES } from '../addresses/pages.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { send } from '../parts/send.ts'
import type { Ask } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import { DEPARTMENTS } from '../wording/departments.ts'
import { WORDING } from '../wording/wording.ts'
import { type Department, DepartmentTable } from './department-table.tsx'

/**
 * Shows how many places of the directory each département has; with `service`, how many of them offer this service.
 */
export async function showDepartments(
  ask: Ask,
  publicUrl = '',
  request: FastifyRequest,
  reply: FastifyReply
) {
  const lang = languageOf(request)
  const { service: asked } = request.query as Record<string, unknown>
  const service = codesOf('service').find((code) => code === asked)
  const addressIn = (language: Language) => {
    const query = new URLSearchParams({
      ...(service && { service }),
      ...(language === 'en' && { lang: language })
    })
    return query.size > 0 ? `${PAGES.departments}?${query}` : PAGES.departments
  }
  const departments = await countDepartments(ask, service)
  const says = DEPARTMENTS[lang]
  return send(reply.code(departments === 'away' ? 503 : 200), lang, {
    title: `${says.title} – ${WORDING[lang].site}`,
    description: says.lead,
    canonical: `${publicUrl}${addressIn(lang)}`,
    translated: addressIn(otherLanguage(lang)),
    children:
      departments === 'away' ? (
        <>
          <h1>{says.title}</h1>
          <p role="alert">{says.away}</p>
        </>
      ) : (
        <DepartmentTable departments={departments} service={service} api={countsOf(service)} lang={lang} />
      )
  })
}

type Counts = {
  readonly facets: { readonly department: readonly { code: string; label: string; count: number }[] }
}

const countsOf = (service: string | undefined): string =>
  `/v1/places?${new URLSearchParams({ ...(service && { service }), facets: 'department', limit: '1', fields: 'id' })}`

/** The départements by code: the 100 with the most inhabitants, even without a place, and all others with a place. */
async function countDepartments(
  ask: Ask,
  service: string | undefined
): Promise<readonly Department[] | 'away'> {
  const [counted, listed] = await Promise.all([
    ask<Counts>(countsOf(service)),
    ask<{ readonly items: readonly Territory[] }>('/v1/territories?kind=department&limit=100')
  ])
  if (!('body' in counted) || !('body' in listed)) return 'away'
  const counts = counted.body.facets.department
  const populous = new Set(listed.body.items.map(({ code }) => code))
  // A list of the API holds at most 100 territories, so the others are requested one by one.
  const others = await Promise.all(
    counts
      .filter(({ code }) => !populous.has(code))
      .map(({ code }) => ask<Territory>(`/v1/territories/department/${encodeURIComponent(code)}`))
  )
  const known = [...listed.body.items, ...others.flatMap((each) => ('body' in each ? each.body : []))]
  const departments = new Map<string, Department>(
    known.map(({ code, name, population }) => [code, { code, name, population, places: 0 }])
  )
  for (const { code, label, count } of counts) {
    const { name, population } = departments.get(code) ?? { name: label, population: null }
    departments.set(code, { code, name, population, places: count })
  }
  return [...departments.values()].toSorted((one, other) => (one.code < other.code ? -1 : 1))
}
