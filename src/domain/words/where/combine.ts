import type { Point } from '../../geo/geo.ts'
import { findArea } from '../../territories/areas.ts'
import type { Spot } from '../words.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type Mention, TOWN } from './mentions.ts'
import type { Named } from './named.ts'
import { attraction } from './near.ts'

/** A mention, and whether a typing error in it was corrected. */
export type Placed = Mention & { readonly mended: boolean }

/** The one place that the mentions name together. */
export type Combined<Said extends Placed> = {
  readonly spot: Spot
  /** The mention with the name of the place; its words are searched for in places. */
  readonly lead: Said
  /** All mentions of the place, including the lead. */
  readonly used: readonly Said[]
  readonly postcode: string | null
  readonly also: readonly Spot[]
  readonly ambiguous: readonly Spot[]
}

type Asked = { readonly gazetteer: Gazetteer; readonly near: Point | null }

/**
 * Combines all mentions of a territory in a question into one: "14000 Caen", "Saint-Denis (93)", "Lyon 3e". A
 * town that other mentions confirm comes first, then one that is typed without an error, then the most
 * populated. Null if nothing is named.
 */
export function combine<Said extends Placed>(all: readonly Said[], asked: Asked): Combined<Said> | null {
  const mentions = withoutGuesses(withoutStrayQuarters(all), asked.gazetteer)
  const found = leadOf(mentions, asked)
  if (!found) return postcodeAlone(mentions)
  const { lead, named, agreeing } = found
  const exact = precise(named, agreeing, asked.gazetteer)
  const used = [lead, ...agreeing]
  const others = mentions.filter((each) => !used.includes(each) && isOther(each, lead))
  const spot = spotOf(exact)
  const also = differentFrom(
    spot,
    others.flatMap((each) => otherSpot(each, asked))
  )
  return {
    ...{ spot, lead, used: [...used, ...others], also },
    postcode: agreeing.find(({ by }) => by === 'postcode')?.digits ?? null,
    ambiguous: agreeing.length > 0 || exact !== named ? [] : othersOf(lead.named, named).map(spotOf)
  }
}

/** The mentions without the quarters that need their town beside them, if it is not mentioned. */
const withoutStrayQuarters = <Said extends Placed>(mentions: readonly Said[]): readonly Said[] =>
  mentions.flatMap((mention) => {
    const isTownSaid = ({ whole }: Named) =>
      mentions.some(({ named }) => named.some(({ code, quarter }) => !quarter && code === whole?.code))
    const named = mention.named.filter((each) => each.quarter !== 'beside its town' || isTownSaid(each))
    if (named.length === mention.named.length) return [mention]
    return named.length > 0 ? [{ ...mention, named }] : []
  })

/**
 * The mentions without villages and corrected names of towns, if another town is written after a preposition: in
 * "j'ai besoin d'aide pour fére mes impôts à Chalon-sur-Saône", La Fère is not meant. "Murat ou à Caen" means both.
 */
function withoutGuesses<Said extends Placed>(
  mentions: readonly Said[],
  gazetteer: Gazetteer
): readonly Said[] {
  const pointed = mentions.filter(({ pointed, named: [best] }) => pointed && best?.kind === 'commune')
  const isPartOf = (each: Said, [best]: readonly Named[]) =>
    pointed.some(
      (other) =>
        (best && agrees(best, other, gazetteer)) ||
        (other.named[0] && agrees(other.named[0], each, gazetteer))
    )
  return mentions.filter((each) => {
    const [best] = each.named
    if (pointed.length === 0 || each.by !== 'name' || best?.kind !== 'commune') return true
    if (each.pointed || each.joined || isPartOf(each, each.named)) return true
    return !each.mended && best.population >= TOWN
  })
}

/**
 * Maximum number of places besides the first one. The search runs around each of them, so a list of all French towns
 * must not slow down the service.
 */
const MOST_OTHERS = 4

function differentFrom(spot: Spot, others: readonly Spot[]): readonly Spot[] {
  const different = new Map([spot, ...others].map((each) => [JSON.stringify(each), each]))
  return [...different.values()].slice(1, 1 + MOST_OTHERS)
}

type Lead<Said> = { readonly lead: Said; readonly named: Named; readonly agreeing: readonly Said[] }

function leadOf<Said extends Placed>(mentions: readonly Said[], asked: Asked): Lead<Said> | undefined {
  const leads = mentions
    .filter(({ by, named }) => (by === 'name' || by === 'code') && named.length > 0)
    .flatMap((lead) => leadBy(lead, mentions, asked) ?? [])
  return leads.toSorted(
    (one, other) =>
      Number(one.lead.weak) - Number(other.lead.weak) ||
      Number(one.lead.mended) - Number(other.lead.mended) ||
      breadth(one.named) - breadth(other.named) ||
      other.agreeing.length - one.agreeing.length ||
      other.named.population - one.named.population
  )[0]
}

/**
 * Among territories with the same name: the one with which most other mentions agree, else the nearest, else
 * the likeliest.
 */
function leadBy<Said extends Placed>(
  lead: Said,
  mentions: readonly Said[],
  { gazetteer, near }: Asked
): Lead<Said> | undefined {
  const others = mentions.filter((each) => each !== lead)
  const agreements = lead.named.map((named, rank) => ({
    named,
    rank,
    agreeing: others.filter((each) => agrees(named, each, gazetteer)),
    pull: near && named.kind === 'commune' ? attraction(named, near) : 0
  }))
  const [best] = agreements.toSorted(
    (one, other) =>
      certain(other.agreeing) - certain(one.agreeing) || other.pull - one.pull || one.rank - other.rank
  )
  return best && { lead, named: best.named, agreeing: best.agreeing }
}

/** The number of agreeing mentions. The word CEDEX does not count, because it agrees with any town. */
const certain = (agreeing: readonly Placed[]): number =>
  agreeing.filter(({ by, digits }) => by !== 'cedex' || digits !== '').length

const BREADTH: Readonly<Record<Named['kind'], number>> = {
  commune: 0,
  epci: 1,
  department: 2,
  area: 3,
  region: 4
}
const breadth = ({ kind }: Named): number => BREADTH[kind]

/** Whether the mention names the same territory, or one that contains it. */
export function agrees(named: Named, { by, digits, named: said }: Placed, gazetteer: Gazetteer): boolean {
  if (by === 'postcode') return hasPostcode(named, digits, said, gazetteer)
  if (by === 'cedex')
    return (
      digits === '' || postcodesOf(named, gazetteer).some((own) => own.slice(0, 2) === digits.slice(0, 2))
    )
  if (by === 'ordinal') return arrondissement(named, digits, gazetteer) !== undefined
  if (by === 'number') {
    const inside = said.some((each) => isSame(named, each) || liesIn(named, each))
    return inside || arrondissement(named, digits, gazetteer) !== undefined
  }
  return said.some((each) => isSame(named, each) || liesIn(named, each))
}

const isSame = (one: Named, other: Named): boolean =>
  one.kind === other.kind &&
  (one.code === other.code || one.whole?.code === other.code || one.code === other.whole?.code)

function liesIn(named: Named, wide: Named): boolean {
  if (wide.kind === 'area') {
    const area = findArea(wide.code)
    const own = {
      commune: named.whole?.code ?? named.code,
      department: named.department,
      epci: named.kind === 'epci' ? named.code : named.epci
    }[area?.of ?? 'commune']
    return own !== null && (area?.codes.includes(own) ?? false)
  }
  if (named.kind === wide.kind) return false
  if (wide.kind === 'epci') return named.epci === wide.code
  if (wide.kind === 'department')
    return named.department === wide.code || (named.kind === 'department' && named.code === wide.code)
  return wide.kind === 'region' && named.region === wide.code
}

function hasPostcode(named: Named, digits: string, said: readonly Named[], gazetteer: Gazetteer): boolean {
  return (
    postcodesOf(named, gazetteer).includes(digits) ||
    said.some((each) => isSame(named, each)) ||
    (named.kind === 'epci' && said.some(({ epci }) => epci === named.code)) ||
    (named.kind === 'department' && said.some(({ department }) => department === named.code))
  )
}

const postcodesOf = ({ postcodes, whole }: Named, gazetteer: Gazetteer): readonly string[] =>
  postcodes.length > 0 || !whole ? postcodes : (gazetteer.commune(whole.code)?.postcodes ?? [])

/** Codes of the municipal arrondissements of Paris, Marseille and Lyon, by the code of the city. */
const CITIES: Readonly<Record<string, { readonly code: (number: number) => string; readonly most: number }>> =
  {
    75056: { code: (number) => `751${String(number).padStart(2, '0')}`, most: 20 },
    69123: { code: (number) => `6938${number}`, most: 9 },
    13055: { code: (number) => `132${String(number).padStart(2, '0')}`, most: 16 }
  }

function arrondissement(named: Named, digits: string, gazetteer: Gazetteer): Named | undefined {
  const city = named.kind === 'commune' ? CITIES[named.code] : undefined
  const number = Number(digits)
  return city && number >= 1 && number <= city.most ? gazetteer.commune(city.code(number)) : undefined
}

/**
 * The part of the town that the mentions name: an arrondissement, or a former commune that is now a part of
 * it.
 */
function precise(named: Named, agreeing: readonly Placed[], gazetteer: Gazetteer): Named {
  for (const { by, digits, named: said, bracketed } of agreeing) {
    // "Marseille (13)" is in the Bouches-du-Rhône, "Marseille 13" is the thirteenth arrondissement.
    const department = bracketed && said.some((each) => liesIn(named, each))
    if (by === 'ordinal' || (by === 'number' && !department)) {
      const part = arrondissement(named, digits, gazetteer)
      if (part) return part
    }
    const part = said.find(
      (each) => each.whole?.code === named.code && (each.code !== named.code || each.quarter !== undefined)
    )
    if (part && by !== 'cedex') return part
  }
  return named
}

/** Whether a mention that does not confirm the first place names a second one with the same certainty. */
const isOther = ({ by, mended, named, digits, weak }: Placed, lead: Placed): boolean => {
  if (by === 'postcode') return true
  if (by === 'cedex') return digits !== ''
  const [best] = named
  if (!best || weak || mended !== lead.mended || (by !== 'name' && by !== 'code')) return false
  const kind = lead.named[0]?.kind
  return kind === 'commune' ? best.kind === 'commune' : best.kind !== 'commune'
}

function otherSpot({ by, digits, named }: Placed, { near }: Asked): readonly Spot[] {
  if (by === 'postcode') return [postcodeSpot(digits, named)]
  const pulled = near
    ? named.toSorted((one, other) => attraction(other, near) - attraction(one, near))
    : named
  const [best] = pulled
  return best ? [spotOf(best)] : []
}

/** The place of a question without a town: a postcode, or the number of a département. */
function postcodeAlone<Said extends Placed>(mentions: readonly Said[]): Combined<Said> | null {
  const postcodes = mentions.filter(({ by }) => by === 'postcode')
  const numbers = mentions.filter(({ by, named }) => by === 'number' && named.length > 0)
  const [lead, ...others] = postcodes.length > 0 ? postcodes : numbers
  if (!lead) return null
  const spots = [lead, ...others].map(({ by, digits, named: [best], named }) =>
    by === 'postcode' || !best ? postcodeSpot(digits, named) : spotOf(best)
  )
  const [spot, ...more] = spots
  const agreeing = numbers.filter(
    ({ named: [area] }) =>
      by(lead, 'postcode') && lead.named.some(({ department }) => department === area?.code)
  )
  const cedex = mentions.filter((each) => by(each, 'cedex'))
  if (!spot) return null
  const also = differentFrom(spot, more)
  return {
    ...{ spot, lead, used: [...new Set([lead, ...others, ...agreeing, ...cedex])], also, ambiguous: [] },
    postcode: by(lead, 'postcode') ? lead.digits : null
  }
}

const by = (mention: Placed, what: Mention['by']): boolean => mention.by === what

/** The arrondissement if the postcode belongs to one; otherwise the postcode with the name of its largest commune. */
function postcodeSpot(digits: string, named: readonly Named[]): Spot {
  const [first] = named
  if (first?.whole) return spotOf(first)
  return {
    ...{ kind: 'postcode', code: digits, name: first ? `${digits} ${first.name}` : digits },
    ...{ centre: midst(named), department: first?.department ?? null, commune: null, part: null }
  }
}

/**
 * The mean centre of the communes, weighted by population. A city with many postcodes has a smaller weight, because
 * most of its people live in its other postcodes.
 */
function midst(named: readonly Named[]): Point | null {
  const placed = named.flatMap(({ centre, population, postcodes }) =>
    centre ? [{ ...centre, weight: (1 + population) / Math.max(1, postcodes.length) }] : []
  )
  const weight = placed.reduce((sum, each) => sum + each.weight, 0)
  const mean = (of: (point: Point) => number) =>
    placed.reduce((sum, each) => sum + of(each) * each.weight, 0) / weight
  return weight === 0 ? null : { lat: mean(({ lat }) => lat), lon: mean(({ lon }) => lon) }
}

/** A former commune is shown with the current one: "Guignicourt (Villeneuve-sur-Aisne)". */
function spotOf({ kind, code, name, centre, department, whole }: Named): Spot {
  const isArrondissement = whole !== null && name.startsWith(whole.name)
  return {
    ...{ kind, code, centre, department, commune: whole?.code ?? null, part: whole && name },
    name: whole && !isArrondissement ? `${name} (${whole.name})` : name
  }
}

const MOST_AMBIGUOUS = 10

/** Other territories with exactly this name, unless they contain the one that is meant or are part of it. */
const othersOf = (all: readonly Named[], meant: Named): readonly Named[] =>
  all
    .filter((each) => each !== meant && !isSame(each, meant) && !liesIn(meant, each) && !liesIn(each, meant))
    .slice(0, MOST_AMBIGUOUS)
