import { z } from 'zod'
import { mappingSchema } from './mapping-schema.ts'

/** The JSON Schema for editors: `# yaml-language-server: $schema=…/mapping.schema.json`. */
export const mappingJsonSchema = (): object => ({
  title: 'Annuaire: mapping of the files of a directory',
  ...z.toJSONSchema(mappingSchema, { io: 'input' })
})
