import { codesOf } from '../domain/vocabularies/vocabularies.ts'
import { type Random, type Weighted, weights } from './random.ts'
import { PATRONS, QUARTERS } from './streets.ts'
import { ofTown, type Town } from './towns.ts'

type Naming = (words: { readonly of: string; readonly patron: string; readonly quarter: string }) => string

const plain =
  (name: string): Naming =>
  ({ of }) =>
    `${name} ${of}`
const patronised =
  (name: string): Naming =>
  ({ patron }) =>
    `${name} ${patron}`

/** The frequent types, with the percentage of places of each type and the names that such places have. */
const COMMON: readonly (readonly [string, number, readonly Naming[]])[] = [
  ['BIB', 18, [patronised('Médiathèque'), plain('Bibliothèque municipale'), plain('Médiathèque')]],
  ['RFS', 14, [plain('France services'), ({ quarter }) => `France services ${quarter}`]],
  [
    'ASSO',
    10,
    [
      plain('Les Ateliers numériques'),
      plain('Association Clic et compagnie'),
      plain('Solidarités numériques')
    ]
  ],
  ['CS', 10, [patronised('Centre social'), ({ quarter }) => `Centre social ${quarter}`]],
  ['EPN', 9, [plain('Espace public numérique'), ({ quarter }) => `EPN ${quarter}`, plain('Cyber-base')]],
  ['CCAS', 8, [plain('CCAS'), plain('Centre communal d’action sociale')]],
  ['MUNI', 7, [plain('Mairie'), ({ quarter }) => `Mairie annexe ${quarter}`]],
  [
    'TIERS_LIEUX',
    5,
    [({ quarter }) => `Tiers-lieu ${quarter}`, plain('La Fabrique coworking'), plain('Le Hangar')]
  ],
  ['ML', 3.5, [plain('Mission locale')]],
  ['FT', 3, [plain('Agence France Travail')]],
  ['MJC', 2, [patronised('MJC'), plain('MJC')]],
  ['CSC', 2, [patronised('Centre socioculturel')]],
  ['PIJ_BIJ', 2, [plain('Information jeunesse')]],
  ['FABLAB', 1.5, [plain('Fablab'), plain('L’Atelier des makers')]],
  ['EVS', 1.5, [({ quarter }) => `Espace de vie sociale ${quarter}`]],
  ['MQ', 1, [({ quarter }) => `Maison de quartier ${quarter}`]],
  ['LA_POSTE', 1, [plain('La Poste')]],
  ['MDS', 0.8, [plain('Maison des solidarités')]],
  ['CAF', 0.6, [plain('CAF, accueil')]],
  ['PIMMS', 0.4, [plain('PIMMS Médiation')]],
  ['MSAP', 0.3, [plain('Maison de services au public')]],
  ['RESSOURCERIE', 0.3, [plain('Ressourcerie')]],
  ['ENM', 0.3, [plain('Bus numérique'), plain('Le Van connecté')]],
  ['RELAIS_LECTURE', 0.2, [plain('Relais lecture')]],
  ['RS_FJT', 0.1, [plain('Foyer de jeunes travailleurs')]],
  ['CAP_EMPLOI', 0.1, [plain('Cap emploi')]],
  ['ASSO_CHOMEUR', 0.02, [plain('Maison des chômeurs')]],
  ['Autre', 0.5, [plain('Point numérique'), plain('Permanence numérique')]]
]

const NAMINGS = new Map(COMMON.map(([type, , namings]) => [type, namings]))

/**
 * The other types with their percentages: from 1 in 20 000 places to 1 in 1 000 places, so that searches for rare
 * types are tested too.
 */
const RARE = codesOf('type')
  .filter((code) => !NAMINGS.has(code))
  .map((code, rank) => [code, 0.005 * (1 + (rank % 20))] as const)

const TYPES: Weighted<string> = weights([...COMMON.map(([type, share]) => [type, share] as const), ...RARE])

/** For each type, a second type that its places often have. */
const ALSO: Readonly<Record<string, string>> = {
  BIB: 'EPN',
  RFS: 'MUNI',
  CS: 'ASSO',
  TIERS_LIEUX: 'FABLAB',
  FABLAB: 'TIERS_LIEUX',
  MJC: 'ASSO',
  CSC: 'CS',
  EPN: 'BIB',
  MSAP: 'RFS'
}

export function typesOf(random: Random): readonly string[] {
  const type = random.weighted(TYPES)
  const other = random.chance(0.15) ? ALSO[type] : undefined
  return other === undefined ? [type] : [type, other]
}

/**
 * A name for a place of this type. A type without names of its own is named by its code, as people do: "CADA de
 * Rouen", "CIDFF d’Alençon".
 */
export function nameOf(random: Random, type: string, { city }: Town): string {
  const naming = random.pick(NAMINGS.get(type) ?? [plain(type)])
  return naming({ of: ofTown(city), patron: random.pick(PATRONS), quarter: random.pick(QUARTERS) })
}
