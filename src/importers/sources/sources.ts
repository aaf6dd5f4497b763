import type { Source } from '../source.ts'
import { MEDNUM } from './mednum.ts'

/** Every directory that the pipeline knows how to read. */
export const SOURCES: readonly Source[] = [MEDNUM]

export const findSource = (slug: string): Source | undefined => SOURCES.find(({ source }) => source === slug)
