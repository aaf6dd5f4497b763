import t from 'tap'
import { certainlyOpensLike, NEVER, opensLike } from './opens.ts'

t.test('an exception from one half of the day leaves the other half open', async (t) => {
  opensLike(t, {
    'Mardi au vendredi – matin : 9h-12h (sauf jeudi) – après-midi : 14h-17h (sauf mardi)':
      'Tu 09:00-12:00; We,Fr 09:00-12:00,14:00-17:00; Th 14:00-17:00',
    'Lundi au jeudi, matin : 9h-12h ; après-midi (sauf jeudi) : 13h-16h':
      'Mo-We 09:00-12:00,13:00-16:00; Th 09:00-12:00',
    'Lundi et mercredi : matin 9h-12h, après-midi 14h-17h (sauf mercredi)':
      'Mo 09:00-12:00,14:00-17:00; We 09:00-12:00',
    'Du lundi au jeudi : matin (sauf lundi) 9h-12h, après-midi 14h-17h':
      'Mo 14:00-17:00; Tu-Th 09:00-12:00,14:00-17:00',
    'Lundi au jeudi matin 9h-12h sauf mardi, après-midi 14h-17h':
      'Mo,We,Th 09:00-12:00,14:00-17:00; Tu 14:00-17:00',
    'Lundi au jeudi 9h-12h (sauf mardi) et 14h-17h (sauf jeudi)':
      'Mo,We 09:00-12:00,14:00-17:00; Tu 14:00-17:00; Th 09:00-12:00'
  })
  certainlyOpensLike(t, {
    'Mardi au samedi 9h-17h sauf le jeudi et le samedi après-midi': 'Tu,We,Fr 09:00-17:00; Sa 09:00-12:00',
    'Lundi au jeudi 9h-12h sauf mardi, après-midi 14h-17h': NEVER
  })
})

t.test('a period after a full stop begins a new statement', async (t) => {
  opensLike(t, {
    'En période scolaire, le jeudi 13h-18h. Pendant les vacances, lundi au vendredi 10h-17h sauf mardi':
      'Th 13:00-18:00; SH off; SH Mo,We-Fr 10:00-17:00',
    'Pendant les vacances scolaires lundi au samedi 14h-18h sauf samedi. Hors vacances jeudi 14h-18h':
      'Th 14:00-18:00; SH off; SH Mo-Fr 14:00-18:00',
    'Dimanche : fermé. Pendant les vacances : lundi 9h-12h': 'SH Mo 09:00-12:00',
    'En octobre, mardi 9h-12h, jeudi 9h-12h': 'Oct Tu,Th 09:00-12:00'
  })
})

t.test('a farm is not closed, and "fermé" in a row of columns is of the day before it', async (t) => {
  certainlyOpensLike(t, {
    'Mardi 9h-12h à la Ferme des Arts, jeudi 14h-17h': 'Tu 09:00-12:00; Th 14:00-17:00',
    "Maison de la Ferme de l'Étang vendredi de 9h à 12h": 'Fr 09:00-12:00',
    'LUNDI FERME 14H00 18H00 MARDI 08H30 12H00': 'Tu 08:30-12:00'
  })
  opensLike(t, {
    'MARDI 08H30 12H00 FERME MERCREDI 08H30 12H00 JEUDI 08H30 12H00': 'Tu-Th 08:30-12:00',
    'Ferme le mardi. Du lundi au mercredi 9h-12h': 'Mo,We 09:00-12:00'
  })
})
