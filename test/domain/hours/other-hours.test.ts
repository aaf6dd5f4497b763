import t from 'tap'
import { certainlyOpensLike, NEVER, opensLike } from './opens.ts'

t.test('hours for calls, for remote help or of a car park are not certain openings', async (t) => {
  certainlyOpensLike(t, {
    'Permanence tél. du mardi au jeudi 10h-16h': NEVER,
    'Tél. : 02 99 00 12 13 du lundi au jeudi 9h-12h. Accueil sur place : vendredi 14h-17h': 'Fr 14:00-17:00',
    'Joignable au 02 99 00 12 13 du lundi au jeudi de 9h à 12h': NEVER,
    'Hotline : lundi-jeudi 9h-17h': NEVER,
    'Jeudi 9h-12h (télétravail), vendredi 9h-12h': 'Fr 09:00-12:00',
    'Parking ouvert de 7h à 20h tous les jours': NEVER,
    'Lundi 9h-12h. Tél : 02 99 00 12 13': 'Mo 09:00-12:00'
  })
})

t.test('suspended hours are not certain', async (t) => {
  certainlyOpensLike(t, {
    'Jeudi 9h-12h supprimé': NEVER,
    'Lundi 9h-12h - service interrompu': NEVER,
    'Permanence interrompue - mercredi 9h-12h': NEVER,
    'Lundi 9h-12h si présence du conseiller': NEVER,
    'Lundi 9h-12h (personnel uniquement)': NEVER
  })
})

t.test(
  '"jours ouvrables" are Monday to Saturday outside public holidays, if no days are named',
  async (t) => {
    opensLike(t, {
      'Tous les jours ouvrables 8h-19h': 'Mo-Sa 08:00-19:00; PH off',
      'Du lundi au jeudi 9h-17h, jours ouvrables': 'Mo-Th 09:00-17:00; PH off'
    })
  }
)
