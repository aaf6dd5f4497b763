import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { emailKey, readEmail } from '../../../src/domain/accounts/email.ts'
import { keyFor } from '../../../src/domain/seal.ts'

const read = (text: string): string | undefined => readEmail(text)

t.test('addresses as people have them are read', async (t) => {
  t.equal(read('  Camille.Martin@Mairie-Nevers.FR '), 'Camille.Martin@mairie-nevers.fr')
  t.equal(read("d'arc+epn@mediatheque.bayeux.fr"), "d'arc+epn@mediatheque.bayeux.fr")
  t.equal(read('accueil@éguzon-chantôme.fr'), 'accueil@xn--guzon-chantme-9gb0p.fr')
  t.equal(read('accueil@ÉGUZON.fr'), read('accueil@éguzon.fr'))
  t.equal(read(`${'a'.repeat(64)}@example.org`), `${'a'.repeat(64)}@example.org`)
})

t.test('text that another program could read as a second recipient is no address', async (t) => {
  const smuggled = [
    'camille@example.org, evil@example.net',
    'camille@example.org;evil@example.net',
    'camille@example.org evil@example.net',
    'camille@example.org\r\nRCPT TO:<evil@example.net>',
    'camille@example.org\nBcc: evil@example.net',
    'camille@example.org\u0000',
    'camille@example.org\u2028evil@example.net',
    '"evil@example.net"@example.org',
    '"camille"@example.org',
    'camille(evil@example.net)@example.org',
    'Camille <camille@example.org>',
    '<camille@example.org>',
    'evil%example.net@example.org',
    'example.net!evil@example.org',
    'camille@example.org@example.net',
    'camille@example.org#@example.net',
    'camille@[192.0.2.1]',
    'camille@192.0.2.1',
    'camille@0x7f.1',
    'camille@localhost',
    'camille@example.org.',
    'camille@-example.org',
    'camille@exa\tmple.org',
    'camille@example.org/evil',
    'camille@example.org:25',
    'camille@example..org',
    '.camille@example.org',
    'cami..lle@example.org',
    'camille@example.1',
    'caмille@example.org',
    '@example.org',
    'camille@',
    'camille',
    '',
    `${'a'.repeat(65)}@example.org`,
    `camille@${'a'.repeat(64)}.org`,
    `camille@${`${'a'.repeat(60)}.`.repeat(4)}org`
  ]
  t.same(
    smuggled.filter((text) => read(text) !== undefined),
    []
  )
})

t.test('what is read of any text is one plain address, and reading it again gives the same', async () => {
  const character = fc.constantFrom(
    ...'aZ9.+-_@@,;<>()[]"\\ :%!#\r\n\t\u0000é。＠ß/?'.split(''),
    'fr',
    '.org',
    '\u202e'
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.array(character, { maxLength: 30 }).map((parts) => parts.join('')),
        fc.emailAddress()
      ),
      (text) => {
        const email = read(text)
        if (email === undefined) return
        assert.match(email, /^[A-Za-z0-9#$&'*+/=?^_~.-]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/)
        assert.ok(email.length <= 254)
        assert.equal(read(email), email)
      }
    ),
    { numRuns: 20_000 }
  )
})

t.test('most addresses of RFC 5322 without quotes are read', async (t) => {
  const refused = fc
    .sample(fc.emailAddress(), { numRuns: 2_000, seed: 22 })
    .filter((text) => !/[!%`{|}]/.test(text) && read(text) === undefined)
  t.same(refused.filter((text) => !/@.*\.(xn--)/.test(text)).slice(0, 3), [])
})

t.test('a mailbox has one key in any case, and the key says nothing without the secret', async (t) => {
  const key = keyFor('email', 'a secret')
  const of = (text: string, secret = key) => emailKey(readEmail(text)!, secret).toString('hex')
  t.equal(of('Camille@example.org'), of('camille@EXAMPLE.org'))
  t.not(of('camille@example.org'), of('camille+epn@example.org'), 'what follows a + may be another person')
  t.not(of('camille@example.org'), of('camille@example.org', keyFor('email', 'another secret')))
  t.not(of('camille@example.org'), of('camille@example.org', keyFor('sign-in code', 'a secret')))
})
