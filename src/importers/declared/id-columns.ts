import { ROW_NUMBER } from './arrange-rows.ts'
import type { Mapping } from './mapping-schema.ts'

type Id = Mapping['id']

export const isRowNumber = (id: Id): id is { readonly row: true } => typeof id === 'object' && 'row' in id

export function idColumns({ id }: Pick<Mapping, 'id'>): readonly string[] {
  if (isRowNumber(id)) return [ROW_NUMBER]
  return typeof id === 'string' ? [id] : id
}
