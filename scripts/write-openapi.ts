// Writes the API reference of the app to openapi/. The files are committed, and test/openapi.test.ts compares them
// with the app.
//
//   npm run openapi
import { mkdir, writeFile } from 'node:fs/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { buildApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { depsOver } from '../src/deps.ts'
import { acting } from '../src/store/db/acting.ts'
import { PrismaClient } from '../src/store/prisma-client/client.ts'

const folder = new URL('../openapi/', import.meta.url)

// The reference only needs the routes, so this pool never opens a connection.
const pool = new pg.Pool()
const prisma = new PrismaClient({ adapter: new PrismaPg(pool) })
const deps = depsOver(readConfig({}), {
  kind: 'server',
  pool,
  batch: pool,
  prisma,
  act: acting(pool),
  onActed: () => () => {},
  close: () => pool.end()
})
const app = await buildApp(deps, false)
const json = (await app.inject('/openapi.json')).json()
const yaml = (await app.inject('/openapi.yaml')).body
await app.close()

await mkdir(folder, { recursive: true })
await writeFile(new URL('openapi.json', folder), `${JSON.stringify(json, null, 2)}\n`)
await writeFile(new URL('openapi.yaml', folder), yaml)
