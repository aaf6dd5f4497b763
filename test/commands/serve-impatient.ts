import { serve } from '../../src/commands/serve.ts'
import { readConfig } from '../../src/config.ts'

// serve-stopped.test.ts runs this file in a process of its own: it serves like `annuaire serve`, but on SIGTERM it gives
// imports no time to end by themselves.

await serve(readConfig(), {}, 0)
