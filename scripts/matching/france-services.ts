// The register of France services at two dates that are twenty months apart. `id_fs` is the true key and is not
// part of the evidence. The register shows how reliable phone numbers and e-mail addresses are.
import { join } from 'node:path'
import { comparableOf } from '../../src/domain/matching/comparable.ts'
import { FRANCE_SERVICES } from '../../src/importers/sources/france-services.ts'
import { SHARED, tryFile } from '../real-files.ts'
import { fieldsOf, TOWNS } from './files.ts'
import type { Known, TwoLists } from './labelled.ts'

async function year(directory: string, file: string): Promise<readonly Known[]> {
  const { mapped } = await tryFile(join(SHARED, 'public-services', file), FRANCE_SERVICES)
  // New places first had a temporary id, which says nothing about the place.
  return mapped
    .filter(({ id }) => !id.startsWith('temp'))
    .map(({ id, content }) => ({
      record: comparableOf({ source: directory, id, content }, directory, TOWNS),
      fields: fieldsOf(id, content),
      truth: id,
      department: content.address.department ?? ''
    }))
}

export const franceServices = async (): Promise<TwoLists> => ({
  left: await year('2022', 'france-services-20221201.csv'),
  right: await year('2024', 'france-services-20240801.csv')
})
