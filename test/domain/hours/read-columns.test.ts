import t from 'tap'
import { readDayColumns, readHalfDayColumns } from '../../../src/domain/hours/read/read-columns.ts'

t.test('a column per day', async (t) => {
  t.same(readDayColumns({ Mo: '9h-12h', Tu: '9h-12h', We: 'Fermé', Th: null, Fr: '14h à 17h', Su: '-' }), {
    raw: 'lundi : 9h-12h ; mardi : 9h-12h ; mercredi : Fermé ; vendredi : 14h à 17h',
    osm: 'Mo,Tu 09:00-12:00; Fr 14:00-17:00',
    confidence: 'exact',
    leftover: null
  })
  t.equal(readDayColumns({ Mo: 'Lundi de 9h/12h 14h/17h' }).osm, 'Mo 09:00-12:00,14:00-17:00')
  t.same(readDayColumns({}), { raw: '', osm: null, confidence: 'none', leftover: null })
  t.equal(
    readDayColumns({ Mo: 'fermé', Tu: 'FERMÉ' }).osm,
    null,
    '"closed on some days" does not mean open on the others'
  )
})

t.test('a condition applies only to its day', async (t) => {
  const { osm, confidence } = readDayColumns({
    Mo: '9:00 - 12:00 / Après-midi sur RDV',
    Tu: 'Semaines paires : 9:00 - 12:00 / 13:30 - 17:00 // Semaines impaires : 9:00 - 18:00',
    We: 'Sur RDV : 9:00 - 12:30 / Sans RDV : 14:00 - 16:30',
    Th: '9h-12h (hors vacances)',
    Fr: '9h30 à 12h00 - Fermé',
    Sa: '1er samedi du mois : 9:00 - 12:00'
  })
  t.equal(
    osm,
    'Mo,Th 09:00-12:00; We 14:00-16:30; Fr 09:30-12:00, We 09:00-12:30 "sur rendez-vous"; Sa[1] 09:00-12:00; ' +
      'week 2-52/2 Tu 09:00-12:00,13:30-17:00; week 1-53/2 Tu 09:00-18:00; SH Th off' +
      ' || Mo "après-midi sur rendez-vous"'
  )
  t.equal(confidence, 'exact')
})

t.test('a bracket with days of its own adds to its column', async (t) => {
  t.equal(
    readDayColumns({ Sa: '9h à 12h30  (+14h-17h le 1er samedi du mois)' }).osm,
    'Sa 09:00-12:30, Sa[1] 14:00-17:00'
  )
})

t.test('contradictory hours are reported, never corrected', async (t) => {
  const read = (Mo: string) => {
    const { osm, confidence, leftover } = readDayColumns({ Mo })
    return [osm, confidence, leftover]
  }
  t.same(read('00:00 - 00:00 / 09:00 - 12:00'), ['Mo 09:00-12:00', 'exact', null], 'an empty slot of a form')
  t.same(read('09:00 - 12:00 / 00:00 - 00:00').slice(0, 2), ['Mo 09:00-12:00', 'exact'])
  t.not(read('00:00 - 00:00')[1], 'exact', 'alone, its meaning is unknown')
  t.same(read('09:00 - 12:00 / 09:00 - 17:00'), ['Mo 09:00-12:00', 'partial', '9h-17h'])
  t.same(read('17:00 - 14:00'), [null, 'none', '17:00 - 14:00'])
  t.same(read('mardi 9h-12h'), [null, 'none', 'mardi'])
})

t.test(
  'a remark that limits the columns to some weeks, appointments or stops makes them uncertain',
  async (t) => {
    const osm = (remark: string) => readDayColumns({ Mo: '9h-12h', Sa: '9h-12h' }, remark).osm
    t.match(osm('Ouverture le 1er samedi du mois'), /^Mo 09:00-12:00; Sa 09:00-12:00 unknown/)
    t.match(osm('2ème et 4ème lundis du mois'), /^Sa 09:00-12:00; Mo 09:00-12:00 unknown/)
    for (const remark of ['horaires sous rendez-vous', 'Tournée dans 6 villages', 'Bus itinérant'])
      t.match(osm(remark), /^Mo,Sa 09:00-12:00 unknown/, remark)
    t.equal(
      readDayColumns({ Th: '1Oh-12h et 17h-18h30' }).osm,
      'Th 10:00-12:00,17:00-18:30',
      'a letter for a zero'
    )
  }
)

t.test('a remark beside the columns changes their hours or is left over', async (t) => {
  const days = { Mo: '9h-12h / 14h-17h', Tu: '9h-12h / 14h-17h' }
  const read = (comment: string) => {
    const { osm, confidence, leftover } = readDayColumns(days, comment)
    return [osm, confidence, leftover]
  }
  const plain = 'Mo,Tu 09:00-12:00,14:00-17:00'
  t.same(read('Prise de rendez-vous au 03.85.96.79.30.'), [plain, 'exact', null], 'booking is possible')
  t.same(read('Accessible PMR'), [plain, 'exact', null], 'not about hours')
  t.same(read('Uniquement sur rendez-vous'), [`${plain} "sur rendez-vous"`, 'exact', null])
  t.same(read('Mardi après-midi sur rendez-vous'), [
    'Mo 09:00-12:00,14:00-17:00; Tu 09:00-12:00, Tu 14:00-17:00 "sur rendez-vous"',
    'exact',
    null
  ])
  t.same(read('Fermé le 3ème mardi de chaque mois'), [`${plain}; Tu[3] off`, 'exact', null])
  t.same(read('En libre accès le matin et sur rendez-vous les après-midi'), [
    'Mo,Tu 09:00-12:00, Mo,Tu 14:00-17:00 "sur rendez-vous"',
    'exact',
    null
  ])
  t.same(read('Matin sans rendez-vous / Après-midi sur rendez-vous'), [
    'Mo,Tu 09:00-12:00, Mo,Tu 14:00-17:00 "sur rendez-vous"',
    'exact',
    null
  ])
  t.equal(read("L'après-midi sur rendez-vous, sauf le mardi")[1], 'partial', 'an exception from a condition')
  t.equal(read('Le samedi toutes les semaines impaires')[1], 'partial', 'days without hours')
  const elsewhere = 'Permanence à Cousance le mardi matin de 9h à 12h'
  t.same(read(elsewhere), [plain, 'partial', elsewhere], 'hours of another place')
})

t.test('a column per half-day', async (t) => {
  t.equal(
    readHalfDayColumns({
      Mo: { am: '9h-12h', pm: '13h-16h' },
      Tu: { pm: '14h-17h' },
      We: { am: '', pm: null }
    }).osm,
    'Mo 09:00-12:00,13:00-16:00; Tu 14:00-17:00'
  )
})
