// Streets and public buildings are named after people. A street name is never about the person to be erased. The name of
// a building may be, so it is only taken out if something else in the record certainly belongs to the person.

type Word = { readonly text: string; readonly from: number; readonly to: number }

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const STREETS = words(
  'rue avenue av ave boulevard bd bld boul place pl allee allees impasse imp chemin che quai cours square sq route rte ' +
    'passage esplanade rond point voie ruelle sentier montee cite parvis promenade faubourg fg carrefour traverse ' +
    'venelle lotissement residence res immeuble batiment rocade'
)

const BUILDINGS = words(
  'mediatheque bibliotheque ludotheque ecole college lycee gymnase stade salle theatre cinema hopital ehpad foyer creche ' +
    'piscine espace centre maison pole complexe scolaire universite campus institut musee conservatoire auditorium ' +
    'fondation parc jardin social sociale culturel culturelle sportif municipal municipale communal communale quartier mjc ' +
    'cyberbase cyberespace fablab epn maternelle elementaire primaire halle'
)

/** What stands between the kind and the name: "rue du Docteur", "place de la". No title of a private person. */
const BETWEEN = words(
  'de du des d la le les l docteur dr general gal marechal mal president professeur pr commandant cdt capitaine cne ' +
    'lieutenant colonel adjudant abbe chanoine soeur saint sainte st ste amiral resistant resistante'
)

/** Whether a street has the name that begins at `from`, seen by the words before it. */
export const nameOfStreet = (text: string, before: readonly Word[], from: number): boolean =>
  isNamedAfter(text, before, from, STREETS)

/** Whether a public building has it. */
export const nameOfBuilding = (text: string, before: readonly Word[], from: number): boolean =>
  isNamedAfter(text, before, from, BUILDINGS)

function isNamedAfter(
  text: string,
  before: readonly Word[],
  from: number,
  kinds: ReadonlySet<string>
): boolean {
  let end = from
  for (const word of before.toReversed()) {
    if (!/^[\s.’'‘-]{1,3}$/.test(text.slice(word.to, end))) return false
    if (kinds.has(word.text)) return true
    if (!BETWEEN.has(word.text)) return false
    end = word.from
  }
  return false
}
