import { fold } from '../lexicon/clean-text.ts'
import { WEEK } from '../reading.ts'
import type { Clause, ParsedHours } from './clause.ts'

// "Lundi 9h-12h à Isigny, jeudi 14h-17h à Balleroy": the hours of an adviser who travels. The record has one address,
// and the text does not say on which of these days the adviser is there.

const TOWN = /(?:^|[^\p{L}])(?:(?:à|a|au|aux|en|de|du|d[’'])\s*)?\p{Lu}[\p{L}’'-]*\p{Ll}/u
const ELSEWHERE = /\b(?:mairie|ecole|salle|foyer|mediatheque|bibliotheque|antenne|annexe|site|village)\b/

/** What people write with a capital letter beside hours, although it is no place. Takes folded text. */
const NO_PLACE =
  /\b(?:acces|accueil|accompagnement|adherent|adulte|aide|animation|atelier|bureau|conseil|cours|enfant|entree|fabrication|fermeture|formation|groupe|horaire|initiation|inscription|internet|jeune|jeux?|libre|machine|numerique|open|ouverture|passage|permanence|possibilite|projet|public|rendez|reservation|scolaire|senior|service|soutien|sur|tout|uniquement|vacances|visite|wifi)/

const isPlace = (words: string): boolean => {
  const folded = fold(words)
  return !NO_PLACE.test(folded) && (TOWN.test(words) || ELSEWHERE.test(folded))
}

const daysOf = ({ targets }: Clause): string => targets.flatMap(({ days }) => days?.days ?? []).join()

/** Makes all days uncertain if hours on different days stand beside the names of different places. */
export function withRounds(parsed: ParsedHours): ParsedHours {
  const places = parsed.leftovers.filter(({ words }) => isPlace(words))
  const named = new Set(places.map(({ words }) => fold(words).trim()))
  const days = new Set(parsed.clauses.filter(({ entries }) => entries.length > 0).map(daysOf))
  if (named.size < 2 || days.size < 2) return parsed
  const leftovers = parsed.leftovers.map((one) => (places.includes(one) ? { ...one, touches: WEEK } : one))
  return { ...parsed, leftovers }
}
