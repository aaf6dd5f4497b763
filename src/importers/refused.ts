/** What it is that stands in the way, for those who answer each in another way. */
type Obstacle = 'input' | 'busy' | 'too-large' | 'guard'

/** Why a run cannot be done at all, in words for the person who started it. Anything else thrown is our own fault. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'
  readonly obstacle: Obstacle
  /** The same for a producer, to whom `annuaire validate` speaks French; in English where it never says it. */
  readonly french: string

  constructor(message: string, obstacle: Obstacle = 'input', french = message) {
    super(message)
    this.obstacle = obstacle
    this.french = french
  }
}
