import { createHash } from 'node:crypto'
import type { PostcodeCentres } from '../../domain/geocoding/geocoder.ts'
import type { Centres } from '../../domain/territories/communes.ts'
import type { Runner } from '../db/sql.ts'
import { knownCentres, postcodesMiddle } from './communes.sql.ts'

type Row = { readonly code: string; readonly lat: number; readonly lon: number }

/** The centres of communes, and a hash that identifies this set of centres. */
export async function communeCentres(
  runner: Runner
): Promise<{ readonly centres: Centres; readonly edition: string }> {
  const { rows } = await runner.query<Row>(knownCentres())
  const edition = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  return { centres: new Map(rows.map(({ code, lat, lon }) => [code, { lat, lon }])), edition }
}

export const postcodeCentres =
  (runner: Runner): PostcodeCentres =>
  async (postcodes) => {
    const { rows } = await runner.query<Row>(postcodesMiddle(postcodes))
    return new Map(rows.map(({ code, lat, lon }) => [code, { lat, lon }]))
  }
