import { writeFile } from 'node:fs/promises'
import { mappingJsonSchema } from '../src/importers/declared/json-schema.ts'

/**
 * Writes the JSON Schema of mappings: `npx tsx scripts/write-mapping-schema.ts`. Run it after changing the schema
 * in the code; a test compares the file with the code.
 */
const target = new URL('../src/importers/declared/mapping.schema.json', import.meta.url)
await writeFile(target, `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`)
