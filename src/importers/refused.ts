/** What it is that stands in the way, for those who answer each in another way. */
export type Obstacle = 'input' | 'busy' | 'too-large' | 'guard'

/** Why a run cannot be done at all, in words for the person who started it. Anything else thrown is our own fault. */
export class ImportRefused extends Error {
  override readonly name = 'ImportRefused'
  readonly obstacle: Obstacle

  constructor(message: string, obstacle: Obstacle = 'input') {
    super(message)
    this.obstacle = obstacle
  }
}
