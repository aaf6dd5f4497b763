import { existsSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { FILES, LOOKUPS, readAll, SHARED, sourceBy, tryRows } from '../../../scripts/real-files.ts'
import type { Row } from '../../../src/importers/parse/row.ts'
import type { Mapped, Source } from '../../../src/importers/source.ts'

t.setTimeout(280_000)

const absent = !existsSync(join(SHARED, 'epn/epn-normandie.csv')) && 'the real files are not there'

/** The expected numbers of rows, mapped records and rejected records for every file. */
const EXPECTED: Readonly<Record<string, readonly [rows: number, mapped: number, rejected: number]>> = {
  'mednum/carto-nationale-source-standard.json': [687, 687, 0],
  'mednum/hub-du-sud-paca-20230516-standard.json': [792, 792, 0],
  'mednum/hub-du-sud-paca-20230517-standard.json': [646, 646, 0],
  'mednum/cnfs-permanences.json': [4930, 4930, 0],
  'mednum/data-inclusion-structures.json': [3811, 3811, 0],
  // These are the organisations of the list above, each with its services from the other list.
  'mednum/data-inclusion-services.json': [3811, 3811, 0],
  // A sheet that occurs three times, twice with the same content.
  'mednum/hinaura.json': [1171, 1170, 1],
  'mednum/paca.json': [1245, 1245, 0],
  'mednum/gironde.json': [347, 347, 0],
  'mednum/corse.json': [162, 161, 1],
  'mednum/epernay.json': [39, 39, 0],
  'mednum/hub-siilab-hdf-2020.csv': [1249, 1249, 0],
  'mednum/hub-siilab-hdf-2020.transformed.csv': [1249, 1242, 7],
  'mednum/hub-bfc-ternum-2020.csv': [642, 642, 0],
  'mednum/hub-bfc-ternum-2020.transformed.csv': [642, 642, 0],
  // 46 organisations are no longer active.
  'mednum/aidants-connect-structures-2024.csv': [5227, 5181, 46],
  'epn/epn-normandie.csv': [118, 118, 0],
  'epn/epn-normandie.transformed.csv': [118, 118, 0],
  'epn/epn-auvergne.csv': [134, 134, 0],
  'epn/epn-auvergne.transformed.csv': [134, 134, 0],
  'fablabs/fablabs-io-france.json': [135, 135, 0],
  'fablabs/archipel-fablabs-auvergne.json': [8, 8, 0],
  'public-services/france-services-20221201.csv': [2683, 2683, 0],
  'public-services/france-services-20240801.csv': [2845, 2845, 0],
  'public-services/centres-sociaux.csv': [2261, 2261, 0],
  // Eleven places are not open yet.
  'public-services/tiers-lieux-mel-lille.csv': [168, 157, 11],
  'accessibility/import-generic.csv': [2701, 2701, 0],
  // One record has no name.
  'accessibility/generic-erp.csv': [29290, 29289, 1]
}

const ETALAB = ['adresse_brut', 'adresse_departement', 'adresse_region']

/**
 * For each file, the columns that contain no information about a place, or only repetitions. Each column was
 * checked by hand.
 */
const SILENT: Readonly<Record<string, readonly string[]>> = {
  // All values are fourteen zeros.
  'mednum/carto-nationale-source-standard.json': ['pivot'],
  'mednum/hub-du-sud-paca-20230516-standard.json': ['pivot', 'code_insee'],
  'mednum/hub-du-sud-paca-20230517-standard.json': ['pivot', 'code_insee'],
  'mednum/hinaura.json': [
    'Politique de confidentialité relative aux données personnelles *',
    'Licence des données collectées *',
    'Etat'
  ],
  'mednum/paca.json': ETALAB,
  'mednum/gironde.json': ['Libellé 1', 'Intercommunalité'],
  'mednum/corse.json': ['pointgeo'],
  'mednum/epernay.json': ['ObjectID', 'CreationDate'],
  'mednum/hub-siilab-hdf-2020.csv': [
    // These are a repeated name, and texts about the two other kinds of help.
    'Exporter les données',
    'Nom SP',
    'Fixe mobile équipement',
    'PICTO',
    'LIEN PICTO ACCES',
    'LIEN PICTO aptic'
  ],
  'mednum/hub-siilab-hdf-2020.transformed.csv': [...ETALAB, 'adresse_code_insee'],
  'mednum/hub-bfc-ternum-2020.csv': ['adresse_full', 'departement', 'dep_txt', 'def_typo', 'def_label'],
  'mednum/hub-bfc-ternum-2020.transformed.csv': [...ETALAB, 'adresse_code_insee'],
  'epn/epn-normandie.csv': ['CODE_TYPE', 'REF', 'DPT', 'REGION_1', 'PAYS', 'VISIBLE'],
  'epn/epn-normandie.transformed.csv': [...ETALAB, 'adresse_code_insee'],
  // The name is silent, because name and postcode find the same commune as the code, and the code gives the name.
  'epn/epn-auvergne.csv': ['Commune'],
  'epn/epn-auvergne.transformed.csv': [...ETALAB, 'adresse_code_insee'],
  'fablabs/fablabs-io-france.json': [
    'kind_name',
    'coordinates',
    'avatar_url',
    'country_code',
    'geometry',
    'country',
    'header_url'
  ],
  'public-services/france-services-20221201.csv': ['insee_dep', 'lib_com'],
  'public-services/france-services-20240801.csv': ['insee_dep', 'insee_com', 'lib_com'],
  'public-services/centres-sociaux.csv': ['page'],
  // These answers do not change the result, for example whether there is parking if none of it is adapted, or
  // whether there are steps if the way is level.
  'accessibility/import-generic.csv': [
    'accueil_cheminement_ascenseur',
    'accueil_equipements_malentendants_presence',
    'cheminement_ext_ascenseur',
    'cheminement_ext_nombre_marches',
    'cheminement_ext_plain_pied',
    'cheminement_ext_presence',
    'cheminement_ext_rampe',
    'code_insee',
    'commune',
    'entree_aide_humaine',
    'entree_ascenseur',
    'entree_marches',
    'entree_marches_rampe',
    'sanitaires_presence',
    'stationnement_ext_presence',
    'stationnement_pmr',
    'stationnement_presence'
  ],
  'accessibility/generic-erp.csv': ['accueil_equipements_malentendants_presence'],
  // These contain JSON that repeats the content of other columns.
  'public-services/tiers-lieux-mel-lille.csv': [
    'slug',
    'typeCommunecter',
    '@type',
    'image',
    'address',
    'geo',
    'address_addresslocality',
    'address_postalcode',
    'address_streetaddress',
    'geometrie',
    'url_communecter'
  ]
}

for (const [file, by] of FILES) {
  t.test(
    `${file}: each record is a place or rejected, each column read or reported`,
    { skip: absent },
    async (t) => {
      const source = await sourceBy(by)
      const rows = await readAll(join(SHARED, file))
      const { rows: read, mapped, rejected, unmapped, repairs } = await tryRows({ rows: each(rows) }, source)
      const refused = [...rejected.values()].reduce((sum, count) => sum + count, 0)
      t.same([read, mapped.length, refused], EXPECTED[file])
      t.equal(read, mapped.length + refused)

      const emptied = repairs.filter(({ reason }) => reason?.startsWith('emptied'))
      const reported = new Set(
        [...unmapped, ...emptied].flatMap(({ field }) => [field, ...field.split(', ')])
      )
      const silent = columnsOf(rows).filter(
        (column) => !reported.has(column) && !matters(source, rows, column)
      )
      t.same(silent.toSorted(), (SILENT[file] ?? []).toSorted())
    }
  )
}

const columnsOf = (rows: readonly Row[]): readonly string[] => [
  ...new Set(rows.flatMap(({ raw }) => Object.keys(raw).filter((column) => !isBlank(raw[column]))))
]

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || [value].flat().every((each) => String(each ?? '').trim() === '')

/**
 * Whether the column matters: whether leaving it out changes the place of any of about thirty records with
 * different values in it.
 */
function matters(source: Source, rows: readonly Row[], column: string): boolean {
  const holding = new Map(rows.map(({ raw }) => [JSON.stringify(raw[column]), raw] as const))
  return [...holding.values()]
    .filter((raw) => !isBlank(raw[column]))
    .slice(0, 30)
    .some((raw) => {
      const { [column]: _, ...rest } = raw
      return placeOf(source.map(rest, LOOKUPS)) !== placeOf(source.map(raw, LOOKUPS))
    })
}

const placeOf = (mapped: Mapped): string => JSON.stringify(mapped.ok ? mapped.record : mapped.reasons)

async function* each(rows: readonly Row[]): AsyncIterable<Row> {
  yield* rows
}
