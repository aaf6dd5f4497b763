import t from 'tap'
import { certainlyOpensLike, NEVER, opensLike } from './opens.ts'

t.test('a period listed after excepted days is closed too', async (t) => {
  opensLike(t, {
    'tous les jours sauf le lundi et le 15 octobre de 9h à 12h': 'Tu-Su 09:00-12:00; Oct 15 off',
    'Tous les jours de 14h à 18h sauf le jeudi et le 11 octobre': 'Mo-We,Fr-Su 14:00-18:00; Oct 11 off',
    'tous les jours sauf le dimanche, le 7 octobre et le 18 octobre de 10h à 12h':
      'Mo-Sa 10:00-12:00; Oct 07,Oct 18 off',
    'tous les jours sauf les jours fériés et le 24 octobre 10h-18h': 'Mo-Su 10:00-18:00; Oct 24 off; PH off',
    'mardi au samedi sauf en octobre 9h-12h, dimanche 10h-12h':
      'Tu-Sa 09:00-12:00; Su 10:00-12:00; Oct Tu-Sa off'
  })
  certainlyOpensLike(t, { "tous les jours sauf le jeudi d'avril à octobre 10h-18h": NEVER })
})

t.test('an exception may say which days stay open, or the hours of its period', async (t) => {
  opensLike(t, {
    'lundi au jeudi 10h-18h (sauf octobre : mardi uniquement)': 'Mo-Th 10:00-18:00; Oct Mo,We,Th off',
    'Mardi-samedi 9h-17h sauf en octobre : jeudi et samedi seulement': 'Tu-Sa 09:00-17:00; Oct Tu,We,Fr off'
  })
  certainlyOpensLike(t, {
    'mardi au samedi 10h-18h (sauf octobre : mardi)': NEVER,
    'mardi au samedi 10h-18h (sauf octobre : mardi 10h-12h)': 'Nov Tu-Sa 10:00-18:00; Oct Tu 10:00-12:00'
  })
})

t.test('hours with their period behind them apply in that period only', async (t) => {
  opensLike(t, {
    'samedi 9h-12h hors vacances, 14h-17h en vacances': 'Sa 09:00-12:00; SH off; SH Sa 14:00-17:00',
    'jeudi 9h-12h semaine paire, 14h-17h semaine impaire':
      'week 2-52/2 Th 09:00-12:00; week 1-53/2 Th 14:00-17:00',
    'mardi et jeudi 9h-12h de janvier à septembre, 10h-12h en octobre':
      'Jan-Sep Tu,Th 09:00-12:00; Oct Tu,Th 10:00-12:00'
  })
})

t.test('an appointment and free access each apply to their own days and hours', async (t) => {
  opensLike(t, {
    'Sur rendez-vous le vendredi ; accès libre jeudi 9h-12h': 'Th 09:00-12:00; Fr "sur rendez-vous"',
    'Uniquement sur RDV le mardi 9h-12h ; accès libre mercredi 14h-17h':
      'We 14:00-17:00; Tu 09:00-12:00 "sur rendez-vous"',
    'Jeudi 9h-12h sans RDV, 14h-17h avec RDV': 'Th 09:00-12:00, Th 14:00-17:00 "sur rendez-vous"',
    'Jeudi 9h-12h avec rendez-vous, 14h-17h sans rendez-vous':
      'Th 14:00-17:00, Th 09:00-12:00 "sur rendez-vous"'
  })
  certainlyOpensLike(t, { 'Sur rendez-vous (accès libre pour les habitants) : jeudi 9h-12h': NEVER })
})
