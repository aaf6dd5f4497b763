import type { ContributedWriter } from '../../domain/contributions/contribution-ports.ts'
import { placeWriter, type Writing } from '../writing/place-writer.ts'
import { contributedWithdraw } from './contributed.sql.ts'

export const contributedWriter = (writing: Writing): ContributedWriter => ({
  ...placeWriter(writing),
  withdrawRecord: async (reference) =>
    (await writing.runner.query<{ id: string }>(contributedWithdraw(reference))).rows.map(({ id }) => id)
})
