import { z } from 'zod'
import { mappingSchema } from './mapping-schema.ts'

/** What editors check a mapping against: `# yaml-language-server: $schema=…/mapping.schema.json`. */
export const mappingJsonSchema = (): object => ({
  title: 'Annuaire: how a directory’s files are read',
  ...z.toJSONSchema(mappingSchema, { io: 'input' })
})
