import { createHash } from 'node:crypto'

/** Who did something: by id, never by name or address, so that erasing an account leaves the journal whole. */
export type Doer =
  | { readonly kind: 'account' | 'key'; readonly id: string }
  | { readonly kind: 'system' | 'anonymous' }

export const SYSTEM: Doer = { kind: 'system' }

/** What an act is about, for example the contribution with a certain id. All acts on a subject are one chain. */
export type ActSubject = { readonly kind: string; readonly id: string }

type Fact = string | number | boolean | null
export type Facts = Readonly<Record<string, Fact | readonly Fact[]>>

export type NewAct = {
  readonly subject: ActSubject
  readonly kind: string
  readonly by: Doer
  readonly at: Date
  /** Whether everybody may see it in a history. */
  readonly public: boolean
  /** Codes, ids and numbers: what people write stays in tables from which it can be erased. */
  readonly data: Facts
}

export type RecordedAct = NewAct & { readonly seq: number; readonly digest: Buffer }

const NAME = /^[a-z_]+$/
/** A code, an id, a reference, a date or the name of a field: without space and without @. */
const CODE = /^[\w.:/+-]{1,200}$/

/** Throws an error if an act could hold the name, the address or the words of a person. */
export function checkAct({ subject, kind, data }: NewAct): void {
  for (const name of [subject.kind, kind, ...Object.keys(data)])
    if (!NAME.test(name)) throw new Error(`An act has no ${name}: names are written like_this.`)
  for (const [name, value] of Object.entries({ ...data, 'subject.id': subject.id }))
    for (const fact of Array.isArray(value) ? value : [value])
      if (!isSafe(fact)) throw new Error(`${name} of the act ${kind} must be a code, an id or a number.`)
}

const isSafe = (fact: Fact): boolean =>
  typeof fact === 'string' ? CODE.test(fact) : typeof fact !== 'number' || Number.isFinite(fact)

/**
 * The digest of an act: of the digest before it in its chain, and of all that the act says. So no act can be changed,
 * taken out or put between others without changing all digests after it.
 */
export function digestOf(before: Buffer | null, act: Omit<RecordedAct, 'digest'>): Buffer {
  const hash = createHash('sha256')
  if (before !== null) hash.update(before)
  return hash.update(canonical(act)).digest()
}

/** The same text for the same act, in whichever order the database returns the facts. */
const canonical = ({
  subject,
  seq,
  kind,
  by,
  at,
  public: isPublic,
  data
}: Omit<RecordedAct, 'digest'>): string =>
  JSON.stringify([
    subject.kind,
    subject.id,
    seq,
    kind,
    by.kind,
    'id' in by ? by.id : null,
    at.toISOString(),
    isPublic,
    Object.entries(data).sort(([one], [other]) => (one < other ? -1 : 1))
  ])
