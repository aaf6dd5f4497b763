import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import { TYPESCRIPT } from '../support/typescript-option.ts'

const CLI = fileURLToPath(new URL('../../src/cli.ts', import.meta.url))

t.test('a command whose output `head` stops reading ends without a message', async (t) => {
  const child = spawn(process.execPath, [TYPESCRIPT, CLI, 'hours'])
  const stderr = text(child.stderr)
  // Write errors are ignored, because the process stops reading.
  child.stdin.on('error', () => {})
  child.stdin.write('lundi 9h-12h\n')
  await once(child.stdout, 'data')
  child.stdout.destroy()
  child.stdin.end('mardi 14h-17h\n'.repeat(5_000))
  const [status] = await once(child, 'exit')
  t.equal(status, 141, 'like programs ended by SIGPIPE')
  t.equal(await stderr, '')
})
