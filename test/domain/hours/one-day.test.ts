import t from 'tap'
import { certainlyOpensLike, NEVER, opensLike } from './opens.ts'

t.test('a feast is one day of the year, not its weekday in every week', async (t) => {
  opensLike(t, {
    'Ouvert le lundi de Pâques 10h-16h ; mardi 14h-18h': 'Tu 14:00-18:00; easter +1 day 10:00-16:00',
    "Vendredi 9h-12h, fermé le jeudi de l'Ascension": 'Fr 09:00-12:00; easter +39 days off',
    'Mardi gras : 15h-17h. Jeudi 9h-11h': 'Th 09:00-11:00; easter -47 days 15:00-17:00',
    'Dimanche de Pentecôte 14h-16h': 'easter +49 days 14:00-16:00',
    'Mercredi 13h-17h ; mercredi des Cendres fermé': 'We 13:00-17:00; easter -46 days off'
  })
  certainlyOpensLike(t, {
    'Portes ouvertes dimanche 10h-17h': NEVER,
    'Vendredi de la fête de la science 14h-17h ; jeudi 9h-12h': 'Th 09:00-12:00',
    'Journées européennes du patrimoine : samedi 14h-18h': NEVER
  })
})

t.test('the number after "sur" counts weeks', async (t) => {
  certainlyOpensLike(t, {
    'Un lundi sur 2 : 13h-16h ; vendredi 9h-12h': 'Fr 09:00-12:00',
    'Un mardi sur 4 : 10h-12h': NEVER,
    '1 vendredi sur trois 10:00-12:00': NEVER
  })
})

t.test('dates of a list have the month of the last one', async (t) => {
  opensLike(t, {
    'Les jeudis 9, 16 et 23 octobre 14h-16h': 'Oct 09,16,23 Th 14:00-16:00',
    '8 octobre, 22 octobre de 10h à 12h': 'Oct 08,22 10:00-12:00'
  })
})

t.test('hours for groups are certain for a visitor on no day', async (t) => {
  certainlyOpensLike(t, { 'jeudi 10h-12h (groupes) ; vendredi 10h-12h tout public': 'Fr 10:00-12:00' })
})
