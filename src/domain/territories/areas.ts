import { normaliseLabel } from '../vocabularies/read-label.ts'

/** A named area that is not in the official list of territories. */
type Area = {
  /** Its name without accents, with hyphens. */
  readonly code: string
  readonly name: string
  /** The kind of territory that its codes identify. */
  readonly of: 'commune' | 'department' | 'epci'
  readonly codes: readonly string[]
}

/**
 * The régions before 2016, and the établissements publics territoriaux of Grand Paris: official, closed
 * lists.
 *
 * Natural and historic areas have no official borders. One stands for the intercommunalities that bear its name in the
 * official list (DGCL, 2024, with `@etalab/decoupage-administratif`), for the three of the Bessin that share one land-use
 * plan (SCoT du Bessin), or, if it is a province, for the départements that succeeded it in 1790.
 */
const TABLE = `
department = Alsace = 67 68
department = Aquitaine = 24 33 40 47 64
department = Auvergne = 03 15 43 63
department = Bourgogne = 21 58 71 89
department = Champagne-Ardenne = 08 10 51 52
department = Franche-Comté = 25 39 70 90
department = Languedoc-Roussillon = 11 30 34 48 66
department = Limousin = 19 23 87
department = Lorraine = 54 55 57 88
department = Midi-Pyrénées = 09 12 31 32 46 65 81 82
department = Nord-Pas-de-Calais = 59 62
department = Basse-Normandie = 14 50 61
department = Haute-Normandie = 27 76
department = Picardie = 02 60 80
department = Poitou-Charentes = 16 17 79 86
department = Rhône-Alpes = 01 07 26 38 42 69 73 74
department = Anjou = 49
department = Berry = 18 36
department = Dauphiné = 05 26 38
department = Périgord = 24
department = Touraine = 37
epci = Aubrac = 200067171 200068484 200069144 200069185 200069268
epci = Avesnois = 200043263 200043404
epci = Baronnies = 200068229
epci = Béarn = 200067239 200067254 200067262 200067288 200067296
epci = Bessin = 200066801 200069516 241400555
epci = Boulonnais = 246200729
epci = Bugey = 200040350 200042935
epci = Cévennes = 200034601 200035129 200039832 200069136 200069151 243400736
epci = Chartreuse = 200040111
epci = Cotentin = 200042729 200067205
epci = Couserans = 200067940
epci = Diois = 242600534
epci = Dombes = 200042497 200069193
epci = Luberon = 200034700 200040442 200040624 248400285
epci = Médoc = 200069995 200070720 243301447
epci = Minervois = 200035863 200066348
epci = Morvan = 200039758 200067882 200067890 200070530 242101442
epci = Oisans = 243800745
epci = Perche = 200006971 200036069 200040772 200058360 200068435 200068856 200069912 200070167 200071504 244100293
epci = Puisaye = 200067130 200068278
epci = Queyras = 200067452
epci = Sologne = 200000800 200000933 200005932 200090561 244100780 244100806
epci = Thiérache = 200041622 200071983 240200444 240200634
epci = Trièves = 200030658
epci = Vercors = 200067767 200070431 243801024
epci = Vexin = 200035970 200070449 200071843 246000707 249500513
epci = Vimeu = 200070944
commune = Plaine Commune = 93001 93027 93031 93039 93066 93070 93072 93079
commune = Est Ensemble = 93006 93008 93010 93045 93048 93053 93055 93061 93063
commune = Paris Est Marne et Bois = 94015 94017 94018 94033 94042 94046 94052 94058 94067 94068 94069 94079
  94080
commune = Vallée Sud-Grand Paris = 92002 92007 92014 92019 92020 92023 92032 92046 92049 92060 92071
commune = Grand Paris Seine Ouest = 92012 92022 92040 92047 92048 92072 92075 92077
commune = Paris Ouest La Défense = 92026 92033 92035 92044 92050 92051 92062 92063 92064 92073 92076
commune = Boucle Nord de Seine = 92004 92009 92024 92025 92036 92078 95018
commune = Grand Paris Sud Est Avenir = 94002 94004 94011 94019 94028 94044 94047 94048 94053 94055 94056 94059
  94060 94070 94071 94075
commune = Grand-Orly Seine Bièvre = 91027 91326 91432 91479 91589 91687 94001 94003 94016 94021 94022 94034
  94037 94038 94041 94043 94054 94065 94073 94074 94076 94077 94078 94081
commune = Paris Terres d'Envol = 93005 93007 93013 93029 93030 93071 93073 93078
commune = Grand Paris Grand Est = 93014 93015 93032 93033 93046 93047 93049 93050 93051 93057 93062 93064 93074
  93077
`

export const AREAS: readonly Area[] = TABLE.replaceAll(/\n +/g, ' ')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [of, name = '', codes = ''] = line.split(' = ')
    return {
      code: normaliseLabel(name).replaceAll(' ', '-'),
      name,
      of: of as Area['of'],
      codes: codes.split(' ')
    }
  })

export const findArea = (code: string): Area | undefined => AREAS.find((area) => area.code === code)
