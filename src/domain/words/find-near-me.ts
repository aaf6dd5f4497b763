import type { Token } from './tokens.ts'

/** Phrases that ask for places near the user, even if a town is named elsewhere. */
const AROUND_ME =
  wordingsOf(`pres de moi, pres de chez moi, pres de chez nous, pres de nous, pres d ici, pres de ma maison, proche de moi,
  proche de chez moi, proche de chez nous, a cote de moi, a cote de chez moi, a cote de chez nous, a cote d ici, autour de moi,
  autour de chez moi, autour d ici, non loin de moi, non loin de chez moi, pas loin de moi, pas loin de chez moi, pas loin d ici,
  a proximite de moi, a proximite de chez moi, a proximite de mon domicile, pres de mon domicile, pres de mon travail, dans mon quartier,
  dans mon coin, dans ma ville, dans ma commune, dans mon village, ma position, ma localisation, me geolocaliser, geolocalisation,
  near me, near my home, near my place, around me, close to me, close to my home, near here, around here, in my area,
  in my town, in my neighborhood, in my neighbourhood, my location`)

/** Phrases that ask for places near the user only if no town is named: "à proximité de Caen" means near Caen. */
const AROUND =
  wordingsOf(`a proximite, a cote, le plus proche, la plus proche, les plus proches, plus proche, plus proches, pas loin,
  non loin, dans le coin, aux alentours, alentours, dans les environs, aux environs, par ici, ici, nearby, nearest, the nearest,
  closest, the closest, close by, here`)

function wordingsOf(list: string): readonly (readonly string[])[] {
  return list
    .split(/,\s+/)
    .map((said) => said.split(' '))
    .toSorted((one, other) => other.length - one.length)
}

/**
 * The tokens that ask for places near the user. If a town is named (`isLocated`), only phrases such as "près
 * de moi" count.
 */
export function findNearMe(tokens: readonly Token[], isLocated: boolean): ReadonlySet<number> {
  const wordings = isLocated ? AROUND_ME : [...AROUND_ME, ...AROUND]
  const found = new Set<number>()
  for (let at = 0; at < tokens.length; at++) {
    if (found.has(at)) continue
    const said = wordings.find((words) =>
      words.every((word, index) => tokens[at + index]?.text === word && !tokens[at + index]?.literal)
    )
    for (let index = 0; index < (said?.length ?? 0); index++) found.add(at + index)
  }
  return found
}
