/**
 * Where a person can stand outside of records, places and corrections, which have statements of their own. A test
 * compares these lists with the database: each column that can hold text is in one of them.
 */
export type SearchedTable = {
  readonly table: string
  /** SQL of the key of a row, as text. */
  readonly key: string
  readonly columns: Readonly<Record<string, 'text' | 'jsonb'>>
  /** Digests of the sender, by the column of the address: they are emptied when it changes. */
  readonly digests?: Readonly<Record<string, readonly string[]>>
  /** `always`: also spellings that may mean others are taken out, because nothing depends on them. */
  readonly doubtful: 'always' | 'never'
  /** Whether a row with the person is deleted. */
  readonly isRowDeleted: boolean
}

const REPORT = { doubtful: 'always', isRowDeleted: false } as const
const NAMES = { doubtful: 'never', isRowDeleted: false } as const

export const SEARCHED: readonly SearchedTable[] = [
  { table: 'run', key: 'id::text', columns: { origin: 'text', error: 'text' }, ...REPORT },
  {
    table: 'run_rejection',
    key: 'id::text',
    columns: { record_id: 'text', reasons: 'jsonb', raw: 'jsonb' },
    ...REPORT
  },
  { table: 'run_unmapped', key: 'id::text', columns: { field: 'text', value: 'text' }, ...REPORT },
  { table: 'source', key: 'slug', columns: { name: 'text', homepage: 'text' }, ...NAMES },
  { table: 'term', key: 'id::text', columns: { label_fr: 'text', label_en: 'text' }, ...NAMES },
  { table: 'access_key', key: 'id', columns: { name: 'text' }, ...NAMES },
  {
    table: 'match_decision',
    key: 'id::text',
    columns: { made_by: 'text', undone_by: 'text' },
    ...NAMES
  },
  { table: 'erasure', key: 'id::text', columns: { by: 'text', released_by: 'text' }, ...NAMES },
  { table: 'correction', key: 'id::text', columns: { undone_by: 'text', undone_why: 'text' }, ...NAMES },
  {
    table: 'contribution',
    key: 'id::text',
    columns: { text: 'text', proposal: 'jsonb', email: 'text', partner_reference: 'text', reply: 'text' },
    digests: { email: ['email_key', 'client_key'] },
    ...REPORT
  },
  {
    table: 'notice',
    key: 'id::text',
    columns: { law: 'text', explanation: 'text', name: 'text', email: 'text', reply: 'text' },
    ...REPORT
  },
  {
    table: 'claim',
    key: 'id::text',
    columns: { sent_to_hint: 'text', message: 'text', reason: 'text' },
    ...REPORT
  },
  {
    // A person who is erased gets no mails any more.
    table: 'subscription',
    key: 'id::text',
    columns: { email: 'text' },
    doubtful: 'never',
    isRowDeleted: true
  },
  {
    table: 'subscription',
    key: 'id::text',
    columns: { subject: 'text', filters: 'jsonb', label: 'text' },
    ...REPORT
  },
  {
    table: 'source_feedback',
    key: 'source',
    columns: { email: 'text' },
    doubtful: 'never',
    isRowDeleted: true
  },
  { table: 'account', key: 'id::text', columns: { name: 'text' }, ...NAMES },
  { table: 'file', key: 'id::text', columns: { name: 'text' }, ...REPORT },
  // Mails to a person who is erased are not sent, and codes are not used.
  {
    table: 'outbox',
    key: 'id::text',
    columns: { payload: 'jsonb', dedupe: 'text', error: 'text' },
    doubtful: 'never',
    isRowDeleted: true
  },
  { table: 'sign_in', key: 'id::text', columns: { email: 'text' }, doubtful: 'never', isRowDeleted: true },
  {
    table: 'identity',
    key: `issuer || ' ' || subject`,
    columns: { subject: 'text' },
    doubtful: 'never',
    isRowDeleted: true
  },
  // Answers and positions that can be had again.
  {
    table: 'idempotent_request',
    key: `key_id || ' ' || token`,
    columns: { token: 'text', answer: 'jsonb' },
    doubtful: 'always',
    isRowDeleted: true
  },
  { table: 'geocode', key: 'key', columns: { key: 'text' }, doubtful: 'always', isRowDeleted: true }
]

/** Columns with statements of their own in `erasure.sql.ts`. */
export const SEARCHED_BY_HAND: Readonly<Record<string, readonly string[]>> = {
  source_record: ['record_id', 'raw', 'mapped', 'told', 'geocoded'],
  place: ['name', 'sort_name', 'summary', 'city', 'search', 'document'],
  correction: ['field', 'value', 'replaced', 'made_by', 'note'],
  word: ['word'],
  schedule: ['osm'],
  // An address is taken out with the account or with all that was sent under it: see `forgetAddresses`.
  account: ['email']
}

/** Columns that can hold text and never hold a person, by what they hold. */
export const NO_PERSON: Readonly<Record<string, readonly string[]>> = {
  'codes and names of territories and vocabularies': [
    'territory.code',
    'territory.name',
    'territory.folded',
    'territory.epci',
    'territory.department',
    'territory.region',
    'territory.postcodes',
    'commune_code.code',
    'commune_code.commune',
    'commune_code.relation',
    'commune_code.name',
    'commune_name.commune',
    'commune_name.name',
    'commune_name.code',
    'commune_name.postcodes',
    'vocabulary.name',
    'vocabulary.parameter',
    'vocabulary.label_fr',
    'vocabulary.label_en',
    'term.vocabulary',
    'term.code',
    'term.synonyms',
    'term.standard',
    'surroundings.kind',
    'surroundings.code',
    'place.commune',
    'place.postcode',
    'place.epci',
    'place.department',
    'place.region',
    'source.declares'
  ],
  'slugs and licences of sources': [
    'source.slug',
    'source.licence',
    'source.gives',
    'place_label.source',
    'run.source',
    'source_record.source',
    'source_feedback.source',
    'source_feedback_told.source'
  ],
  'names of fields, states and kinds': [
    'change.fields',
    'change_noted.fields',
    'derivation.name',
    'source_record.placed_by',
    'geocode.provider',
    'geocode.precision',
    'geocode.type',
    'erasure.what',
    'erasure_hold.kind'
  ],
  'digests, counts, dates and versions': [
    'derivation.rules',
    'source_record.fingerprint',
    'run.file_hash',
    'run.etag',
    'run.last_modified',
    'run.program',
    'run.positions',
    'run.placed',
    'idempotent_request.key_id',
    'idempotent_request.fingerprint',
    'access_key.id',
    'access_key.digest',
    'access_key.scopes',
    'erasure.counts',
    'erasure_hold.digest',
    'erasure_secret.secret'
  ],
  // A journal that lost words could no longer be verified, so acts only take codes, ids and numbers.
  'codes and ids of acts': [
    'act.subject_kind',
    'act.subject_id',
    'act.kind',
    'act.actor_id',
    'act.data',
    'act.digest'
  ],
  'ids, references and codes of what people send': [
    'role.scope_code',
    'attempt.purpose',
    'contribution.reference',
    'contribution.version_seen',
    'contribution.key_id',
    'contribution.outcome',
    'notice.reference',
    'notice.subject_kind',
    'notice.subject_id',
    'notice.decision',
    'source_feedback_told.item',
    'file.owner_kind',
    'file.owner_id',
    'file.media_type',
    'identity.issuer',
    'identity.siret',
    'identity.assurance',
    'session.label'
  ],
  'HMAC and digests of addresses, codes and files': [
    'account.email_key',
    'sign_in.email_key',
    'sign_in.code_digest',
    'sign_in.browser_digest',
    'session.digest',
    'attempt.key',
    'suppressed.email_key',
    'contribution.email_key',
    'contribution.client_key',
    'contribution.code_digest',
    'claim.code_digest',
    'subscription.email_key',
    'subscription.code_digest',
    'file.sha256'
  ],
  'files, which are deleted with what they belong to': ['file.content'],
  calendars: ['schedule.zone', 'schedule.calendar', 'school_calendar.zone', 'school_calendar.holidays']
}
