/** The kind of obstacle, for callers that treat them differently. */
type Obstacle = 'input' | 'busy' | 'too-large' | 'guard' | 'cut'

/** The run cannot be done; the message is for the person who started it. Any other error is a bug. */
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
