import type { Vocabulary } from './term.ts'
import { DIGITAL_TYPES } from './types-digital.ts'
import { PUBLIC_TYPES } from './types-public.ts'
import { SOCIAL_TYPES } from './types-social.ts'
import { WORK_TYPES } from './types-work.ts'

export const TYPES: Vocabulary = {
  name: 'typologie',
  parameter: 'type',
  fr: 'Types de lieux',
  en: 'Place types',
  terms: [...DIGITAL_TYPES, ...PUBLIC_TYPES, ...WORK_TYPES, ...SOCIAL_TYPES]
}
