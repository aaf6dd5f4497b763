import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import t from 'tap'
import { legalNotice, readConfig, Settings, wantsStacks } from '../src/config.ts'
import { geocoderOf } from '../src/geocoding.ts'
import { readSources } from './support/law/sources.ts'

t.test('without settings: the embedded database, this machine only, and no trusted proxy', async (t) => {
  const config = readConfig({})
  t.match(config, { DATABASE_URL: undefined, DATA_DIR: '.annuaire', HOST: '127.0.0.1', PORT: 3000 })
  t.match(config, { TRUST_PROXY: false, SAMPLE_PLACES: 2000, SEARCH_TIMEOUT_MS: 3000, EXPOSE_DOCS: true })
  t.ok(Object.isFrozen(config))
})

t.test('an empty variable counts as not set', async (t) => {
  const empty = Object.fromEntries(Object.keys(Settings.shape).map((name) => [name, '  ']))
  t.same(readConfig(empty), readConfig({}))
})

t.test('values are converted to their types', async (t) => {
  const read = readConfig({
    PORT: ' 8080 ',
    EXPOSE_DOCS: 'false',
    PUBLIC_URL: 'https://lieux.example.org/api/'
  })
  t.match(read, { PORT: 8080, EXPOSE_DOCS: false, PUBLIC_URL: 'https://lieux.example.org/api' })
  t.same(readConfig({ MAP_ORIGINS: 'https://Tiles.example.org/, https://*.example.net:8443' }).MAP_ORIGINS, [
    'https://tiles.example.org',
    'https://*.example.net:8443'
  ])
  const proxies = {
    true: true,
    false: false,
    2: 2,
    'loopback, 10.0.0.0/8': 'loopback,10.0.0.0/8',
    '::1': '::1'
  }
  for (const [text, means] of Object.entries(proxies)) {
    t.equal(readConfig({ TRUST_PROXY: text }).TRUST_PROXY, means, text)
  }
})

const WRONG: Readonly<Record<string, readonly [accepts: RegExp, ...values: string[]]>> = {
  DATABASE_URL: [/PostgreSQL/, 'quimper', 'mysql://root@localhost/lieux'],
  HOST: [/address/, 'two words'],
  PORT: [/from 0 to 65535/, 'three', '-1', '65536', '3.5', '0x10', '1e3'],
  DB_POOL_MAX: [/from 1 to 1000/, '0', '1001'],
  SEARCH_TIMEOUT_MS: [/from 1 to 600000/, '0', '3s'],
  LOG_LEVEL: [/fatal, error, warn/, 'loud', 'INFO'],
  RATE_LIMIT_PER_MINUTE: [/from 0/, '-5', 'none'],
  TRUST_PROXY: [/number of proxies/, 'everyone', '10.0.0.0/99', '10.0.0', '1.2.3.4/', 'loopback,,'],
  PUBLIC_URL: [/http/, 'lieux.example.org', 'ftp://lieux.example.org'],
  SECURITY_CONTACT: [/e-mail address/, 'Léa', 'http://example.org', 'a@example.org\nContact: b@example.org'],
  OPERATOR_NAME: [/text on one line/, 'Ville\nde Bayeux', 'x'.repeat(201)],
  OPERATOR_PHONE: [/phone number/, 'Standard', '02', '02 31 92 11 08 ou 09'],
  DATA_PROTECTION_CONTACT: [/e-mail address/, 'Léa', 'http://example.org'],
  LEGAL_BASIS: [/public-task or legitimate-interest/, 'consent'],
  ACCESSIBILITY_STATUS: [/full, partial or none/, 'partiellement conforme', '87 %'],
  ACCESSIBILITY_DATE: [/date/, '30/11/2026', '2026-02-30'],
  SMTP_URL: [/mail server/, 'mail.example.org', 'https://mail.example.org'],
  MAIL_FROM: [
    /an e-mail address, or a name/,
    'Annuaire',
    'a@example.org, b@example.org',
    'Annuaire <a@example.org',
    '"x" <a@example.org>',
    'Annuaire <a@example.org>\nBcc: b@example.org'
  ],
  MAIL_PER_MINUTE: [/from 1/, '0', 'many'],
  MAP_ORIGINS: [
    /origins separated by commas/,
    'tiles.example.org',
    'https://tiles.example.org/sprites',
    'https://a.example.org; script-src *',
    'https://a.example.org,,https://b.example.org',
    '*',
    'https://*'
  ],
  SAMPLE_PLACES: [/from 0/, 'many'],
  EXPOSE_DOCS: [/true or false/, 'perhaps']
}

for (const [name, [accepts, ...values]] of Object.entries(WRONG)) {
  t.test(`an invalid ${name} is refused by name, with the accepted values`, async (t) => {
    for (const value of values) {
      const error = t.throws(() => readConfig({ [name]: value })) as Error | undefined
      t.match(error?.message, new RegExp(`^${name} must be `), value)
      t.match(error?.message, accepts, value)
    }
  })
}

t.test('all errors are reported at once, one per line', async (t) => {
  const error = t.throws(() => readConfig({ PORT: 'x', LOG_LEVEL: 'x', DATA_DIR: 'ok' })) as unknown as Error
  t.same(
    error.message.split('\n').map((line) => line.split(' ')[0]),
    ['PORT', 'LOG_LEVEL']
  )
})

t.test('no message repeats a value, which may hold a password', async (t) => {
  const messageFor = (name: string, secret: string): string => {
    try {
      readConfig({ [name]: `mysql://root:${secret}@\n localhost` })
    } catch (error) {
      return (error as Error).message
    }
    return `${name} took ${secret}`
  }
  const property = fc.property(
    fc.constantFrom(...Object.keys(WRONG)),
    fc.uuid(),
    (name, secret) => !messageFor(name, secret).includes(secret)
  )
  t.doesNotThrow(() => fc.assert(property))
})

t.test('every setting has a description', async (t) => {
  for (const [name, rule] of Object.entries(Settings.shape)) t.ok(rule.description, name)
})

t.test('every setting is used by the program', async (t) => {
  const { files } = readSources(fileURLToPath(new URL('../src', import.meta.url)))
  const program = files.filter(({ path }) => path !== 'config.ts').map(({ text }) => text)
  for (const name of Object.keys(Settings.shape)) {
    t.ok(
      program.some((text) => new RegExp(`\\b${name}\\b`).test(text)),
      name
    )
  }
})

t.test('a public directory says at its start, in one line, what its legal pages lack', async (t) => {
  const operator = {
    PUBLIC_URL: 'https://lieux.example.org',
    OPERATOR_NAME: 'Ville de Bayeux',
    OPERATOR_ADDRESS: '19 rue Laitière, 14400 Bayeux',
    OPERATOR_PHONE: '02 31 51 60 60',
    REPORT_TO: 'numerique@bayeux.example',
    PUBLICATION_DIRECTOR: 'Le maire de Bayeux',
    HOSTING_PROVIDER: 'Hébergeur, 1 rue du Port, 76600 Le Havre, 02 35 00 00 00',
    LEGAL_BASIS: 'public-task',
    ACCESSIBILITY_DATE: '2026-11-30'
  }
  const lacking = (env: Readonly<Record<string, string>>) => legalNotice(readConfig(env))
  t.match(lacking({ PUBLIC_URL: operator.PUBLIC_URL }), /OPERATOR_NAME, OPERATOR_ADDRESS, .*REPORT_TO/)
  t.match(lacking(operator), /^Not filled in on https:.*\/mentions-legales .*: ACCESSIBILITY_STATUS$/)
  t.equal(lacking({ ...operator, ACCESSIBILITY_STATUS: 'none' }), undefined)
  const partial = { ...operator, ACCESSIBILITY_STATUS: 'partial' }
  t.match(lacking(partial), /: ACCESSIBILITY_AUDIT$/, 'a declared conformity rests on an audit')
  t.equal(lacking({ ...partial, ACCESSIBILITY_AUDIT: 'Cabinet, mars 2026\u00a0: 81 %' }), undefined)
  t.equal(lacking({ OPERATOR_NAME: 'Ville de Bayeux' }), undefined, 'a trial on a laptop needs none')
})

t.test('what does not conform is a list', async (t) => {
  const { ACCESSIBILITY_ISSUES: issues } = readConfig({
    ACCESSIBILITY_ISSUES: 'Un titre manque. | | Un contraste est faible.'
  })
  t.same(issues, ['Un titre manque.', 'Un contraste est faible.'])
})

t.test('stacks are shown for debugging', async (t) => {
  t.same(
    ['debug', 'trace', 'info', undefined].map((LOG_LEVEL) => wantsStacks({ LOG_LEVEL })),
    [true, true, false, false]
  )
})

t.test('your own geocoder needs its URL; the public one has a default, and offline uses none', async (t) => {
  const geocoder = (env: Readonly<Record<string, string>>) => geocoderOf(readConfig(env))?.provider ?? null
  t.equal(geocoder({}), null)
  t.equal(geocoder({ GEOCODER: 'geoplateforme' }), 'geoplateforme')
  t.equal(geocoder({ GEOCODER: 'addok', GEOCODER_URL: 'http://localhost:7878' }), 'addok')
  t.throws(() => readConfig({ GEOCODER: 'addok' }), /^GEOCODER_URL must be/)
  t.throws(() => readConfig({ GEOCODER: 'nominatim' }), 'GEOCODER must be offline, geoplateforme or addok.')
})
