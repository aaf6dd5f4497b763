// Written by scripts/fit-matching.ts.

/** In how many of a thousand names of places, or of their streets, each of these words stands. */
export const SHARE_OF_WORDS: readonly (readonly [perMille: number, words: string])[] = [
  [200, 'bibliotheque'],
  [150, 'france services'],
  [110, 'mediatheque municipale'],
  [87, 'st'],
  [77, 'mairie'],
  [60, 'centre'],
  [50, 'maison'],
  [38, 'commune'],
  [36, 'jean'],
  [35, 'espace'],
  [34, 'social'],
  [26, 'poste'],
  [25, 'ccas'],
  [24, 'communaute ville'],
  [23, 'association general'],
  [19, 'gaulle numerique'],
  [18, 'communes'],
  [17, 'pierre republique sociale'],
  [16, 'pays point'],
  [15, 'grande hotel'],
  [14, 'emploi'],
  [13, 'action culturel'],
  [12, 'grand lecture louis pole'],
  [11, 'charles gare intercommunale paul service'],
  [10, 'antenne chateau georges locale'],
  [9, 'communal francois jacques jaures leclerc marechal mission relais ste'],
  [8, 'agence croix henri public quartier victor'],
  [7, 'andre departement departementale docteur jeunes jeunesse jules mai martin michel moulin sud val'],
  [6, '8 agglomeration bus epn familles liberation loire pimms pont rouge'],
  [
    5,
    '11 albert bois cc emile fontaine haute hugo information joseph leon marie mediation msap nord paris pasteur rene rurales socioculturel solidarites vallee'
  ],
  [
    4,
    '1945 accueil animation annexe aristide bourg briand clemenceau conseil culture cyber departemental ecole europe francaise gambetta groupe haut insertion marcel marche maurice mitterrand mjc mont nationale novembre parc prefecture principale reseau robert roger salle site socio solidarite verdun vieux'
  ],
  [
    3,
    '12 14 19 abbe agriculture ass assistant associations bureau camille carnot chambre champ chapelle claude coeur communale cote etienne fablab federation ferry foch formation foyer ile info itinerante laurent liberte lieu lire livres marne mars medico mer mon multimedia multisites oise ouest petit port provence resistance seine sos stade tour tous union vie'
  ],
  [
    2,
    '1 2 3 4 22 23 1962 01 1er abbaye accompagnement alexandre allier alpes alsace alt anatole ancienne anjou anne antoine arc associative atelier auvergne bains bas base bassin bernard berthelot blanc bocage bordeaux bretagne c caf cap champs charente cher cite clermont club cms college colonel com commerce communautaire curie dame denis direction dunant e edouard eglise enseignement est eugene exupery fabrique felix foire fort francais frederic gabriel gaston germain guillaume habitat hauts herault informatique intercommunal jardins juin julien lab lattre ligue lille livre loisirs lorraine louise lucien lyon marseille mdf mds metropole metz mfs montagne mots moulins municipal neuve nice nicolas notre numeriques or paix passerelle peri petite plaine populaire porte postale pre president prevert proximite publique pyrenees raoul raymond regie residence rhone rives rousseau rue rural salengro sambre saone sarthe savoie secours simone solidaire somme tarn tassigny terres territoire thierache tiers tilleuls vallees vienne village villeneuve vincent'
  ],
  [
    1,
    '7 10 13 1918 02 acces adoma afpa agglo agora aime alain alfred allende amiens amis anciens annecy aragon armand arrondissement arthur arts auguste augustin b basse batiment beaumont bel belle bibliotheques blaise blum bonnet bourgogne brassens brie ca cafe camus caux champagne chrs cias clic coallia combattants commandant comte connect coteaux coworking ctre deux developpement dijon douaisis dr ecoliers education emmaus entre escale etage eure face familiales famille ferdinand fernand fontaines foret forez forum fraternite freres garonne geneve george gervais gestion gironde grenoble gustave guy habitants halle handicap hopital hubert isle jardin jeanne juillet just lac lamartine landaise landes leo leopold local loir ludotheque m madeleine malraux mandela marais marc marguerite maritime mas mediatheques mendes mistral mobile monts moselle motte nelson neuf p passage perche philippe pij place plateau points pompidou portes pres publics quartiers r region remparts rennes ressources riviere roche rurale salvador sancy sand sante sauveur thiers toulouse trois udaf vaillant veil vert vignes vivre yves zola'
  ]
]
