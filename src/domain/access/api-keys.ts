import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** A key and what its holder may do. The secret itself is not stored. */
export type AccessKey = {
  readonly id: string
  readonly name: string
  readonly scopes: readonly string[]
  /** RFC 3339 instants. */
  readonly created_at: string
  readonly expires_at: string | null
  readonly revoked_at: string | null
  /** Day on which it was last used, `YYYY-MM-DD`. */
  readonly last_used_on: string | null
}

/** A key with the SHA-256 of its secret. */
export type StoredKey = AccessKey & { readonly digest: Buffer }

export type KeyReader = {
  find(id: string): Promise<StoredKey | null>
  /** Records the day of use; call it only if the day differs from the stored one. */
  used(id: string, day: string): Promise<void>
}

export const REVIEW_SCOPE = 'review'
export const PRIVACY_SCOPE = 'privacy'
export const writingScope = (source: string): string => `sources:write:${source}`

const SCOPE = /^(review|privacy|moderation|contributions:write|sources:write:[a-z0-9]+(-[a-z0-9]+)*)$/
export const isScope = (text: string): boolean => SCOPE.test(text)

const ID_BYTES = 6
const SECRET_BYTES = 32
const TOKEN = /^ann_([0-9a-f]{12})_([A-Za-z0-9_-]{43})$/

/** A new key: the token, to be shown once, and the digest to store. */
export function newKey(): { readonly id: string; readonly token: string; readonly digest: Buffer } {
  const id = randomBytes(ID_BYTES).toString('hex')
  const secret = randomBytes(SECRET_BYTES)
  return { id, token: `ann_${id}_${secret.toString('base64url')}`, digest: digestOf(secret) }
}

/** The id and the secret of a token; undefined if it is not written as we write them. */
function partsOf(token: string): { readonly id: string; readonly secret: Buffer } | undefined {
  const [, id, text] = TOKEN.exec(token) ?? []
  if (id === undefined || text === undefined) return undefined
  const secret = Buffer.from(text, 'base64url')
  // The last of the 43 characters has two bits more than the secret. They are ignored when it is decoded, so a key
  // would have four spellings.
  return secret.toString('base64url') === text ? { id, secret } : undefined
}

/** Whether the token is written like a key. */
export const isKey = (token: string): boolean => partsOf(token) !== undefined

/**
 * The key for a token; null if the token is not valid now. Neither the answer nor its timing reveals why it is
 * invalid.
 */
export async function authenticate(keys: KeyReader, token: string, now: Date): Promise<AccessKey | null> {
  const parts = partsOf(token)
  if (!parts) return null
  const { id, secret } = parts
  const found = await keys.find(id)
  // Compared even if no key was found, so that the response time does not reveal which ids exist.
  const matches = timingSafeEqual(digestOf(secret), found?.digest ?? NOBODY)
  if (found === null || !matches || !isOpen(found, now)) return null
  const day = now.toISOString().slice(0, 10)
  if (found.last_used_on !== day) await keys.used(id, day)
  const { digest: _digest, ...key } = found
  return key
}

export const isOpen = ({ revoked_at, expires_at }: AccessKey, now: Date): boolean =>
  revoked_at === null && (expires_at === null || new Date(expires_at) > now)

const digestOf = (secret: Buffer): Buffer => createHash('sha256').update(secret).digest()

const NOBODY = Buffer.alloc(32)
