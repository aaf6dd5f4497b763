import type { Source } from '../source.ts'
import { columnsRead } from './columns-read.ts'
import { declaredSource } from './declared-source.ts'
import { columnsOf } from './feature.ts'
import { mappingSchema, type WrittenMapping } from './mapping-schema.ts'

/**
 * The source of a mapping that was written for one file, whose missing columns are mistakes. The mappings of our own
 * sources name the columns of several editions.
 */
export function sourceOfMapping(written: WrittenMapping): Source {
  const groups = columnsRead(mappingSchema.parse(written))
  return { ...declaredSource(written), reads: { groups, columnsOf } }
}
