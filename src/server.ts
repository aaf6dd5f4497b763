import { runProcess } from './commands/run-process.ts'
import { serve } from './commands/serve.ts'
import { readConfig } from './config.ts'

await runProcess(() => serve(readConfig()))
