import type { KnownItem, NamePart } from '../../../domain/search/relevance/known-item.ts'
import type { AreaWhere, SearchWhere, Start } from '../../../domain/search/relevance/search-where.ts'
import {
  COVERED,
  KNOWN_ITEM,
  NOT_DEDICATED,
  OUTSIDE,
  OWN_TOWN,
  STRANGER,
  VAGUE_IN_TOWN,
  VALUES
} from '../../../domain/search/relevance/values.ts'
import { or, type Sql, sql } from '../../db/sql.ts'
import type { OpenSchedules } from '../../hours/open-schedules.ts'
import { anyOf } from '../../words/tsquery.ts'
import { isIn, isOpen, origin } from '../place-conditions.sql.ts'
import { type WishParameters, WORTH } from './wish-parameters.ts'

/*
 * The score of a place: see domain/search/relevance/values.ts. All wishes use the same SQL, whatever they are
 * about, so that questions with the same number of wishes share a statement. Expressions that depend only on
 * parameters are in sub-selects, so that they are computed only once.
 */

/**
 * The wish for a time. `open` are the schedules that are open then, `notClosed` the schedules that are open or not
 * known to be closed.
 */
export type TimeWish = {
  readonly open: OpenSchedules
  readonly notClosed: OpenSchedules
  readonly weight: number
}

/**
 * Ids of the kinds of agencies that are not asked for, unless a place has one of the other kinds too; and of the codes of
 * places that exist for what is asked, if there are such.
 */
export type Strangers = {
  readonly kinds: readonly number[]
  readonly unless: readonly number[]
  readonly dedicated: readonly number[]
}

type Wished = {
  readonly wishes: readonly WishParameters[]
  readonly time: TimeWish | null
  readonly strangers: Strangers | null
}

const query = (text: string): Sql => sql`(SELECT to_tsquery('annuaire_french', nullif(${text}, '')))`

/** The fit F of a place: the product of the values of all wishes. */
export function fitOf({ wishes, time, strangers }: Wished): Sql {
  return [
    ...wishes.map(valueOfWish),
    ...(time ? [valueOfTime(time)] : []),
    ...(strangers ? [valueOfStranger(strangers)] : [])
  ].reduce((product, value) => sql`${product} * ${value}`, sql`1::float8`)
}

function valueOfWish({ ids, queries, worth, isKind }: WishParameters): Sql {
  const value = (at: number) => sql`(${worth}::float8[])[${at}]`
  const level = (codes: readonly number[], at: number): Sql => sql`
    CASE WHEN codes_likely && ${codes}::integer[] OR kinds && ${codes}::integer[] THEN
      CASE WHEN codes_declared && ${codes}::integer[] OR kinds && ${codes}::integer[] THEN ${value(at)}
           WHEN codes && ${codes}::integer[] THEN ${value(at + 1)} ELSE ${value(at + 2)} END END`
  const { name, nameOtherwise, nameNearly, city, elsewhere, elsewhereNearly } = queries
  return sql`greatest(${level(ids[0], WORTH.codes)}, ${level(ids[1], WORTH.codes + 3)}, ${level(ids[2], WORTH.codes + 6)},
    CASE WHEN search @@ ${query(name)} THEN ${value(WORTH.name)}
         WHEN search @@ ${query(nameOtherwise)} THEN ${value(WORTH.nameOtherwise)}
         WHEN search @@ ${query(city)} THEN ${value(WORTH.city)}
         WHEN search @@ ${query(nameNearly)} THEN ${value(WORTH.nameNearly)}
         WHEN search @@ ${query(elsewhere)} THEN ${value(WORTH.elsewhere)}
         WHEN search @@ ${query(elsewhereNearly)} THEN ${value(WORTH.elsewhereNearly)} END,
    CASE WHEN codes_denied && ${ids[0]}::integer[] OR ${isKind}::boolean AND kinds <> '{}'
      THEN ${value(WORTH.no)} ELSE ${value(WORTH.unknown)} END)`
}

const valueOfTime = ({ open, notClosed, weight }: TimeWish): Sql => sql`
  CASE WHEN ${isOpen(open)} THEN 1 WHEN ${isOpen(notClosed)} THEN ${VALUES.time.unknown ** weight}::float8
       ELSE ${VALUES.time.no ** weight}::float8 END`

const valueOfStranger = ({ kinds, unless, dedicated }: Strangers): Sql => sql`
  CASE WHEN kinds && ${kinds}::integer[] AND NOT kinds && ${unless}::integer[] THEN ${STRANGER}::float8
       WHEN ${dedicated.length === 0}::boolean OR kinds && ${dedicated}::integer[] OR codes && ${dedicated}::integer[] THEN 1
       ELSE ${NOT_DEDICATED}::float8 END`

/**
 * A factor for the name of a place, with its sign. If a time is wished for, a name that is in the question does not
 * put a place that is closed then before those that are open.
 */
export const whenOpen = (time: TimeWish | null): Sql =>
  time
    ? sql` * CASE WHEN ${isOpen(time.notClosed)} THEN 1 ELSE ${VALUES.time.no ** time.weight}::float8 END`
    : sql``

/** Whether a place is in the town that was typed, and not just near it. */
const isOwn = ({ own }: Start): Sql => {
  const codes = (territory: 'commune' | 'postcode' | 'epci') =>
    own?.territory === territory ? own.codes : []
  return sql`coalesce(commune = ANY (${codes('commune')}::text[]) OR postcode = ANY (${codes('postcode')}::text[])
    OR epci = ANY (${codes('epci')}::text[]), false)`
}

export const sphereFrom = (point: Start['centre']): Sql => sql`location <-> ${origin(point)}`

/** The nearness D of a place, from 0 to 1. */
export function nearnessOf(where: SearchWhere | undefined): Sql {
  if (!where) return sql`1::float8`
  if (where.kind === 'around')
    return sql`greatest(${where.starts.map(nearnessTo).reduce((all, each) => sql`${all}, ${each}`)})`
  return sql`CASE WHEN ${isInside(where)} THEN 1::float8 ELSE ${nearnessOutside(where)} END`
}

/**
 * The nearness of a place to a start. For a place of the town without a position, the distance is assumed within
 * which nine in ten of the town's places lie. Any other place without a position has the nearness 0.
 */
const nearnessTo = (start: Start): Sql => sql`
  CASE WHEN location IS NOT NULL THEN 1 / (1 + sqrt(
         ((${sphereFrom(start.centre)}) * CASE WHEN ${isOwn(start)} THEN ${OWN_TOWN}::float8 ELSE 1 END) ^ 2
         + (coalesce(uncertainty_m, 0)::float8 * CASE WHEN ${isOwn(start)} THEN ${VAGUE_IN_TOWN}::float8 ELSE 1 END) ^ 2) / ${start.scaleM}::float8)
       WHEN ${isOwn(start)} THEN ${1 / (1 + (OWN_TOWN * start.extentM) / start.scaleM)}::float8 ELSE 0 END`

export const isInside = ({ territory, codes }: AreaWhere): Sql => isIn(territory, codes)

const nearnessOutside = ({ centre }: AreaWhere): Sql =>
  centre
    ? sql`CASE WHEN location IS NULL THEN 0 ELSE
        1 / (1 + greatest(${OUTSIDE.leastM}::float8, ${sphereFrom(centre)}) / ${OUTSIDE.scaleM}::float8) END`
    : sql`0::float8`

/** Minimum nearness, half of the maximum, with which a place counts as near if no town was typed. */
const HERE = 0.5

/**
 * The part of the score for the name, λ·K, for places whose name and city contain enough of the question; 0 for
 * other places. `near` is the nearness D of the place.
 */
export function knownAs(known: KnownItem | null, where: SearchWhere | undefined, near: Sql): Sql {
  if (!known) return sql`0::float8`
  const { least, leastElsewhere, power, most } = KNOWN_ITEM
  const elsewhere = known.telling
    ? sql`${leastElsewhere}::float8`
    : sql`
      CASE WHEN string_to_array(words_of_name(sort_name), ' ') <@ ${known.words}::text[] THEN ${leastElsewhere}::float8 ELSE 2 END`
  return sql`CASE WHEN search @@ ${query(gateOf(known))} THEN ${most}::float8 * (
    SELECT CASE WHEN covered >= CASE WHEN ${isHere(where, near)} THEN ${least}::float8
      ELSE ${elsewhere} END THEN covered ^ ${power}::float8 ELSE 0 END
    FROM (SELECT sum(share * CASE WHEN search @@ in_name THEN 1 WHEN search @@ in_city THEN ${COVERED.city}::float8
      WHEN search @@ nearly THEN ${COVERED.nearly}::float8 ELSE 0 END) AS covered FROM name_part) said) ELSE 0 END`
}

/** Whether a place is in the territory that the words name or, if no town was typed, near enough. */
function isHere(where: SearchWhere | undefined, near: Sql): Sql {
  if (!where) return sql`true`
  if (where.kind === 'area') return isInside(where)
  const towns = where.starts.filter(({ own }) => own !== null)
  return towns.length > 0 ? or(towns.map(isOwn)) : sql`${near} >= ${HERE}::float8`
}

/** Text of a tsquery that a place must match with its name or its city, so that it is compared with the question. */
export function gateOf({ parts, all, any }: KnownItem): string {
  const said = (at: number) => partSaid(parts[at])
  const demanded = all.map((at) => `(${said(at)})`)
  return [...demanded, ...(any.length > 0 ? [`(${any.map(said).join(' | ')})`] : [])].join(' & ')
}

const partSaid = (part: NamePart | undefined): string =>
  part ? [anyOf(part.exact, ':AB'), anyOf(part.near, ':A')].filter((text) => text !== '').join(' | ') : ''

/** The parts of the question that a name may contain, as rows of a table `name_part`. */
export const nameParts = ({ parts }: KnownItem): Sql => sql`
  SELECT share, to_tsquery('annuaire_french', exact_in_name) AS in_name, to_tsquery('annuaire_french', exact_in_city) AS in_city,
         to_tsquery('annuaire_french', nullif(near_in_name, '')) AS nearly
  FROM unnest(${parts.map(({ share }) => share)}::float8[], ${parts.map(({ exact }) => anyOf(exact, ':A'))}::text[],
    ${parts.map(({ exact }) => anyOf(exact, ':B'))}::text[], ${parts.map(({ near }) => anyOf(near, ':A'))}::text[])
    AS g (share, exact_in_name, exact_in_city, near_in_name)`
