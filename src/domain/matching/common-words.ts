// Written by scripts/fit-matching.ts.

/** For each word, the number of names or streets per thousand that contain it. */
export const SHARE_OF_WORDS: readonly (readonly [perMille: number, words: string])[] = [
  [200, 'bibliotheque'],
  [150, 'france services'],
  [110, 'mediatheque municipale'],
  [93, 'mairie'],
  [87, 'st'],
  [63, 'centre'],
  [50, 'maison'],
  [37, 'commune'],
  [36, 'jean'],
  [35, 'espace'],
  [34, 'social'],
  [29, 'poste'],
  [27, 'association'],
  [24, 'ccas communaute general'],
  [23, 'ville'],
  [19, 'gaulle numerique'],
  [18, 'communes'],
  [17, 'pierre republique sociale'],
  [16, 'eglise pays point'],
  [15, 'grande hotel'],
  [14, 'emploi'],
  [13, 'action culturel grand'],
  [12, 'lecture louis pole'],
  [11, 'charles communal gare intercommunale paul service'],
  [10, 'antenne chateau georges locale'],
  [9, 'docteur francois jacques jaures leclerc marechal mission relais ste'],
  [8, 'agence croix ecoles henri public quartier victor'],
  [7, '8 andre departement departementale jeunes jeunesse jules mai martin michel moulin sud val'],
  [6, 'agglomeration bourg bus ecole epn familles liberation pimms pont rouge'],
  [
    5,
    '2 11 albert bois cc emile fontaine haute hugo information joseph leon loire marie mediation msap pasteur rene rurales socioculturel solidarites vallee'
  ],
  [
    4,
    '1 14 1945 accueil animation annexe aristide briand clemenceau culture cyber departemental europe francaise gambetta groupe haut insertion lieu marcel marche maurice mitterrand mjc mont nationale nord novembre parc paris prefecture principale reseau robert roger salle site socio solidarite verdun vieux'
  ],
  [
    3,
    '3 4 12 19 abbe agriculture assistant associations bureau carnot chambre champ chapelle claude coeur communale conseil cote etienne fablab federation ferry foch formation foyer ile info itinerante laurent liberte lire livres marne mars medico mer mon multimedia multisites oise ouest petit port provence resistance seine sos stade tour tous union vie village'
  ],
  [
    2,
    '22 23 1962  01 abbaye accompagnement alexandre allier alpes alsace alt anatole ancienne anjou anne antoine arc associative atelier auvergne bains bas base bassin bernard berthelot blanc bocage bordeaux bretagne c caf camille cap champs charente cher cite clermont club cms college colonel commerce communautaire curie dame denis developpement direction dunant e edouard enseignement est eugene exupery fabrique felix foire fort francais frederic gabriel gaston germain guillaume habitat hauts herault informatique intercommunal jardins juin julien lab lattre ligue lille livre loisirs lorraine louise lucien lyon marseille mdf mds metropole metz mfs montagne mots moulins municipal neuve nice nicolas notre numeriques or paix passerelle peri petite plaine populaire porte postale pre president prevert proximite publique pyrenees raoul raymond regie residence rhone rives rousseau rural salengro sambre saone sarthe savoie secours simone solidaire somme tarn tassigny terres territoire thierache tiers tilleuls vallees villeneuve vincent'
  ],
  [
    1,
    '5 7 10 13 15 18 1918 02 acces adoma afpa agglo agora aime alain alfred allende amiens amis anciens annecy aragon armand arrondissement arthur arts auguste augustin basse beaumont bel belle bibliotheques blaise blum bonnet bourgogne brassens brie ca cafe camus caux champagne chrs cias clic coallia combattants commandant comte connect coteaux coworking dijon douaisis ecoliers education emmaus entre escale eure face familiales famille ferdinand fernand fontaines foret forez forum fraternite freres garonne geneve george gervais gestion gironde grenoble gustave guy habitants halle handicap hopital hubert isle jardin jeanne juillet just lac lamartine landaise landes leo leopold local loir ludotheque madeleine malraux mandela marais marc marguerite mas mediatheques mendes mistral mobile monts moselle motte nelson neuf p passage perche philippe pij plateau points pompidou portes publics quartiers r region remparts rennes ressources riviere roche rurale salvador sancy sand sante sauveur thiers toulouse udaf vaillant veil vert vienne vignes vivre yves zola'
  ]
]
