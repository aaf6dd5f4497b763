import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import t from 'tap'
import { printable } from '../../src/commands/shell/print.ts'

t.test('a name cannot move the cursor, hide text or change its direction on a terminal', async (t) => {
  t.equal(
    printable('Médiathèque\u001b[2J\u001b]0;titre\u0007'),
    'Médiathèque\\u001b[2J\\u001b]0;titre\\u0007'
  )
  t.equal(printable('EPN \u202eXEYAB ed'), 'EPN \\u202eXEYAB ed')
  t.equal(printable('\u009b31m\r\u0008'), '\\u009b31m\\u000d\\u0008')
  t.equal(printable('Œuvre\tà Bayeux\n'), 'Œuvre\tà Bayeux\n', 'letters, tabs and line ends stay')
  t.equal(printable('\u001b[1mgras\u001b[22m'), '\u001b[1mgras\u001b[22m', 'and so does bold')
})

t.test('JSON stays JSON of the same value', async () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const json = printable(JSON.stringify([text]))
      return JSON.parse(json)[0] === text && !/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/.test(json)
    })
  )
})

t.test('commands write to the terminal by `print` alone', async (t) => {
  const folder = fileURLToPath(new URL('../../src/commands/', import.meta.url))
  const writing = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && readFileSync(join(folder, file), 'utf8').includes('stdout.write(')
  )
  // A drafted mapping is YAML to be read again, so it is escaped on a terminal only.
  t.same(writing.sort(), ['imports/mapping.ts', 'shell/print.ts'])
})
