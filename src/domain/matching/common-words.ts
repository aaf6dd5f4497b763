// Written by scripts/fit-matching.ts.

/** For each word, the number of names or streets per thousand that contain it. */
export const SHARE_OF_WORDS: readonly (readonly [perMille: number, words: string])[] = [
  [180, 'bibliotheque'],
  [140, 'france services'],
  [100, 'centre mediatheque'],
  [98, 'municipale'],
  [88, 'mairie'],
  [85, 'st'],
  [67, 'social'],
  [55, 'maison'],
  [36, 'espace'],
  [35, 'commune jean'],
  [29, 'association'],
  [27, 'poste'],
  [23, 'ccas communaute ville'],
  [22, 'general'],
  [20, 'culturel'],
  [18, 'gaulle'],
  [17, 'communes numerique pierre'],
  [16, 'pays sociale'],
  [15, 'eglise point republique'],
  [14, 'grande hotel'],
  [13, 'emploi'],
  [12, 'action grand louis'],
  [11, 'charles lecture paul pole quartier'],
  [10, 'chateau communal gare georges intercommunale service'],
  [9, 'antenne francois jacques locale marechal mission ste'],
  [8, 'croix docteur ecoles henri jaures leclerc relais socioculturel victor'],
  [7, 'agence andre familles jeunes jeunesse jules martin michel moulin public socio sud val'],
  [6, '8 animation bourg bus departement departementale ecole liberation mai mjc pimms pont rouge'],
  [
    5,
    '2 11 agglomeration albert bois cc cs emile epn fontaine haute hugo information joseph loire marie mediation pasteur rurales solidarites tous vallee'
  ],
  [
    4,
    '1 3 1945 accueil annexe aristide culture departemental francaise gambetta haut insertion leon lieu marcel marche maurice mitterrand mont msap nationale nord parc paris prefecture rene reseau robert roger salle site solidarite verdun'
  ],
  [
    3,
    '4 14 19 abbe agriculture assistant associations briand bureau chambre champ claude clemenceau coeur communale conseil cote cyber etienne europe fablab federation foch foyer groupe ile info intercommunal itinerante laurent liberte lire loisirs marne mars medico mer mon multimedia multisites municipal novembre oise ouest petit port principale provence rural seine sos stade union vie vieux village'
  ],
  [
    2,
    '12 22 23 1962  agora alexandre allier alpes alsace alt anatole anjou anne antoine arc associative atelier auvergne bains bas base bernard blanc bordeaux brassens bretagne c caf camille cap carnot champs chapelle charente cher cias cite clermont club cms college colonel communautaire csc curie dame denis developpement direction e edouard enseignement est eugene exupery fabrique famille felix ferry foire formation fort francais frederic gabriel gaston germain habitants habitat hauts informatique jardins juin julien lab lattre ligue lille livre livres lorraine louise lucien lyon marseille mdf metropole metz mfs montagne mots moulins nice nicolas notre numeriques or paix passerelle peri permanence petite plaine populaire porte postale pre president prevert proximite publique pyrenees quartiers raymond regie residence resistance rhone rives rousseau salengro sambre saone sarthe savoie secours simone solidaire somme tarn tassigny territoire thierache tiers tilleuls tour vallees vert villeneuve'
  ],
  [
    1,
    '5 7 10 13 18 01 02 abbaye acces accompagnement adoma afpa agglo aime air aire alain alfred allende amis ancienne anciens aragon armand arrondissement arthur arts associatif auguste augustin basse bassin beaumont bel belle bellevue berthelot bibliotheques blaise blum bocage bonnet bourgogne brie cafe camus caux champagne chrs clic combattants commandant commerce comte connect corse coteaux coworking dunant ecoliers education emmaus entre escale face familiales ferdinand fernand fil fontaines foret forum fraternite freres garonne geneve george gervais gestion gironde grenoble guillaume gustave guy herault hopital hubert isle jardin jeanne juillet just lac lagrange landes leo leopold local loir ludotheque madeleine malraux mandela marais marc mas mds mediatheques mendes mistral mobile monts moselle mpt nelson neuf neuve p passage perche plateau points pompidou portes publics r raoul region remparts rennes ressources riviere roche romain salvador sancy sante sauveur terre terres thiers toulouse udaf vaillant veil vienne vignes vincent vivre yves zola'
  ]
]
