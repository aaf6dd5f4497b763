import type { NeedName } from '../wording/home.ts'

/** Line drawings of 24 by 24, one per need. */
const DRAWN: Readonly<Record<NeedName, string>> = {
  procedures: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h4M14 18l2 2 4-5',
  franceServices: 'M3 21h18M5 21V10l7-6 7 6v11M10 21v-6h4v6',
  learn: 'M4 5h16v11H4zM2 20h20M9 8l3 3-3 3M13 14h3',
  access: 'M2 9a15 15 0 0 1 20 0M5.5 12.5a10 10 0 0 1 13 0M9 16a5 5 0 0 1 6 0M12 19.5v.01',
  work: 'M3 8h18v12H3zM9 8V5h6v3M3 13h18M12 12v2',
  safety: 'M12 3l8 3v5c0 5-3.5 8.5-8 10-4.5-1.5-8-5-8-10V6zM9 12l2 2 4-4',
  equipment: 'M7 3h10v18H7zM11 18h2M3 8l2 2M3 14h2M21 8l-2 2M21 14h-2',
  children:
    'M9 7.5a2.5 2.5 0 1 1-5 0 2.5 2.5 0 0 1 5 0zM2 21v-5a4 4 0 0 1 8 0M19.5 11a2 2 0 1 1-4 0 2 2 0 0 1 4 0zM14 21v-3a3.5 3.5 0 0 1 7 0v3',
  make: 'M14 6a4 4 0 0 1 5-3l-2.5 3 1.5 2 3.5-1a4 4 0 0 1-6 4L7 20a2 2 0 0 1-3-3l8.5-8.5A4 4 0 0 1 14 6z'
}

export const NeedIcon = ({ name }: { readonly name: NeedName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={DRAWN[name]} />
  </svg>
)
