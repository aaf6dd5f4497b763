import { declaredSource } from '../declared/declared-source.ts'
import type { Source } from '../source.ts'
import { AUVERGNE, DEFAULT_LAYOUT, NORMANDIE } from './netpublic-layouts.ts'

const LAYOUTS = [NORMANDIE, AUVERGNE, DEFAULT_LAYOUT].map((layout) => declaredSource(layout))

/**
 * Lists of EPN. Each region has its own layout, which is detected by the header. No list contains all EPN of
 * France.
 */
export const NETPUBLIC: Source = {
  ...declaredSource(DEFAULT_LAYOUT),
  columns: [],
  formats: ['csv'],
  map: (raw, lookups) => {
    const columns = new Set(Object.keys(raw).map((column) => column.trim().toLowerCase()))
    const layout = LAYOUTS.find(({ columns: required }) => required.every((column) => columns.has(column)))
    if (layout !== undefined) return layout.map(raw, lookups)
    const reasons = [
      'not in a known layout of EPN lists; the default layout starts with id, nom, statut_label'
    ]
    return { ok: false, id: null, reasons, findings: [] }
  }
}
