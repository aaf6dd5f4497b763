import type { Command } from 'commander'
import { type BrokenAct, verifyActs } from '../domain/acts/verify-acts.ts'
import { actReader } from '../store/acts/journal.ts'
import { print } from './shell/print.ts'
import { withDatabase } from './shell/with-database.ts'

export function registerActs(program: Command): void {
  const acts = program.command('acts').description('the journal of what people did')
  acts
    .command('verify')
    .description('check that no act was changed or taken out since it was recorded')
    .action(async () => {
      const { acts, subjects, broken } = await withDatabase((database) => verifyActs(actReader(database)))
      print(broken.map((each) => `${describe(each)}\n`).join(''))
      const summary = `${acts} acts on ${subjects} subjects`
      if (broken.length > 0) throw new Error(`${summary}: ${broken.length} are not as they were recorded.`)
      print(`${summary}: all as they were recorded.\n`)
    })
}

const describe = ({ subject, seq, is }: BrokenAct): string =>
  is === 'altered'
    ? `${subject.kind} ${subject.id}: act ${seq} was altered`
    : `${subject.kind} ${subject.id}: acts are missing before act ${seq}`
