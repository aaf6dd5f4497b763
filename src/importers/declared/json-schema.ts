import { z } from 'zod'
import { mappingSchema } from './mapping-schema.ts'

/** What editors check a mapping against: `# yaml-language-server: $schema=…/mapping.schema.json`. */
export const mappingJsonSchema = (): object => ({
  title: 'Annuaire: mapping of the files of a directory',
  ...z.toJSONSchema(mappingSchema, { io: 'input' })
})
