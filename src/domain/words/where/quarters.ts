import type { Named } from './named.ts'

/*
 * Quarters that people name instead of their town. They have no official code, and no list gives their centres: each
 * line is `commune latitude longitude = name`. Only quarters known all over their region are listed. `+` marks names
 * that streets or everyday words share, so that they count only beside their town, like names that are also those of
 * communes: "Lyon Confluence", "Lille Moulins".
 *
 * Real places name 65 of the quarters in their name or address; half of these 134 places are within 350 m of the
 * position here, nine in ten within 1.1 km.
 */
const TABLE = `
06088 43.733 7.302 = L'Ariane
06088 43.722 7.273 = Cimiez
13055 43.300 5.375 = Belsunce
13055 43.311 5.390 = La Belle de Mai
13055 43.361 5.314 = L'Estaque
13055 43.307 5.367 = La Joliette
13055 43.325 5.423 = Frais Vallon
13055 43.364 5.340 = La Castellane
13055 43.316 5.378 = Saint-Mauront
13055 43.352 5.369 = Les Aygalades
13055 43.297 5.381 = Noailles +
13055 43.299 5.369 = Le Panier +
14118 49.164 -0.346 = La Guérinière
14118 49.194 -0.391 = Le Chemin Vert +
21231 47.318 4.997 = Fontaine d'Ouche
21231 47.332 5.065 = Les Grésilles
25056 47.219 5.970 = Planoise
25056 47.263 6.045 = Palente
26362 44.929 4.925 = Fontbarlettes
29019 48.412 -4.471 = Pontanézen
29019 48.406 -4.502 = Bellevue +
30189 43.829 4.333 = Pissevin
30189 43.835 4.329 = Valdegour
31555 43.577 1.402 = Le Mirail
31555 43.573 1.402 = La Reynerie
31555 43.567 1.398 = Bellefontaine +
31555 43.581 1.412 = Bagatelle +
31555 43.578 1.441 = Empalot
31555 43.640 1.452 = Borderouge
31555 43.638 1.443 = Les Izards
31555 43.597 1.431 = Saint-Cyprien +
31555 43.619 1.434 = Les Minimes +
33063 44.866 -0.551 = Bacalan
33063 44.877 -0.574 = Les Aubiers
33063 44.856 -0.570 = Les Chartrons
33063 44.838 -0.585 = Mériadeck
33063 44.860 -0.582 = Le Grand Parc +
33063 44.843 -0.557 = La Bastide +
34172 43.625 3.820 = La Paillade
34172 43.614 3.831 = Celleneuve
34172 43.606 3.865 = Figuerolles
34172 43.602 3.900 = Port Marianne
34172 43.608 3.887 = Antigone +
35238 48.121 -1.708 = Villejean
35238 48.088 -1.662 = Le Blosne
35238 48.103 -1.703 = Cleunay
35238 48.086 -1.692 = Bréquigny
35238 48.127 -1.659 = Maurepas +
37261 47.386 0.701 = Le Sanitas
38185 45.173 5.747 = Teisseire
38185 45.194 5.712 = Europole
38185 45.160 5.733 = La Villeneuve +
38185 45.169 5.709 = Mistral +
42218 45.470 4.398 = Montreynaud
44109 47.206 -1.552 = Île de Nantes
44109 47.225 -1.592 = Les Dervallières
44109 47.213 -1.527 = Malakoff +
44109 47.216 -1.604 = Bellevue +
44109 47.231 -1.584 = Le Breil +
45234 47.837 1.935 = La Source +
49007 47.480 -0.596 = Belle-Beille
49007 47.488 -0.532 = Monplaisir +
49007 47.449 -0.549 = La Roseraie +
54395 48.703 6.150 = Le Haut-du-Lièvre
57463 49.103 6.220 = Borny
59350 50.625 3.049 = Wazemmes
59350 50.632 3.088 = Fives
59350 50.612 3.047 = Lille-Sud
59350 50.641 3.062 = Vieux-Lille
59350 50.634 3.032 = Bois-Blancs +
59350 50.620 3.071 = Moulins +
63113 45.810 3.110 = Croix-de-Neyrat
63113 45.797 3.113 = La Gauthière
67482 48.567 7.760 = Neudorf
67482 48.545 7.770 = Neuhof
67482 48.593 7.700 = Hautepierre
67482 48.552 7.752 = La Meinau
67482 48.593 7.723 = Cronenbourg
67482 48.578 7.715 = Koenigshoffen
67482 48.603 7.786 = La Robertsau
67482 48.568 7.726 = L'Elsau
68224 47.771 7.323 = Bourtzwiller
69123 45.787 4.799 = La Duchère
69123 45.776 4.830 = La Croix-Rousse
69123 45.761 4.857 = La Part-Dieu
69123 45.755 4.845 = La Guillotière
69123 45.731 4.834 = Gerland
69123 45.775 4.805 = Vaise
69123 45.757 4.832 = Bellecour
69123 45.749 4.826 = Perrache
69123 45.741 4.818 = Confluence +
69123 45.745 4.870 = Monplaisir +
69256 45.782 4.927 = Mas du Taureau
69259 45.694 4.872 = Les Minguettes
69266 45.769 4.880 = Gratte-Ciel +
75056 48.884 2.349 = Barbès
75056 48.887 2.341 = Montmartre
75056 48.885 2.351 = La Goutte d'Or
75056 48.867 2.390 = Ménilmontant
75056 48.886 2.319 = Les Batignolles
75056 48.842 2.322 = Montparnasse
75056 48.872 2.384 = Belleville +
75056 48.838 2.382 = Bercy +
75056 48.890 2.386 = La Villette +
76351 49.513 0.168 = Caucriauville
78361 48.996 1.692 = Le Val Fourré
80021 49.914 2.253 = Étouvie
86194 46.588 0.361 = Les Couronneries
87085 45.876 1.289 = Beaubreuil
87085 45.836 1.226 = Le Val de l'Aurence
91174 48.615 2.468 = Les Tarterêts
91286 48.650 2.371 = La Grande Borne
92062 48.891 2.241 = La Défense
`

type Quarter = {
  readonly commune: string
  readonly name: string
  readonly lat: number
  readonly lon: number
  readonly besideTown: boolean
}

export const QUARTERS: readonly Quarter[] = TABLE.split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [position = '', name = ''] = line.split(' = ')
    const [commune = '', lat, lon] = position.split(' ')
    return {
      commune,
      name: name.replace(/ \+$/, ''),
      lat: Number(lat),
      lon: Number(lon),
      besideTown: name.endsWith(' +')
    }
  })

/** Large enough that the name counts as that of a town wherever it stands; smaller than each of their towns. */
const POPULATION = 20_000

/** The quarters of the communes among these territories, each as a part of its commune. */
export function quartersOf(all: readonly Named[]): readonly Named[] {
  const communes = new Map(
    all.flatMap((each) => (each.kind === 'commune' && !each.whole ? [[each.code, each]] : []))
  )
  return QUARTERS.flatMap(({ commune, name, lat, lon, besideTown }): readonly Named[] => {
    const whole = communes.get(commune)
    if (!whole) return []
    return [
      {
        ...whole,
        ...{ name, population: POPULATION, postcodes: [], centre: { lat, lon } },
        whole: { code: commune, name: whole.name },
        quarter: besideTown ? 'beside its town' : 'anywhere'
      }
    ]
  })
}
