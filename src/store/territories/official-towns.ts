import { type Towns, townsOf } from '../../domain/matching/towns.ts'
import { communeIndex } from '../../domain/territories/communes.ts'
import { communeRows } from './administrative-data.ts'

let towns: Towns | undefined

/** Takes some hundred milliseconds to build, and is kept for the life of the process. */
export function officialTowns(): Towns {
  towns ??= townsOf(communeIndex(communeRows()))
  return towns
}
