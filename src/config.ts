import { BlockList, isIP } from 'node:net'
import { z } from 'zod'

const whole = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .refine((number) => number >= min && number <= max)
    .meta({ accepts: `a whole number from ${min} to ${max}` })

/** Text that pages show as it is, on one line. */
const words = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{Cc}+$/u)
    .meta({ accepts: `text on one line, of at most ${most} characters` })

const yesOrNo = () => z.stringbool().meta({ accepts: 'true or false' })

/** The address, in angle brackets if a name stands before it. A comma or a quote could begin a second sender. */
const SENDER =
  /^(?:[^\p{Cc}"(),:;<>@[\\\]]+ <[^\s"(),:;<>@[\\\]]+@[a-z\d.-]+>|[^\s"(),:;<>@[\\\]]+@[a-z\d.-]+)$/iu

/**
 * All settings, by the name of their environment variable. A variable that is missing or empty gets its
 * default.
 */
export const Settings = z.object({
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .meta({
      accepts: 'the URL of a PostgreSQL database, for example postgres://user:password@host:5432/name'
    })
    .optional()
    .describe('PostgreSQL 15 or later with PostGIS 3.3 or later. If not set, the embedded database is used'),
  DATA_DIR: z
    .string()
    .meta({ accepts: 'a folder' })
    .default('.annuaire')
    .describe('Folder of the embedded database, and of mails that are not sent'),
  HOST: z
    .string()
    .regex(/^\S+$/)
    .meta({ accepts: 'an address or name of this machine, for example 127.0.0.1 or 0.0.0.0' })
    .default('127.0.0.1')
    .describe('Address to listen on; 0.0.0.0 accepts requests from other machines'),
  // With 0, the system chooses a free port.
  PORT: whole(0, 65_535).default(3_000).describe('Port to listen on'),
  // A search keeps one core of the database busy. With more connections than about twice the number of its cores,
  // searches only wait in the database instead of in this process. Five processes with ten connections each, plus
  // five more each for batches, stay under PostgreSQL's usual limit of 100.
  DB_POOL_MAX: whole(1, 1_000).default(10).describe('Database connections per process'),
  // A common search takes milliseconds. A search that takes three seconds is a fault, and its user has left by then.
  SEARCH_TIMEOUT_MS: whole(1, 600_000)
    .default(3_000)
    .describe('Time limit of a search in milliseconds; a slower one is cancelled and answered with 503'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .meta({ accepts: 'fatal, error, warn, info, debug, trace or silent' })
    .default('info')
    .describe('Least severe level that is logged'),
  // A map that is being dragged sends about five requests per second. Twice as many cannot come from one person.
  RATE_LIMIT_PER_MINUTE: whole(0, 1_000_000)
    .default(600)
    .describe('Requests per minute allowed from one client address; 0 for no limit'),
  TRUST_PROXY: z
    .string()
    .transform(proxyRule)
    .refine((rule) => rule !== undefined)
    .meta({ accepts: 'true, false, a number of proxies, or their addresses separated by commas' })
    // If proxies were trusted by default, clients could choose the address that the rate limit counts.
    .default(false)
    .describe('Which reverse proxies are trusted to report the client address'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .transform((url) => url.replace(/\/+$/, ''))
    .meta({ accepts: 'an http or https address' })
    .optional()
    .describe('Public address of the API, used in links'),
  REPORT_TO: z
    .email()
    .meta({ accepts: 'an e-mail address' })
    .optional()
    .describe(
      'E-mail address of the operator: the contact of the directory, and where readers report errors'
    ),
  OPERATOR_NAME: words(200)
    .optional()
    .describe('Organisation that publishes the directory, with its legal form'),
  OPERATOR_ADDRESS: words(300).optional().describe('Postal address of the operator'),
  OPERATOR_PHONE: z
    .string()
    .regex(/^\+?\d[\d .-]{2,19}$/)
    .meta({ accepts: 'a phone number, for example 01 23 45 67 89 or +33123456789' })
    .optional()
    .describe('Phone number of the operator'),
  PUBLICATION_DIRECTOR: words(200).optional().describe('Person who answers for what is published'),
  HOSTING_PROVIDER: words(400).optional().describe('Name, address and phone number of the hosting provider'),
  DATA_PROTECTION_CONTACT: z
    .email()
    .or(z.url({ protocol: /^https$/ }))
    .meta({ accepts: 'an e-mail address, or the https address of a page' })
    .optional()
    .describe('Data protection officer of the operator; if not set, REPORT_TO'),
  LEGAL_BASIS: z
    .enum(['public-task', 'legitimate-interest'])
    .meta({ accepts: 'public-task or legitimate-interest' })
    .optional()
    .describe('Legal basis (GDPR, article 6) on which the operator publishes the contact persons of places'),
  // Only an audit can tell, so there is no default.
  ACCESSIBILITY_STATUS: z
    .enum(['full', 'partial', 'none'])
    .meta({ accepts: 'full, partial or none' })
    .optional()
    .describe('Conformity of the pages with the RGAA, as declared; a site without a valid audit is none'),
  ACCESSIBILITY_AUDIT: words(500)
    .optional()
    .describe('Who audited the accessibility, when, and which share of the criteria is met'),
  ACCESSIBILITY_ISSUES: words(4_000)
    .transform((text) => text.split('|').flatMap((issue) => issue.trim() || []))
    .optional()
    .describe('What the audit found not to conform, separated by |'),
  ACCESSIBILITY_PLAN: z
    .url({ protocol: /^https?$/ })
    .meta({ accepts: 'an http or https address' })
    .optional()
    .describe('Address of the multi-year accessibility plan of the operator (schéma pluriannuel)'),
  ACCESSIBILITY_DATE: z.iso
    .date()
    .meta({ accepts: 'a date, for example 2026-11-30' })
    .optional()
    .describe('Date of the accessibility declaration'),
  SECURITY_CONTACT: z
    .email()
    .or(z.url({ protocol: /^https$/ }))
    .meta({ accepts: 'an e-mail address, or the https address of a page' })
    .optional()
    .describe('Where to report a vulnerability, published in /.well-known/security.txt'),
  // The default is a public map service that needs no key. Requests to it reveal which area a user looks at.
  MAP_STYLE: z
    .url({ protocol: /^https?$/ })
    .or(z.literal('outline'))
    .meta({ accepts: 'the URL of a MapLibre style, a URL of image tiles with {z}, {x} and {y}, or outline' })
    .default('https://data.geopf.fr/annexes/ressources/vectorTiles/styles/PLAN.IGN/standard.json')
    .describe('Base map; outline: an outline of the world, loaded from no other host'),
  MAP_ORIGINS: z
    .string()
    .transform(originsIn)
    .refine((origins) => origins !== undefined)
    .meta({
      accepts: 'origins separated by commas, for example https://tiles.example.org or https://*.example.org'
    })
    .optional()
    .describe('Other origins from which the style loads tiles, fonts and images'),
  MAP_ATTRIBUTION: z
    .string()
    .max(200)
    .meta({ accepts: 'at most 200 characters' })
    .optional()
    .describe('Attribution of the base map, if the style does not include one'),
  // Enough that every kind of place and every région has results, and few enough to load in seconds.
  SAMPLE_PLACES: whole(0, 1_000_000)
    .default(2_000)
    .describe('Number of invented places loaded at the first start of the embedded database; 0 for none'),
  // Offline by default, so that no data is sent to a service that the operator did not choose.
  GEOCODER: z
    .enum(['offline', 'geoplateforme', 'addok'])
    .meta({ accepts: 'offline, geoplateforme or addok' })
    .default('offline')
    .describe(
      'Geocoder for addresses without a position, and for managers who look for an address; offline: the centre of the commune, or of the postcode'
    ),
  GEOCODER_URL: z
    .url({ protocol: /^https?$/ })
    .meta({ accepts: 'an http or https address' })
    .optional()
    .describe('URL of the geocoder, if not the public one'),
  PARTICIPATION: yesOrNo()
    .default(true)
    .describe('Whether people can report errors, sign in and take part; if false, all of this is hidden'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .meta({ accepts: 'the URL of a mail server, for example smtp://user:password@mail.example.org:587' })
    .optional()
    .describe('Mail server; if not set, mails are written as files into the folder mail of DATA_DIR'),
  MAIL_FROM: z
    .string()
    .max(320)
    .regex(SENDER)
    .meta({ accepts: 'an e-mail address, or a name and an address: Annuaire <annuaire@example.org>' })
    .optional()
    .describe('Sender of the mails; required with SMTP_URL'),
  // What the mail servers of hosting providers take from one sender without asking questions.
  MAIL_PER_MINUTE: whole(1, 100_000)
    .default(60)
    .describe('Mails per minute, of all processes together; the others wait'),
  EXPOSE_DOCS: yesOrNo().default(true).describe('Whether /docs and /openapi.json are served')
})

export type Config = Readonly<z.infer<typeof Settings>>

/** The settings without which the pages that the law asks for say "not filled in". */
const ASKED_BY_LAW = [
  'OPERATOR_NAME',
  'OPERATOR_ADDRESS',
  'OPERATOR_PHONE',
  'REPORT_TO',
  'PUBLICATION_DIRECTOR',
  'HOSTING_PROVIDER',
  'LEGAL_BASIS',
  'ACCESSIBILITY_STATUS',
  'ACCESSIBILITY_DATE'
] as const satisfies readonly (keyof Config)[]

/** The names of these settings that are not set. An audit is missing only if the declaration rests on one. */
function notFilledIn(config: Config): readonly string[] {
  const isAudited = config.ACCESSIBILITY_STATUS === 'full' || config.ACCESSIBILITY_STATUS === 'partial'
  return [...ASKED_BY_LAW, ...(isAudited ? (['ACCESSIBILITY_AUDIT'] as const) : [])].filter(
    (name) => config[name] === undefined
  )
}

/**
 * The line that `serve` prints if the legal pages of a public directory are not filled in. PUBLIC_URL makes it public:
 * a trial on a laptop needs no legal notice.
 */
export function legalNotice(config: Config): string | undefined {
  const missing = config.PUBLIC_URL === undefined ? [] : notFilledIn(config)
  if (missing.length === 0) return undefined
  return `Not filled in on ${config.PUBLIC_URL}/mentions-legales and the pages beside it: ${missing.join(', ')}`
}

/** Reads the settings. Throws an error with one line for each invalid setting, which says what it accepts. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const names = Object.keys(Settings.shape)
  // Compose files pass `NAME=` for variables that are not set.
  const given = names.map((name) => [name, env[name]?.trim() || undefined] as const)
  const read = Settings.safeParse(Object.fromEntries(given))
  if (read.success) {
    if (read.data.GEOCODER === 'addok' && read.data.GEOCODER_URL === undefined)
      throw new Error('GEOCODER_URL must be set to the URL of the server if GEOCODER is addok.')
    if (read.data.SMTP_URL !== undefined && read.data.MAIL_FROM === undefined)
      throw new Error('MAIL_FROM must be set to the sender of the mails if SMTP_URL is set.')
    return Object.freeze(read.data)
  }
  throw new Error(read.error.issues.map((issue) => complaint(String(issue.path[0]))).join('\n'))
}

/** The error message for a setting. It never contains the value, because DATABASE_URL contains a password. */
function complaint(name: string): string {
  return `${name} must be ${accepts(Settings.shape[name as keyof typeof Settings.shape])}.`
}

/** What a setting accepts. `accepts` is set on the inner schema, inside a default or an optional. */
function accepts(schema: z.ZodType | undefined): string {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return accepts(schema.unwrap() as z.ZodType)
  }
  return String(schema?.meta()?.accepts ?? 'something else')
}

/**
 * An origin without a path, because it becomes part of a content security policy. `*.` stands for one or more labels
 * before the host.
 */
const ORIGIN = /^https?:\/\/(?:\*\.)?[a-z\d](?:[a-z\d.-]*[a-z\d])?(?::\d{1,5})?$/

function originsIn(text: string): readonly string[] | undefined {
  const origins = text.split(',').map((origin) => origin.trim().toLowerCase().replace(/\/$/, ''))
  return origins.every((origin) => ORIGIN.test(origin)) ? origins : undefined
}

const NAMED_RANGES = ['loopback', 'linklocal', 'uniquelocal']

function proxyRule(text: string): boolean | number | string | undefined {
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true'
  if (/^\d{1,2}$/.test(text)) return Number(text)
  const addresses = text.split(',').map((address) => address.trim())
  return addresses.every(isAddressOrRange) ? addresses.join(',') : undefined
}

function isAddressOrRange(text: string): boolean {
  if (NAMED_RANGES.includes(text) || isIP(text)) return true
  const [network = '', bits = '', ...rest] = text.split('/')
  const family = isIP(network)
  if (!family || rest.length > 0 || !/^\d{1,3}$/.test(bits)) return false
  try {
    new BlockList().addSubnet(network, Number(bits), family === 6 ? 'ipv6' : 'ipv4')
    return true
  } catch {
    return false
  }
}

/** Whether error messages should include the stack. Also used if the settings themselves are invalid. */
export const wantsStacks = (env: NodeJS.ProcessEnv = process.env): boolean =>
  /^(debug|trace)$/.test(env.LOG_LEVEL ?? '')

export const startedByNpm = (env: NodeJS.ProcessEnv = process.env): boolean =>
  env.npm_lifecycle_event !== undefined
