import t from 'tap'
import { isDay } from '../../../src/importers/read/date.ts'
import { mapMednum, read } from '../mapping.ts'

t.test('a date', async (t) => {
  t.ok(isDay('2024-02-29'))
  for (const text of ['2023-02-29', '2024-13-01', '24-01-01', '0024-01-01', 'hier', ''])
    t.notOk(isDay(text), text)
  for (const nothing of [
    '1970-01-01',
    '01/01/1970',
    '1969-12-31T23:00:00Z',
    '1900-01-00',
    '1900-01-01',
    '01/01/1900',
    '30/12/1899',
    '0001-01-01T00:00:00',
    '0000-00-00'
  ]) {
    const mapped = mapMednum({ id: '1', nom: 'EPN', date_maj: nothing })
    t.match(mapped, { ok: true, record: { changed_on: null } }, nothing)
    t.match(
      mapped.findings.at(-1),
      { kind: 'repaired', reason: 'emptied a date that stands for a missing one, such as 1970-01-01' },
      'which is reported'
    )
  }
  t.same(read({ date_maj: '30/02/2024' }).reported, ['date_maj: 30/02/2024: not a valid date'])
})

/** The date of change of the record, followed by the texts that are reported. */
function changedOn(date_maj: string): readonly (string | null)[] {
  const mapped = mapMednum({ id: '1', nom: 'EPN', date_maj })
  const reported = mapped.findings.flatMap((each) =>
    each.kind === 'unreadable' ? `${each.value}: ${each.reason}` : []
  )
  return [mapped.ok ? mapped.record.changed_on : null, ...reported]
}

t.test('a date is read as people and spreadsheets write it', async (t) => {
  for (const written of [
    '2024-03-12',
    '12/03/2024',
    '12/3/2024 14:30',
    '12-03-2024',
    '12.3.2024',
    '12/03/24',
    '2024/03/12',
    '20240312',
    '2024-03-12T08:00:00Z',
    '12 mars 2024',
    'Mardi 12 mars 2024',
    'mis à jour le 12/03/2024',
    '45363',
    '45363,75'
  ]) {
    t.same(changedOn(written), ['2024-03-12'], written)
  }
  t.same(changedOn('1er août 2023'), ['2023-08-01'])
  t.same(changedOn('3 déc. 2023'), ['2023-12-03'])
  t.same(changedOn('04/07/98'), ['1998-07-04'])
})

t.test('a date that only names a month is its first day, so that the record is never too new', async (t) => {
  for (const written of ['mars 2025', 'Mars 2025', '03/2025', '3/2025', '2025-03']) {
    t.same(changedOn(written), ['2025-03-01'], written)
  }
  t.same(changedOn('13/2025'), [null, '13/2025: not a valid date'])
  t.same(changedOn('printemps 2025'), [null, 'printemps 2025: not a valid date'])
})

t.test('a date that cannot be right is reported as it stands in the file', async (t) => {
  const next = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  t.same(changedOn(next), [null, `${next}: in the future`])
  t.same(changedOn('12/03/2068'), [null, '12/03/2068: in the future'])
  t.same(changedOn('12/03/62'), [null, '12/03/62: in the future'])
  const today = new Date().toISOString().slice(0, 10)
  t.same(changedOn(today), [today])
  t.same(changedOn('12/03/1924'), [null, '12/03/1924: too old for the date of a change'])
  for (const wrong of ['24-03-12', '03/25/2024', '2018', '12345', '4536', 'hier', '32 mars 2024']) {
    t.same(changedOn(wrong), [null, `${wrong}: not a valid date`])
  }
})
