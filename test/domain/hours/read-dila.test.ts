import t from 'tap'
import { readDilaRanges } from '../../../src/domain/hours/read/read-dila.ts'

const line = (from: string, to: string, hours: readonly string[], commentaire = '') => ({
  nom_jour_debut: from,
  nom_jour_fin: to,
  valeur_heure_debut_1: hours[0] ?? '',
  valeur_heure_fin_1: hours[1] ?? '',
  valeur_heure_debut_2: hours[2] ?? '',
  valeur_heure_fin_2: hours[3] ?? '',
  commentaire
})

t.test('the plage_ouverture of the annuaire de l’administration', async (t) => {
  const week = line('Lundi', 'Vendredi', ['09:00:00', '12:00:00', '13:30:00', '17:00:00'])
  t.equal(readDilaRanges([week]).osm, 'Mo-Fr 09:00-12:00,13:30-17:00')
  t.equal(readDilaRanges([week]).confidence, 'exact')
  t.equal(
    readDilaRanges([
      line('Mardi', 'Mardi', ['09:00:00', '12:00:00'], 'sur rendez-vous'),
      line('Samedi', '', ['10:00:00', '12:00:00'])
    ]).osm,
    'Sa 10:00-12:00; Tu 09:00-12:00 "sur rendez-vous"'
  )
  t.equal(readDilaRanges([week], 'Fermé les jours fériés').osm, 'Mo-Fr 09:00-12:00,13:30-17:00; PH off')
  t.same(readDilaRanges([]), { raw: '', osm: null, confidence: 'none', leftover: null })
  const odd = readDilaRanges([week, line('Jour de marché', '', ['09:00:00', '12:00:00'])])
  t.same([odd.confidence, odd.leftover], ['partial', '09:00:00 - 12:00:00'])
})
