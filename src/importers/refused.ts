import type { Influence } from '../domain/imports/influence.ts'

/** The kind of obstacle, for callers that treat them differently. */
type Obstacle = 'input' | 'format' | 'busy' | 'too-large' | 'too-many' | 'guard' | 'held' | 'cut' | 'stopped'

/** Thrown when a run cannot be done; the message is for the person who started the run. Any other error is a bug. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'
  readonly obstacle: Obstacle
  /** The message in French for `annuaire validate`; in English if that command never shows it. */
  readonly french: string

  constructor(message: string, obstacle: Obstacle = 'input', french = message) {
    super(message)
    this.obstacle = obstacle
    this.french = french
  }
}

/** Why a run ends early if the process is being stopped. */
export const processStopped = (): ImportRefused =>
  new ImportRefused(
    'The import was interrupted, because the process was stopped. Nothing was changed.',
    'stopped'
  )

/**
 * Thrown for a new source that needs acceptance by an operator, because of what its records would do to the places
 * of other sources.
 */
export class ImportHeld extends ImportRefused {
  /** What the source would do to these places, without the advice in the message. */
  readonly summary: string
  readonly examples: readonly string[]

  constructor(
    source: string,
    { joined, changed, examples }: Influence,
    most: { readonly joined: number; readonly changed: number }
  ) {
    const summary =
      `The source ${source} has not been accepted yet. Its records would join ${joined} places that other sources list ` +
      `(at most ${most.joined} pass without review) and change what ${changed} of them publish (at most ${most.changed}), ` +
      'so nothing was changed.'
    super(
      `${summary} For example:\n${examples.map((example) => `  ${example}\n`).join('')}` +
        `If that is right, use --accept, or "annuaire sources accept ${source}". Later runs of the source then do not wait.`,
      'held'
    )
    this.summary = summary
    this.examples = examples
  }
}
