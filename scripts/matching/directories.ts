// The files of directories that list the same places: the national map and its regional producers, France
// services, EPN, FabLabs and acceslibre.
import { join } from 'node:path'
import { type Comparable, comparableOf } from '../../src/domain/matching/comparable.ts'
import { resolveCommune } from '../../src/domain/territories/resolve-commune.ts'
import { LOOKUPS, SHARED, sourceBy, tryFile } from '../real-files.ts'
import { comparableFrom, fieldsOf, type RecordFields, type Row, readCsv, TOWNS } from './files.ts'

/** Short names of the files, used in labels. */
const FILES: Readonly<Record<string, readonly [file: string, by: string]>> = {
  carto: ['mednum/carto-nationale-source-standard.json', 'mednum'],
  cnfs: ['mednum/cnfs-permanences.json', 'mednum'],
  'data-inclusion': ['mednum/data-inclusion-structures.json', 'data-inclusion'],
  hinaura: ['mednum/hinaura.json', 'hinaura'],
  paca: ['mednum/paca.json', 'paca.yaml'],
  gironde: ['mednum/gironde.json', 'gironde.yaml'],
  siilab: ['mednum/hub-siilab-hdf-2020.csv', 'siilab.yaml'],
  bfc: ['mednum/hub-bfc-ternum-2020.csv', 'bfc.yaml'],
  'aidants-connect': ['mednum/aidants-connect-structures-2024.csv', 'aidants-connect'],
  'epn-normandie': ['epn/epn-normandie.csv', 'netpublic'],
  'epn-auvergne': ['epn/epn-auvergne.csv', 'netpublic'],
  fablabs: ['fablabs/fablabs-io-france.json', 'fablabs'],
  archipel: ['fablabs/archipel-fablabs-auvergne.json', 'archipel-fablabs.yaml'],
  corse: ['mednum/corse.json', 'corse.yaml'],
  epernay: ['mednum/epernay.json', 'epernay.yaml'],
  'centres-sociaux': ['public-services/centres-sociaux.csv', 'centres-sociaux.yaml'],
  'france-services': ['public-services/france-services-20240801.csv', 'france-services'],
  'tiers-lieux-mel': ['public-services/tiers-lieux-mel-lille.csv', 'tiers-lieux-mel.yaml']
}

export type Listed = {
  readonly record: Comparable
  /** File and id of the record, separated by a space, as used in labels. */
  readonly name: string
  readonly department: string
  readonly fields: RecordFields
}

async function listed(name: string, [file, by]: readonly [string, string]): Promise<readonly Listed[]> {
  const { mapped } = await tryFile(join(SHARED, file), await sourceBy(by))
  return mapped.map(({ id, content }) => ({
    record: comparableOf({ source: name, id, content }, name, TOWNS),
    name: `${name} ${id}`,
    department: content.address.department ?? '',
    fields: fieldsOf(id, content)
  }))
}

const unlessSilent = (text: string | undefined): string | null =>
  !text?.trim() || /^non renseign/i.test(text) ? null : text.trim()

const TYPES: Readonly<Record<string, readonly string[]>> = {
  Mairie: ['MUNI'],
  'Bibliothèque médiathèque': ['BIB'],
  'Bureau de poste': ['LA_POSTE']
}

function accessible(
  row: Row,
  fields: Pick<RecordFields, 'id' | 'name' | 'street' | 'sites' | 'siret'>,
  code?: string
) {
  const [postcode, city] = [row.cp ?? row.postal_code ?? null, row.vil ?? row.commune ?? null]
  const { commune } = resolveCommune(LOOKUPS.communes, { name: city, postcode, code: code ?? null })
  const all: RecordFields = {
    ...fields,
    types: TYPES[row.act ?? row.activite ?? ''] ?? [],
    postcode,
    city,
    commune: commune?.code ?? null,
    lat: Number(row.lat ?? row.latitude),
    lon: Number(row.lng ?? row.longitude)
  }
  const record = comparableFrom('acceslibre', all)
  return { record, name: `acceslibre ${fields.id}`, department: commune?.department ?? '', fields: all }
}

/** Two exports of acceslibre, limited to places that a directory of digital help might also list. */
const acceslibre = (): readonly Listed[] => [
  ...readCsv('accessibility/generic-erp.csv').map((row) =>
    accessible(row, { id: row.id ?? '', name: row.nom ?? '', street: row.adr ?? null })
  ),
  ...readCsv('accessibility/import-generic.csv').map((row) =>
    accessible(
      row,
      {
        id: `i${row.id}`,
        name: row.name ?? '',
        street: [row.numero, row.voie].filter(unlessSilent).join(' ') || (row.lieu_dit ?? null),
        sites: [unlessSilent(row.site_internet)].filter((site) => site !== null),
        siret: unlessSilent(row.siret)
      },
      row.code_insee
    )
  )
]

export async function directories(): Promise<readonly (readonly Listed[])[]> {
  const lists: (readonly Listed[])[] = []
  for (const [name, file] of Object.entries(FILES)) lists.push(await listed(name, file))
  return [...lists, acceslibre()]
}
