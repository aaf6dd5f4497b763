import { type Digester, type Hold, type HoldKind, PHONE_END } from './holds.ts'
import { isTitle, type Sureness, TITLE } from './person.ts'

/** Recognises what is held, knowing only digests. */
export type Matcher = {
  /** Whether nothing at all is held. */
  readonly isEmpty: boolean
  /** Whether a folded word can be part of a held name. Says yes to one other word in some thousands. */
  readonly word: (word: string) => boolean
  /** The same without titles, which precede names and are not part of them. */
  readonly nameWord: (word: string) => boolean
  readonly name: (words: readonly string[]) => Sureness | null
  readonly email: (canonical: string) => boolean
  readonly phone: (canonical: string) => boolean
  readonly holds: (kind: HoldKind, text: string) => boolean
  /** Stands for an id that contains a name; always the same for the same id. */
  readonly pseudonym: (id: string) => string
}

const MOST_KNOWN = 100_000

export function matcherOf(holds: readonly Hold[], digest: Digester): Matcher {
  const held = new Set(holds.map((each) => `${each.kind} ${each.digest}`))
  const holding = (kind: HoldKind, text: string): boolean => held.has(`${kind} ${digest(kind, text)}`)
  // Text consists of few different words; a digest takes some microseconds.
  const known = new Map<string, boolean>()
  const isKnown = (word: string): boolean => {
    const before = known.get(word)
    if (before !== undefined) return before
    if (known.size >= MOST_KNOWN) known.clear()
    const isHeld = holding('word', word)
    known.set(word, isHeld)
    return isHeld
  }
  const kinds = new Set(holds.map(({ kind }) => kind))
  const hasNames = kinds.has('sure')
  return {
    isEmpty: holds.length === 0,
    word: (word) => hasNames && (isTitle(word) || isKnown(word)),
    nameWord: (word) => hasNames && word.length > 1 && isKnown(word),
    name: (words) => {
      const text = words.join(' ')
      for (const kind of SURENESSES) if (kinds.has(kind) && holding(kind, text)) return kind
      const [title = '', ...others] = words
      return isTitle(title) && others.length > 0 && holding('doubtful', [TITLE, ...others].join(' '))
        ? 'doubtful'
        : null
    },
    email: (canonical) => kinds.has('email') && holding('email', canonical),
    phone: (canonical) =>
      kinds.has('phone') && isKnown(canonical.slice(-PHONE_END)) && holding('phone', canonical),
    holds: (kind, text) => kinds.has(kind) && holding(kind, text),
    pseudonym: (id) => digest('record', id).slice(0, PSEUDONYM_DIGITS)
  }
}

const PSEUDONYM_DIGITS = 16

const SURENESSES = ['sure', 'doubtful', 'cell'] as const
