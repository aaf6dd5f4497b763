import t from 'tap'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'
import { opensLike } from './opens.ts'

t.test('hours in other notations are read too', async (t) => {
  opensLike(t, {
    'Tu-Th 0930-1230, 1330-1800': 'Tu-Th 09:30-12:30,13:30-18:00',
    'tu-sa 10-13, 14-18': 'Tu-Sa 10:00-13:00,14:00-18:00',
    'Tu-Th 9:30-12:00+13:00-16:00': 'Tu-Th 09:30-12:00,13:00-16:00',
    'Tu-Fr 9h-11h,15h-18h; Sa 9h-11h; Di fermé': 'Tu-Fr 09:00-11:00,15:00-18:00; Sa 09:00-11:00',
    'Tu-Th 09:00-11:00 open, Fr 09:00-11:00 by appointment':
      'Tu-Th 09:00-11:00; Fr 09:00-11:00 "sur rendez-vous"',
    'Jeudi : 8:30 AM - 12:00 PM, 1:30 PM - 5:00 PM': 'Th 08:30-12:00,13:30-17:00',
    'Tuesday to Thursday 10am-4:30pm': 'Tu-Th 10:00-16:30',
    'Wed-Fri 09:00-12:00': 'We-Fr 09:00-12:00',
    '"Tu-Th 09:00-11:00"': 'Tu-Th 09:00-11:00'
  })
  t.equal(readHours('"Mardi 9h-11h"').osm, 'Tu 09:00-11:00')
  t.equal(readHours('Mo-Fr 9-12 sauf mercredi').osm, null, 'words beside the format are not dropped')
  t.equal(readHours('Tu 3-4').osm, null, 'these numbers may count something else')
})
