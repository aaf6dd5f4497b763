import { type Towns, townsOf } from '../../domain/matching/towns.ts'
import { type CommuneIndex, communeIndex } from '../../domain/territories/communes.ts'
import { communeRows, departments } from './administrative-data.ts'

let communes: CommuneIndex | undefined
let towns: Towns | undefined

/**
 * The communes of the official list. Building the index takes a few hundred milliseconds, so it is kept for the
 * life of the process.
 */
export function officialCommunes(): CommuneIndex {
  communes ??= communeIndex(communeRows(), departments())
  return communes
}

/** The official communes in the form needed to compare records; also kept for the life of the process. */
export function officialTowns(): Towns {
  towns ??= townsOf(officialCommunes())
  return towns
}
