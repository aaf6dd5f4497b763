import type { Language } from '../../domain/language.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { PAGES } from '../addresses/pages.ts'
import { territoryAddress } from '../addresses/territory-address.ts'
import { DEPARTMENTS } from '../wording/departments.ts'
import { number } from '../wording/number.ts'

export type Department = {
  readonly code: string
  readonly name: string
  readonly population: number | null
  readonly places: number
}

type Props = {
  readonly departments: readonly Department[]
  readonly service: string | undefined
  /** The address of the same counts in the API. */
  readonly api: string
  readonly lang: Language
}

export function DepartmentTable({ departments, service, api, lang }: Props) {
  const says = DEPARTMENTS[lang]
  const all = departments.reduce((sum, { places }) => sum + places, 0)
  const people = departments.reduce((sum, { population }) => sum + (population ?? 0), 0)
  return (
    <>
      <h1>{says.title}</h1>
      <p>{says.lead}</p>
      <form action={PAGES.departments} method="get">
        {lang === 'en' && <input type="hidden" name="lang" value="en" />}
        <label for="service">{says.service}</label>
        <div class="ask">
          <select id="service" name="service">
            <option value="">{says.any}</option>
            {codesOf('service').map((code) => (
              <option key={code} value={code} selected={code === service}>
                {termLabel('service', code, lang)}
              </option>
            ))}
          </select>
          <button type="submit">{says.show}</button>
        </div>
      </form>
      {service && <p class="hint">{says.implied}</p>}
      <table class="figures">
        <thead>
          <tr>
            <th scope="col">{says.department}</th>
            <th scope="col">{says.places}</th>
            <th scope="col">{says.perPeople}</th>
            <th scope="col">{says.table}</th>
          </tr>
        </thead>
        <tbody>
          {departments.map((department) => (
            <Row key={department.code} department={department} service={service} lang={lang} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{says.whole}</th>
            <td>{number(lang, all)}</td>
            <td>{rate(all, people, lang)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
      <p>
        <a href={api}>{says.api}</a>
      </p>
    </>
  )
}

type RowProps = Pick<Props, 'service' | 'lang'> & { readonly department: Department }

function Row({ department: { code, name, population, places }, service, lang }: RowProps) {
  const filters = new URLSearchParams({ department: code, ...(service && { service }) })
  return (
    <tr>
      <th scope="row">
        {code}{' '}
        <a href={territoryAddress({ kind: 'department', code, name, department: null }, lang)} lang="fr">
          {name}
        </a>
      </th>
      <td>
        {places === 0 ? (
          0
        ) : (
          <a href={`/?${filters}${lang === 'en' ? '&lang=en' : ''}`}>{number(lang, places)}</a>
        )}
      </td>
      <td>{rate(places, population, lang)}</td>
      <td>
        {places > 0 && (
          <a href={`/v1/exports/places.csv?${filters}&safe=true`} download>
            CSV<span class="visually-hidden"> : {name}</span>
          </a>
        )}
      </td>
    </tr>
  )
}

const rate = (places: number, people: number | null, lang: Language): string =>
  people ? number(lang, Math.round((places * 1_000_000) / people) / 10) : '–'
