import { type Towns, townsOf } from '../../domain/matching/towns.ts'
import { communeIndex } from '../../domain/territories/communes.ts'
import { communeRows } from './administrative-data.ts'

let towns: Towns | undefined

/** Some hundred milliseconds to make, and the same for as long as the process lives. */
export function officialTowns(): Towns {
  towns ??= townsOf(communeIndex(communeRows()))
  return towns
}
