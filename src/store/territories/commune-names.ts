import { communeName } from '../../domain/territories/commune-name.ts'
import { PARTS } from '../../domain/territories/parts/parts.ts'
import type { CommuneRow } from '../../domain/territories/territory.ts'
import type { CommuneNameRow } from './load-territories.sql.ts'

/**
 * Further names of the current communes: the names of municipal arrondissements, of merged communes (including the
 * one whose code the new commune kept), and of hamlets with a postal name.
 */
export function communeNameRows(rows: readonly CommuneRow[]): readonly CommuneNameRow[] {
  const current = new Map(rows.filter(({ relation }) => relation === 'current').map((row) => [row.code, row]))
  const hosts = new Map(rows.map(({ code, commune }) => [code, commune]))
  const found = new Map<string, CommuneNameRow>()
  const add = (row: CommuneNameRow) => {
    const own = current.get(row.commune)?.name
    const key = `${row.commune} ${communeName(row.name)}`
    const before = found.get(key)
    if (own === undefined || communeName(own ?? '') === communeName(row.name)) return
    // Both rows are merged, because the name in the official list has accents, and the postal name has the
    // postcode.
    found.set(key, before ? { ...before, postcodes: merged(before.postcodes, row.postcodes) } : row)
  }
  for (const { code, name, commune, relation, postcodes } of rows) {
    if (name === null || relation === 'current') continue
    add({ commune, name, code, postcodes: relation === 'arrondissement' ? postcodes : [] })
  }
  for (const { commune: code, postcode, name } of PARTS) {
    const commune = hosts.get(code)
    if (commune !== undefined) add({ commune, name, code, postcodes: [postcode] })
  }
  return [...found.values()]
}

const merged = (one: readonly string[], other: readonly string[]): readonly string[] => [
  ...new Set([...one, ...other])
]
