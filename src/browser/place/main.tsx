import { render } from 'preact'
import type { PlaceTold } from '../../pages/place/place-told.ts'
import { Selecting } from '../../pages/place/selecting.tsx'
import { lastSelection } from '../selection/last-selection.ts'
import { enhanceShare } from '../share/share.ts'
import { drawWhenSeen } from './draw-when-seen.ts'

const told = JSON.parse(document.getElementById('told')?.textContent ?? 'null') as PlaceTold | null
enhanceShare()
offerMapApp()
if (told) {
  continueSelection(told)
  drawWhenSeen(told)
}

/** Android phones ask which maps app to open; elsewhere, links of this kind do nothing or show an error. */
function offerMapApp(): void {
  const link = document.getElementById('map-app')
  if (link && /Android/.test(navigator.userAgent)) link.hidden = false
}

/** Adds the place to the selection that this tab showed last, if the page was not opened from a selection. */
function continueSelection({ id, carried, lang }: PlaceTold): void {
  const links = document.getElementById('selecting')
  const last = lastSelection()
  if (!links || !last || carried.ids.length > 0 || last.ids.length === 0) return
  links.replaceChildren()
  render(<Selecting id={id} carried={last} lang={lang} />, links)
}
