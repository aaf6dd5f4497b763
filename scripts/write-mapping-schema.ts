import { writeFile } from 'node:fs/promises'
import { mappingJsonSchema } from '../src/importers/declared/json-schema.ts'

/**
 * Writes the JSON Schema of mappings; run it after a change: `npx tsx scripts/write-mapping-schema.ts`. A
 * test compares the two.
 */
const target = new URL('../src/importers/declared/mapping.schema.json', import.meta.url)
await writeFile(target, `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`)
