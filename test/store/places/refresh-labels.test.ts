import t from 'tap'
import { refreshLabels } from '../../../src/store/places/refresh-labels.ts'
import { loadTermIds } from '../../../src/store/vocabularies/term-ids.ts'
import { apiOver } from '../../support/app.ts'
import { testDatabase } from '../../support/database.ts'
import { offersIn } from '../../support/inspect.ts'
import { referenceOf, testPlace, writePlaces } from '../../support/places.ts'
import { TOWNS } from '../../support/towns.ts'

const PROCEDURES = 'aide-aux-demarches-administratives'

const label = (code: string, from: string | null, until: string | null, source = 'mednum') => ({
  code,
  valid_from: from,
  valid_until: until,
  source
})

t.test('labels start and end with the day', async (t) => {
  const database = await testDatabase(t)
  const place = testPlace({
    ...TOWNS.bayeux,
    name: 'Maison de Bayeux',
    labels: [
      label('netpublic', '2024-01-01', '2050-06-30'),
      label('aidants-connect', '2050-07-01', null),
      label('qualiopi', null, '2050-06-30'),
      label('qualiopi', null, null, 'fablabs-io')
    ]
  })
  const twoSources = [referenceOf('mednum', place.id), referenceOf('fablabs-io', place.id)]
  await writePlaces(database, [{ ...place, sources: twoSources }])
  const termIds = await loadTermIds(database.pool)
  const { get } = await apiOver(t, database)
  const labels = async () => {
    const codes = (await offersIn(database))[0]?.codes ?? []
    return ['netpublic', 'aidants-connect', 'qualiopi'].filter((code) =>
      codes.includes(termIds('labels', code).id)
    )
  }
  const on = (day: string) => refreshLabels(database, new Date(`${day}T10:00:00Z`))
  const implied = async () =>
    (await get<{ services_implied: { because: string }[] }>(`/v1/places/${place.id}`)).services_implied.map(
      ({ because }) => because
    )

  t.equal(await on('2050-06-30'), 0, 'a label is still valid on its last day')
  t.same(await labels(), ['netpublic', 'qualiopi'])
  t.same(await implied(), ['label:netpublic', 'label:netpublic'])

  t.equal(await on('2050-07-01'), 1)
  t.same(
    await labels(),
    ['aidants-connect', 'qualiopi'],
    'a day later it is not, and the other begins; one without an end date in another source stays'
  )
  t.same(await implied(), ['label:aidants-connect'], 'offers inferred from them change with them')
  const found = await get<{ items: { id: string }[] }>(`/v1/places?service=${PROCEDURES}`)
  t.same(
    found.items.map(({ id }) => id),
    [place.id]
  )
  t.match(await get('/v1/changes'), {
    items: [{ kind: 'created' }, { kind: 'updated', fields: ['services_implied'] }]
  })
  t.equal(await on('2050-07-02'), 0, 'nothing is changed again')
})
