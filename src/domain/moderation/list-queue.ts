import type { ContributionState } from '../contributions/machine.ts'
import { contributionNotFound } from '../errors.ts'
import { type Actor, reachOf } from '../permissions.ts'
import { mayDecide } from './decide-report.ts'
import type { JournalLine, ModerationReader, QueuedReport, QueueFilter } from './moderation-ports.ts'

type Queue = {
  readonly items: readonly QueuedReport[]
  readonly total: number
  /** How many wait, by state, with the other filters. */
  readonly waiting: Readonly<Partial<Record<ContributionState, number>>>
}

/** The states in which a report waits for a decision. */
export const WAITING = ['open', 'in_hand', 'asked'] as const satisfies readonly ContributionState[]

/** The reports that wait for a moderator and that this one may decide about, the most urgent first. */
export async function listQueue(
  reader: ModerationReader,
  actor: Actor,
  filter: Omit<QueueFilter, 'reach'>,
  limit: number
): Promise<Queue> {
  const own = { ...filter, reach: reachOf(actor, 'moderation:read') }
  const [items, counts] = await Promise.all([
    reader.queue(own, limit),
    reader.counts(own, [...WAITING, ...filter.states])
  ])
  const total = [...new Set(filter.states)].reduce((sum, state) => sum + (counts[state] ?? 0), 0)
  return { items, total, waiting: Object.fromEntries(WAITING.map((state) => [state, counts[state] ?? 0])) }
}

/** A report as a moderator sees it. Throws `contributionNotFound`, also if another moderator is in charge of its place. */
export async function seeReport(
  reader: ModerationReader,
  actor: Actor,
  reference: string,
  now: Date
): Promise<SeenReport> {
  const report = await reader.find(reference)
  if (report === null || !mayDecide(actor, report.meant, now)) throw contributionNotFound()
  const lines = await reader.journal(reference)
  return { ...report, history: lines.map((line) => ({ ...line, by: partOf(line, actor) })) }
}

export type SeenReport = QueuedReport & {
  readonly history: readonly (JournalLine & { readonly by: Part })[]
}

export type Part = 'author' | 'you' | 'moderator' | 'key' | 'system'

/** The acts of its author; all others are those of a moderator or of the program. */
const BY_AUTHOR: readonly string[] = ['made', 'confirmed', 'answered', 'withdrawn']

/** Who did something with a report, by part: moderators do not see who else they are. */
function partOf({ kind, actorKind, actor: id }: JournalLine, actor: Actor): Part {
  if (BY_AUTHOR.includes(kind)) return 'author'
  if (actorKind === 'account') return actor.kind === 'account' && actor.id === id ? 'you' : 'moderator'
  return actorKind === 'key' ? 'key' : 'system'
}
