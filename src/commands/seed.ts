import { SingleBar } from 'cli-progress'
import { type Command, InvalidArgumentError } from 'commander'
import { writeSample } from '../seed/write-sample.ts'
import { print } from './shell/print.ts'
import { withDatabase } from './shell/with-database.ts'

const MOST = 1_000_000

export function registerSeed(program: Command): void {
  program
    .command('seed')
    .description('add invented places in real communes, always the same for the same seed')
    .option('--count <n>', `number of places, from 1 to ${MOST}`, wholeNumber(1, MOST), 2_000)
    .option(
      '--random-seed <s>',
      'a whole number; a different number gives different places',
      wholeNumber(0, 2 ** 32 - 1),
      1
    )
    .action((options: { count: number; randomSeed: number }) => seed(options.count, options.randomSeed))
}

async function seed(count: number, randomSeed: number): Promise<void> {
  const { written, already } = await withDatabase((database) =>
    withProgress(count, (onProgress) => writeSample(database, { count, seed: randomSeed, onProgress }))
  )
  print(`${written} invented places added${already > 0 ? `, ${already} already existed` : ''}.\n`)
}

/** Draws a progress bar on a terminal, and nothing in a file or a log. */
export async function withProgress<T>(
  total: number,
  work: (onProgress: (done: number) => void) => Promise<T>
): Promise<T> {
  const bar = new SingleBar({ format: '{bar} {value}/{total} places', noTTYOutput: false, hideCursor: true })
  bar.start(total, 0)
  try {
    return await work((done) => bar.update(done))
  } finally {
    bar.stop()
  }
}

const wholeNumber = (least: number, most: number) => (text: string) => {
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw new InvalidArgumentError(`It must be a whole number from ${least} to ${most}.`)
}
