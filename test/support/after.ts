import { dropDatabasesOfRun } from './server-template.ts'

const url = process.env.DATABASE_URL
if (url) await dropDatabasesOfRun(url)
