#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { migrateCommand } from './commands/migrate.ts'
import { runProcess } from './commands/run-process.ts'
import { serveCommand } from './commands/serve.ts'

const about = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
const program = new Command('annuaire').description(about.description).version(about.version)

serveCommand(program)
migrateCommand(program)

await runProcess(() => program.parseAsync())
