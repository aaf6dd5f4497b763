// Lists from other countries, to which nothing was fitted. They measure the matching where towns and kinds are
// unknown.
import { comparableFrom, type RecordFields, readCsv } from './files.ts'
import type { Known } from './labelled.ts'

/** Nine lists of public sites for small children, several of which contain duplicates. */
export const chicago = (): readonly Known[] =>
  readCsv('dedup/chicago-early-childhood-true-ids.csv', { delimiter: ',' }).map((row) => {
    const fields: RecordFields = {
      id: row.Id ?? '',
      name: row['Site name'] ?? '',
      street: row.Address ?? null,
      postcode: row.Zip || null,
      city: 'Chicago',
      commune: 'chicago',
      phone: row.Phone || null,
      emails: row['Email Address'] ? [row['Email Address']] : [],
      sites: row.Website ? [row.Website] : []
    }
    return knownAs(row.Source ?? '', fields, row['True Id'] ?? '')
  })

/** Restaurants from two guides. The guide of a row is not given, so each row is its own directory. */
export const fodorsZagat = (): readonly Known[] =>
  readCsv('dedup/fodors-zagat-restaurant.csv', { delimiter: ',' }).map((row, index) => {
    const fields: RecordFields = {
      id: String(index),
      name: row.name ?? '',
      street: row.addr ?? null,
      city: row.city ?? null,
      // All rows get one commune, because the guides disagree about which places are towns and which are parts of
      // Los Angeles or New York.
      commune: 'united states',
      phone: row.phone?.replaceAll(/\D/g, '') || null
    }
    return knownAs(`row ${index}`, fields, row.class ?? '')
  })

const knownAs = (directory: string, fields: RecordFields, truth: string): Known => ({
  record: comparableFrom(directory, fields),
  fields,
  truth,
  department: ''
})
