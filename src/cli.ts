#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { registerCorrect } from './commands/correct.ts'
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
registerImport(program)
registerMapping(program)
registerHours(program)
registerHolidays(program)
registerValidate(program)
registerSync(program)
registerRuns(program)
registerTerritories(program)
registerSeed(program)
registerCorrect(program)
registerMatch(program)
registerSources(program)
registerKeys(program)

await runProcess(() => program.parseAsync())
