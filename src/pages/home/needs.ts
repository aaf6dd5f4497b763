import type { NeedName } from '../wording/home.ts'

/** What people most often come for, and the choice of the search page that answers it. */
export const NEEDS: readonly { readonly name: NeedName; readonly choice: readonly [string, string] }[] = [
  { name: 'procedures', choice: ['service', 'aide-aux-demarches-administratives'] },
  { name: 'franceServices', choice: ['type', 'RFS'] },
  { name: 'learn', choice: ['service', 'maitrise-des-outils-numeriques-du-quotidien'] },
  { name: 'access', choice: ['service', 'acces-internet-et-materiel-informatique'] },
  { name: 'work', choice: ['service', 'insertion-professionnelle-via-le-numerique'] },
  { name: 'safety', choice: ['service', 'utilisation-securisee-du-numerique'] },
  { name: 'equipment', choice: ['service', 'acquisition-de-materiel-informatique-a-prix-solidaire'] },
  { name: 'children', choice: ['service', 'parentalite-et-education-avec-le-numerique'] },
  { name: 'make', choice: ['type', 'FABLAB'] }
]
