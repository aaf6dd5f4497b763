import { serve } from './commands/serve.ts'
import { runProcess } from './commands/shell/run-process.ts'
import { readConfig } from './config.ts'

await runProcess(() => serve(readConfig()))
