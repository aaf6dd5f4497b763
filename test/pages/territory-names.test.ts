import t from 'tap'
import type { TerritoryKind } from '../../src/domain/territories/territory.ts'
import { inTerritory, ofTerritory } from '../../src/pages/wording/territories.ts'
import { territoryRows } from '../../src/store/territories/administrative-data.ts'

/** How people say that something is in each region and département: the sentence, not the rule that makes it. */
const REGIONS = `
en Auvergne-Rhône-Alpes, en Bourgogne-Franche-Comté, en Bretagne, en Centre-Val de Loire, en Corse, dans le Grand Est,
dans les Hauts-de-France, en Île-de-France, en Normandie, en Nouvelle-Aquitaine, en Occitanie, dans les Pays de la Loire,
en Provence-Alpes-Côte d'Azur, en Guadeloupe, en Martinique, en Guyane, à La Réunion, à Mayotte, à Saint-Pierre-et-Miquelon,
à Saint-Barthélemy, à Saint-Martin, dans les Terres australes et antarctiques françaises, à Wallis et Futuna,
en Polynésie française, en Nouvelle-Calédonie, sur l’île de Clipperton`

const DEPARTMENTS = `
dans l’Ain, dans l’Aisne, dans l’Allier, dans les Alpes-de-Haute-Provence, dans les Hautes-Alpes, dans les Alpes-Maritimes,
en Ardèche, dans les Ardennes, en Ariège, dans l’Aube, dans l’Aude, dans l’Aveyron, dans les Bouches-du-Rhône,
dans le Calvados, dans le Cantal, en Charente, en Charente-Maritime, dans le Cher, en Corrèze, en Corse-du-Sud, en Haute-Corse,
en Côte-d'Or, dans les Côtes-d'Armor, en Creuse, en Dordogne, dans le Doubs, dans la Drôme, dans l’Eure, en Eure-et-Loir,
dans le Finistère, dans le Gard, en Haute-Garonne, dans le Gers, en Gironde, dans l’Hérault, en Ille-et-Vilaine, dans l’Indre,
en Indre-et-Loire, en Isère, dans le Jura, dans les Landes, en Loir-et-Cher, dans la Loire, en Haute-Loire,
en Loire-Atlantique, dans le Loiret, dans le Lot, en Lot-et-Garonne, en Lozère, en Maine-et-Loire, dans la Manche,
dans la Marne, en Haute-Marne, en Mayenne, en Meurthe-et-Moselle, dans la Meuse, dans le Morbihan, en Moselle, dans la Nièvre,
dans le Nord, dans l’Oise, dans l’Orne, dans le Pas-de-Calais, dans le Puy-de-Dôme, dans les Pyrénées-Atlantiques,
dans les Hautes-Pyrénées, dans les Pyrénées-Orientales, dans le Bas-Rhin, dans le Haut-Rhin, dans le Rhône, en Haute-Saône,
en Saône-et-Loire, dans la Sarthe, en Savoie, en Haute-Savoie, à Paris, en Seine-Maritime, en Seine-et-Marne,
dans les Yvelines, dans les Deux-Sèvres, dans la Somme, dans le Tarn, en Tarn-et-Garonne, dans le Var, en Vaucluse, en Vendée,
dans la Vienne, en Haute-Vienne, dans les Vosges, dans l’Yonne, dans le Territoire de Belfort, en Essonne,
dans les Hauts-de-Seine, en Seine-Saint-Denis, dans le Val-de-Marne, dans le Val-d'Oise, en Guadeloupe, en Martinique,
en Guyane, à La Réunion, à Mayotte, à Saint-Pierre-et-Miquelon, à Saint-Barthélemy, à Saint-Martin,
dans les Terres australes et antarctiques françaises, à Wallis et Futuna, en Polynésie française, en Nouvelle-Calédonie,
sur l’île de Clipperton`

const listOf = (text: string): readonly string[] => text.replaceAll('\n', ' ').trim().split(/, +/).toSorted()

const official = (kind: TerritoryKind) => territoryRows().filter((row) => row.kind === kind)

t.test('each région and département of the official list is said as people say it', async (t) => {
  for (const [kind, said] of [
    ['region', REGIONS],
    ['department', DEPARTMENTS]
  ] as const) {
    const all = official(kind)
    t.same(all.map((each) => inTerritory(each, 'fr')).toSorted(), listOf(said), kind)
    t.same(new Set(all.map((each) => inTerritory(each, 'en').slice(0, 3))), new Set(['in ']))
  }
})

t.test('what belongs to a région or département has its article too', async (t) => {
  const of = (kind: TerritoryKind, code: string) => {
    const found = official(kind).find((each) => each.code === code)
    return found && ofTerritory(found, 'fr')
  }
  t.same(
    ['01', '07', '2A', '22', '28', '32', '41', '49', '67', '75', '84', '93', '974', '976'].map((code) =>
      of('department', code)
    ),
    [
      ...['de l’Ain', 'de l’Ardèche', 'de la Corse-du-Sud', "des Côtes-d'Armor", 'd’Eure-et-Loir', 'du Gers'],
      ...['de Loir-et-Cher', 'de Maine-et-Loire', 'du Bas-Rhin', 'de Paris', 'de Vaucluse'],
      ...['de la Seine-Saint-Denis', 'de La Réunion', 'de Mayotte']
    ]
  )
  t.same(
    ['53', '24', '44', '11', '32', '76', '94', '04', '02'].map((code) => of('region', code)),
    [
      ...['de Bretagne', 'du Centre-Val de Loire', 'du Grand Est', 'd’Île-de-France', 'des Hauts-de-France'],
      ...['d’Occitanie', 'de Corse', 'de La Réunion', 'de la Martinique']
    ]
  )
})

t.test('in a commune, only Le and Les merge with the preposition', async (t) => {
  const commune = (name: string) => ({ kind: 'commune' as const, code: '', name })
  for (const [name, within, of] of [
    ['Bayeux', 'à Bayeux', 'de Bayeux'],
    ['Paris', 'à Paris', 'de Paris'],
    ['Le Mans', 'au Mans', 'du Mans'],
    ['Les Abymes', 'aux Abymes', 'des Abymes'],
    ['La Rochelle', 'à La Rochelle', 'de La Rochelle'],
    ["L'Haÿ-les-Roses", "à L'Haÿ-les-Roses", "de L'Haÿ-les-Roses"],
    ['Lesneven', 'à Lesneven', 'de Lesneven'],
    ['Arras', 'à Arras', 'd’Arras']
  ] as const) {
    t.equal(inTerritory(commune(name), 'fr'), within)
    t.equal(ofTerritory(commune(name), 'fr'), of)
  }
})
