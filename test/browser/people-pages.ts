import { idOf } from '../support/small-directory.ts'

/** What the pages of people are about, made before they are opened. */
export type Examples = {
  /** A report that waits for its code. */
  readonly reference: string
  /** The link of a subscription that is confirmed. */
  readonly link: string
}

type PeoplePage = {
  readonly path: string
  /** Who opens it; `anyone` is not signed in, `account` manages the place and moderates. */
  readonly as: 'anyone' | 'account'
}

export const PLACE = idOf('EPN de Bayeux')

/** Every page on which people take part, in each of its faces. A new one is a line here. */
export const peoplePages = ({ reference, link }: Examples): readonly PeoplePage[] => [
  { path: '/connexion', as: 'anyone' },
  { path: '/connexion/0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90', as: 'anyone' },
  { path: `/lieux/${PLACE}/signaler`, as: 'anyone' },
  { path: `/lieux/${PLACE}/signaler?sujet=horaires`, as: 'anyone' },
  { path: `/lieux/${PLACE}/signaler?sujet=personne`, as: 'anyone' },
  { path: `/lieux/${PLACE}/historique`, as: 'anyone' },
  { path: `/signalements/${reference}`, as: 'anyone' },
  { path: '/proposer-un-lieu', as: 'anyone' },
  { path: `/s-abonner?fiche=${PLACE}`, as: 'anyone' },
  { path: '/s-abonner?territoire=department:14', as: 'anyone' },
  { path: '/s-abonner?type=EPN&service=aide-aux-demarches-administratives', as: 'anyone' },
  { path: '/abonnements/0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90', as: 'anyone' },
  { path: `/abonnements/${link}`, as: 'anyone' },
  { path: '/abonnements/rien', as: 'anyone' },
  { path: '/retours/rien', as: 'anyone' },
  { path: `/lieux/${PLACE}/gerer`, as: 'anyone' },
  { path: '/signaler-un-contenu', as: 'anyone' },
  { path: '/moderation/bilan', as: 'anyone' },
  { path: '/moderation', as: 'account' },
  { path: `/moderation/${reference}`, as: 'account' },
  { path: '/moderation/revendications', as: 'account' },
  { path: `/lieux/${PLACE}/gerer`, as: 'account' },
  { path: '/gestion', as: 'account' },
  { path: `/gestion/${PLACE}`, as: 'account' },
  { path: `/gestion/${PLACE}/modifications`, as: 'account' },
  { path: '/compte', as: 'account' },
  { path: '/compte/donnees', as: 'account' },
  { path: '/compte/resilier', as: 'account' }
]
