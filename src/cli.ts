#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { registerAccounts } from './commands/accounts.ts'
import { registerActs } from './commands/acts.ts'
import { registerBackup } from './commands/backup.ts'
import { registerCorrect } from './commands/correct.ts'
import { registerDeliver } from './commands/deliver.ts'
import { registerExport } from './commands/export.ts'
import { registerForget } from './commands/forget.ts'
import { registerHolidays } from './commands/holidays.ts'
import { registerHours } from './commands/hours.ts'
import { registerImport } from './commands/imports/import.ts'
import { registerMapping } from './commands/imports/mapping.ts'
import { registerRuns } from './commands/imports/runs.ts'
import { registerSources } from './commands/imports/sources.ts'
import { registerSync } from './commands/imports/sync.ts'
import { registerValidate } from './commands/imports/validate.ts'
import { registerKeys } from './commands/keys.ts'
import { registerMatch } from './commands/match/match.ts'
import { registerMigrate } from './commands/migrate.ts'
import { registerSeed } from './commands/seed.ts'
import { registerServe } from './commands/serve.ts'
import { runProcess } from './commands/shell/run-process.ts'
import { registerTerritories } from './commands/territories/territories.ts'

const about = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
const program = new Command('annuaire').description(about.description).version(about.version)

registerServe(program)
registerMigrate(program)
registerBackup(program)
registerImport(program)
registerExport(program)
registerMapping(program)
registerHours(program)
registerHolidays(program)
registerValidate(program)
registerSync(program)
registerRuns(program)
registerTerritories(program)
registerSeed(program)
registerCorrect(program)
registerForget(program)
registerMatch(program)
registerSources(program)
registerKeys(program)
registerAccounts(program)
registerActs(program)
registerDeliver(program)

await runProcess(() => program.parseAsync())
