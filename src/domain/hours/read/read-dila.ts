import { DAYS, FRENCH_DAYS, type HoursReading } from '../reading.ts'
import { type DayColumns, readDayColumns } from './read-columns.ts'

/**
 * A line of `plage_ouverture` in the "Annuaire de l'administration": a range of days, two ranges of hours, a
 * remark.
 */
type DilaRange = {
  readonly nom_jour_debut?: string | null
  readonly nom_jour_fin?: string | null
  readonly valeur_heure_debut_1?: string | null
  readonly valeur_heure_fin_1?: string | null
  readonly valeur_heure_debut_2?: string | null
  readonly valeur_heure_fin_2?: string | null
  readonly commentaire?: string | null
}

const rankOf = (name: string | null | undefined): number =>
  FRENCH_DAYS.findIndex((day) => day === (name ?? '').trim().toLowerCase())

const range = (from: string | null | undefined, to: string | null | undefined): string =>
  from && to ? `${from.trim()} - ${to.trim()}` : [from, to].filter(Boolean).join('')

/** The text of a line, used as the cell of each of its days. Its remark applies only to those days. */
function cellOf(line: DilaRange): string {
  const remark = line.commentaire?.trim()
  const hours = [
    range(line.valeur_heure_debut_1, line.valeur_heure_fin_1),
    range(line.valeur_heure_debut_2, line.valeur_heure_fin_2)
  ].filter(Boolean)
  return [hours.join(' / '), remark ? `(${remark})` : ''].filter(Boolean).join(' ')
}

/** Reads DILA's `plage_ouverture` and `commentaire_plage_ouverture`. */
export function readDilaRanges(lines: readonly DilaRange[], comment: string | null = null): HoursReading {
  const cells: DayColumns = {}
  const astray: string[] = []
  for (const line of lines) {
    const first = rankOf(line.nom_jour_debut)
    const last = line.nom_jour_fin ? rankOf(line.nom_jour_fin) : first
    if (first < 0 || last < 0) astray.push(cellOf(line))
    for (let step = 0; first >= 0 && last >= 0 && step <= (last - first + 7) % 7; step++) {
      const day = DAYS[(first + step) % 7]
      if (day) cells[day] = [cells[day], cellOf(line)].filter(Boolean).join(' / ')
    }
  }
  const reading = readDayColumns(cells, comment?.trim() || null)
  if (astray.length === 0) return reading
  const leftover = [reading.leftover, ...astray].filter(Boolean).join(' … ')
  return { ...reading, confidence: reading.osm === null ? 'none' : 'partial', leftover }
}
