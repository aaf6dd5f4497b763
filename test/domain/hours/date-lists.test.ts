import t from 'tap'
import { certainlyOpensLike, NEVER, opensLike } from './opens.ts'

t.test('a list of dates keeps its first date', async (t) => {
  opensLike(t, {
    'Mardi 7 octobre 2025, mardi 14 octobre 2025 : 10h-12h': '2025 Oct 07,2025 Oct 14 10:00-12:00',
    'Mercredi 8 octobre, 15 octobre et 29 octobre 2025 : 14h-16h':
      '2025 Oct 08,2025 Oct 15,2025 Oct 29 14:00-16:00',
    'Permanences : 08/10, 15/10, 22/10 de 14h à 17h': 'Oct 08,Oct 15,Oct 22 14:00-17:00'
  })
})

t.test('without a year, a list that begins with a weekday is certain on no date', async (t) => {
  certainlyOpensLike(t, {
    'Mardi 7 octobre, 14 octobre et 28 octobre : 14h-16h': NEVER,
    'Vendredi 10 octobre et 17 octobre de 9h à 11h': NEVER,
    'Les jeudis 9/10, 16/10 et 23/10 de 9h à 12h': NEVER
  })
})

t.test('hours with a slash are not dates', async (t) => {
  opensLike(t, {
    'Mardi 9/12, 14/17': 'Tu 09:00-12:00,14:00-17:00',
    'Lundi 8/12 14/18, mardi 9/12': 'Mo 08:00-12:00,14:00-18:00; Tu 09:00-12:00',
    'Lundi 9/12, mardi 9/12': 'Mo,Tu 09:00-12:00'
  })
})
