// Opens the embedded database of a folder, writes a row, and stays until it is killed:
//   node --import=tsx test/support/hold-database.ts FOLDER TOWN
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/store/db/database.ts'
import { PATIENT } from './database.ts'

const [folder = '', town = ''] = process.argv.slice(2)
const database = await openDatabase(readConfig({ ...PATIENT, DATA_DIR: folder }))
await database.pool.query('CREATE TABLE IF NOT EXISTS town (name text)')
await database.pool.query('INSERT INTO town VALUES ($1)', [town])
const client = await database.pool.connect()
await client.query('BEGIN')
await client.query("INSERT INTO town VALUES ('never committed')")
process.stdout.write('written\n')
