import { writeFile } from 'node:fs/promises'
import { mappingJsonSchema } from '../src/importers/declared/json-schema.ts'

/** Run after the schema of mappings has changed: `npx tsx scripts/write-mapping-schema.ts`. A test compares. */
const target = new URL('../src/importers/declared/mapping.schema.json', import.meta.url)
await writeFile(target, `${JSON.stringify(mappingJsonSchema(), null, 2)}\n`)
