// A register of public libraries at two dates that are five years apart. Its key shows which library of 2020 is
// which library of 2025, and is not part of the evidence.
import { comparableFrom, currentCode, type RecordFields, type Row, readCsv } from './files.ts'
import type { Known, TwoLists } from './labelled.ts'

const numberOf = (text: string | undefined): number | null => (text?.trim() ? Number(text) : null)

const joined = (...texts: (string | undefined)[]): string =>
  [...new Set(texts.map((text) => text?.trim()).filter(Boolean))].join(' ')

function of2020(row: Row): Known {
  const [lat, lon] = (row.coordonnees_finales ?? '').split(',').map(numberOf)
  const all: RecordFields = {
    id: row.code_bib ?? '',
    name: joined(row.Libelle1, row.Libelle2),
    street: row.voie?.trim() || row.Localisation,
    postcode: row.CP,
    city: row.Ville,
    commune: currentCode(row.INSEE),
    lat,
    lon,
    // If no address was found, the position is the centre of the commune.
    exact: Boolean(row.coordonnees_ban?.trim()),
    types: ['BIB']
  }
  return {
    record: comparableFrom('2020', all),
    fields: all,
    truth: row.code_bib ?? '',
    department: row.DEPT ?? ''
  }
}

function of2025(row: Row): Known {
  const all: RecordFields = {
    id: row.Code_bib || `without ${row["Nom de l'établissement"]} ${row.geolocalisation}`,
    name: joined(row["Nom de l'établissement"], row['Libellé 2']),
    street: row.Adresse?.trim() || row.Complément,
    postcode: row.CP,
    city: row.Ville,
    commune: currentCode(row['Code insee commune']),
    lat: numberOf(row.Latitude),
    lon: numberOf(row.Longitude),
    types: ['BIB']
  }
  return {
    record: comparableFrom('2025', all),
    fields: all,
    truth: row.Code_bib || all.id,
    department: row['Code département'] ?? ''
  }
}

export const libraries = (): TwoLists => ({
  left: readCsv('dedup/libraries-2020.csv').map(of2020),
  right: readCsv('dedup/libraries-2025.csv').map(of2025)
})
