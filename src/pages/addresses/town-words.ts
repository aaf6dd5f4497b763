import type { Territory } from '../../domain/territories/territory.ts'

type Town = Pick<Territory, 'name' | 'department' | 'shared_name'>

/** A commune in the words of a question: its name, with its département if others have the same name. */
export const townWords = ({ name, department, shared_name }: Town): string =>
  shared_name && department !== null ? `${name} ${department}` : name
