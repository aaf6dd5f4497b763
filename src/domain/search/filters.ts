import { TERRITORIES, type TerritoryParameter } from '../territories/territory-parameters.ts'
import { CODE_PARAMETERS, type CodeParameter } from '../vocabularies/term.ts'
import type { Filters } from './search-question.ts'

/**
 * The properties of a filter for code that treats all filters alike: for alternatives, similar questions, the choice
 * of an index and the embedded component. If a field of `Filters` is missing here, the code does not compile.
 */
type Treatment = {
  /**
   * `what`: a property of the place. `where`: an area in which the place must be. `from`: the point from which
   * distances are measured, which excludes no place. `nuance`: how another filter is understood. `reading`: how the
   * words of `q` were read.
   */
  readonly role: 'what' | 'where' | 'from' | 'nuance' | 'reading'
  /**
   * The filter's parameters in the API, the main one first. The value is null, or a list of parameters: at least one
   * of them must be given too.
   */
  readonly parameters: { readonly [parameter in string]: readonly string[] | null }
}

const alone = <Parameter extends string>(parameters: readonly Parameter[]) =>
  Object.fromEntries(parameters.map((parameter) => [parameter, null])) as {
    readonly [parameter in Parameter]: null
  }

const FILTERS = {
  q: { role: 'what', parameters: { q: null } },
  words: { role: 'reading', parameters: {} },
  known: { role: 'reading', parameters: {} },
  where: { role: 'reading', parameters: {} },
  absent: { role: 'reading', parameters: {} },
  reachM: { role: 'reading', parameters: {} },
  codes: { role: 'what', parameters: alone<CodeParameter>(CODE_PARAMETERS) },
  serviceBasis: { role: 'nuance', parameters: { service_basis: ['service'] } },
  audienceUnknown: { role: 'nuance', parameters: { audience_unknown: ['audience'] } },
  feeUnknown: { role: 'nuance', parameters: { fee_unknown: ['fee'] } },
  accessibility: { role: 'what', parameters: { accessibility: null } },
  accessibilityUnknown: { role: 'nuance', parameters: { accessibility_unknown: ['accessibility'] } },
  itinerant: { role: 'what', parameters: { itinerant: null } },
  territory: { role: 'where', parameters: alone<TerritoryParameter>(TERRITORIES) },
  near: { role: 'from', parameters: { lat: null, lon: null } },
  radius: { role: 'where', parameters: { radius: null, min_results: ['radius'] } },
  bbox: { role: 'where', parameters: { bbox: null } },
  within: { role: 'where', parameters: { within: null } },
  open: {
    role: 'what',
    parameters: { open_at: null, open_between: null, open_unknown: ['open_at', 'open_between'] }
  },
  missing: { role: 'what', parameters: { missing: null } },
  source: { role: 'what', parameters: { source: null } },
  updatedSince: { role: 'what', parameters: { updated_since: null } },
  minQuality: { role: 'what', parameters: { min_quality: null } }
} as const satisfies Record<keyof Filters, Treatment>

type Field = keyof Filters
type Parameters = (typeof FILTERS)[keyof typeof FILTERS]['parameters']
type KeysOf<Each> = Each extends unknown ? keyof Each : never
type KeysTo<Value, Each> = Each extends unknown
  ? { [key in keyof Each]: Each[key] extends Value ? key : never }[keyof Each]
  : never

/** A parameter of the API that belongs to a filter. */
export type FilterParameter = KeysOf<Parameters>

/** Parameters that filter by themselves, and parameters that change how another one is understood. */
export type LoneParameter = KeysTo<null, Parameters>
export type NuanceParameter = Exclude<FilterParameter, LoneParameter>

const TREATMENTS: Readonly<Record<Field, Treatment>> = FILTERS
const treatments = Object.values(TREATMENTS)

export const FILTER_PARAMETERS = treatments.flatMap(({ parameters }) =>
  Object.keys(parameters)
) as readonly FilterParameter[]

/** The parameters that make no sense without this one. */
export const companionsOf = (parameter: string): readonly string[] =>
  treatments.flatMap(({ parameters }) =>
    Object.entries(parameters).flatMap(([name, others]) => (others?.includes(parameter) ? [name] : []))
  )

/** The fields with these roles that have a value. */
export const askedOf = (filters: Filters, ...roles: readonly Treatment['role'][]): readonly Field[] =>
  (Object.keys(FILTERS) as readonly Field[]).filter(
    (field) => roles.includes(TREATMENTS[field].role) && isAsked(filters, field)
  )

const isAsked = (filters: Filters, field: Field): boolean =>
  field === 'codes' || field === 'territory'
    ? Object.values(filters[field]).some((demands) => demands !== undefined)
    : filters[field] !== undefined

/** Fields that come from the words of `q` and have no parameter of their own. */
export type ReadField = {
  [field in Field]: (typeof FILTERS)[field]['role'] extends 'reading' ? field : never
}[Field]

/** The parameter that represents a field in answers: `open_at` for `open`. */
export const parameterOf = (field: Exclude<Field, ReadField>, filters: Filters): string =>
  field === 'open' && filters.open && 'from' in filters.open.at
    ? 'open_between'
    : (Object.keys(TREATMENTS[field].parameters)[0] ?? field)
