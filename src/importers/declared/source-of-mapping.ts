import type { Source } from '../source.ts'
import { columnsRead } from './columns-read.ts'
import { declaredSource } from './declared-source.ts'
import { columnsOf } from './feature.ts'
import { mappingSchema, type WrittenMapping } from './mapping-schema.ts'

/**
 * Creates a source from a mapping that was written for one file: a column that is missing from this file is a
 * mistake in the mapping. The mappings of our own sources are different, because they name the columns of several
 * editions.
 */
export function sourceOfMapping(written: WrittenMapping): Source {
  const groups = columnsRead(mappingSchema.parse(written))
  return { ...declaredSource(written), reads: { groups, columnsOf } }
}
