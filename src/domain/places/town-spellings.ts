// Spellings of towns, for `display-name.ts`, from the official list of communes (Etalab, Licence Ouverte 2.0).
// Communes with fewer than 2 500 inhabitants are left out: they hold few places, and their names add words that mean
// something else.

/**
 * Words of town names that have accents and are written in one way in all communes. Short words that end in é are
 * left out: Chancé is also "chance" in capitals.
 */
export const TOWN_WORDS: readonly string[] = `
  Achères Aigondigné Alençon Alénya Alès Allières Ambarès Ambérieu Ambès Ambrières Amélie Amnéville Andéol Andrésy
  Andrézieux Angoulême Annœullin Anthéron Arès Argelès Argentré Ariège Armançon Armentières Arthès Asnières Athée
  Aubière Aumône Aunès Avenières Bagnères Barcarès Barœul Barthélemy Bassée Bâtie Baziège Béarn Beaucouzé
  Beaupréau Bécon Bédarieux Bédarrides Bédée Bédoin Bédoule Bégard Bègles Béliet Béligneux Bélon Bénesse Bénite
  Bénodet Béon Bérat Bernardière Besançon Bessèges Bessières Bétheny Béthisy Béthune Béziers Bicêtre Biéville
  Bièvres Billère Blénod Boën Bollène Bonnétable Bonnières Bordères Bouéni Bouëxière Bouffémont Boupère Bourgbarré
  Bourguébus Bourgvallées Bouthéon Bouxières Brantôme Bréal Brebières Brède Bréhal Brès Bretèche Brévannes
  Brévelay Bréviandes Briançon Brière Bruffière Bruguières Bruyères Buissière Buzançais Cabriès Cadière Cambrésis
  Canéda Canéjan Canohès Carcès Carnoët Carrières Cazères Cébazat Cécile Cérans Céret Ceyzériat Cézac Cézaire Cèze
  Chabanière Châlons Chamalières Chambéry Charbonnières Châtaigneraie Château Châteaubernard Châteaubourg
  Châteaubriant Châteaudun Châteaugay Châteaugiron Châteaulin Châteauneuf Châteaurenard Châteaurenaud Châteauroux
  Châteaux Châtelaillon Châtelaudren Châtelet Châtellerault Châtenois Châtillon Châtre Chaussée Chécy Chély
  Chemillé Chênes Chennevières Chenôve Chéran Chéreng Chéris Chéron Chéruy Chevrolière Chomérac Cléder Cléguer
  Cléguérec Clément Cléon Cléry Coëx Coignières Collégien Compiègne Concourès Connerré Conseillère Contrexéville
  Corbéis Corbières Côte Cotterêts Couëron Courpière Courrières Courthézon Crèche Crêches Crécy Crégy Créhange
  Crémieu Créon Crépy Crès Créteil Crêts Crèvecœur Damelevières Darnétal Dauphiné Davézieux Décines Délivrande
  Démouville Déols Désertines Deûle Diémoz Domène Domérat Donzère Dorées Drémil Drézéry Drôme Dumbéa Dunières
  Échenoz Échez Échillais Échirolles Écluse Écommoy Écouen Écouflant Écrouves Écully Égletons Église Égly Égrève
  Éguilles Élancourt Éleu Éloyes Émerainville Ensuès Éperlecques Épernay Épernon Épinal Épinay Épône Épouville
  Équihen Éragny Ernée Escarène Escaudœuvres Ésery Espéranche Essômes Estèphe Estérel Estève Estrées Estrétefonds
  Étables Étain Étampes Étang Étaples Étaules Étienne Étiolles Étoile Étoupefour Étrat Étréchy Étrelles
  Étrembières Étrépagny Étupes Eusèbe Évarzec Évellys Évêque Évian Évin Èvre Évreux Évron Évry Eyguières Ézanville
  Fabrègues Fagnières Faouët Farébersviller Farlède Fécamp Féliu Fère Férel Ferrière Ferrières Figanières Fillière
  Fléac Flèche Folgoët Forêt Forêts Fouassière Fougères Fouquières François Frédéric Fréjus Frépillon Frévent
  Gabéric Garancières Garéoult Gâtinais Gattières Gaubretière Gély Gémenos Gémozac Générac Genès Geneviève Geniès
  Gérardmer Géréon Gières Goële Grâces Gréasque Grégoire Grégy Gréoux Grésy Grèves Grézieu Guécélard Guénange
  Guérande Guérard Guéret Guérets Guérigny Guerlédan Harcouët Héand Hégenheim Hélène Hénin Hérault Hères Héric
  Héricourt Héricy Hérimoncourt Hérin Hérouville Hésingue Hœnheim Hœrdt Homécourt Houaïlou Hyères Îlets Isère
  Jérôme Jœuf Jonquières Juéry Jurançon Kéli Labège Labruguière Lafrançaise Lançon Landéda Landévant Larçay
  Lavérune Léchère Lécousse Léger Léguevin Léman Léognan Léon Léonard Lésigny Lèves Lèze Lézignan Liévin Linières
  Locmiquélic Lodève Longuenée Loubès Loudéac Louverné Louvigné Luçon Lunéville Mâcon Maîche Maizières Malaucène
  Malgoirès Malzéville Mammès Martigné Masnières Mauléon Maulévrier Maxéville Mazères Méaudre Médard Médis Médoc
  Méen Mées Megève Mélantois Méline Méloir Même Ménestérol Méreau Mérévillois Méricourt Mériel Mérignac Mérignies
  Mérogis Méru Méry Mésanger Mèze Mézidon Mézière Mézières Moëlan Moëns Molière Mollégès Monéteau Montamisé
  Montbéliard Montéglin Montélier Montélimar Montévrain Montlhéry Montluçon Montmélian Montrabé Montréal
  Montréjeau Montréverd Montsinéry Montsûrs Moréac Morières Morlaàs Mouriès Mulatière Nègrepelisse Négron Néoules
  Nérac Neufchâteau Neufchâtel Névez Nîmes Noës Nœux Nouméa Œting Oléron Ollières Ombrée Orée Orgères Orléans
  Orliénas Ouvéa Paimbœuf Païta Panissières Pantaléon Parçay Péage Péan Péaule Pégomas Pélissanne Pélussin Pénil
  Penvénan Pérenchies Pérignat Périgny Périgord Périgueux Pérols Péron Péronnas Péronne Pévèle Pézenas Pézilla
  Pîtres Plancoët Pléchâtel Plédran Plélan Plélo Plémet Plénée Pléneuf Plérin Ploërmel Plœuc Plonéour
  Ploudalmézeau Plouédern Plouénan Plouër Plouézec Plouzané Plozévet Pluméliau Poêles Poinçonnet Poindimié
  Pontchâteau Possonnière Pourçain Pourrières Précigné Précy Prémilhat Prévessin Quéven Quévert Quiévrechain
  Quimperlé Raphaël Réalmont Réhon Réole Réparade Restinclières Rhône Ribécourt Ribérac Rivière Rivières
  Rocheservière Rœulx Rosières Salée Salève Sallebœuf Sallèles Salouël Saône Sarliève Sartène Savonnières Scaër
  Schœlcher Sébastien Sébazac Sées Ségny Séguinière Sélestat Séméac Sénart Sénas Septèmes Serémange Sérent Sérézin
  Sérifontaine Sérignan Sète Sévérac Sèvre Sèvremoine Sèvremont Sèvres Sézanne Sigolène Siméon Solliès Sommières
  Sorède Sorèze Sorinières Surgères Talaudière Téteghem Thébaud Thégonnec Thézan Thibéry Thônes Thorigné Tinténiac
  Traînou Trèbes Trébeurden Treffléan Trégastel Trégueux Trégunc Treillières Trélissac Trélivan Trélon Trémentines
  Tréport Trésigny Tréviers Trévise Trévoux Uzès Vailhauquès Valdallière Vallée Vallées Vallières Valréas
  Valserhône Vandœuvre Varangéville Vauréal Védas Vedène Vélizy Vémars Vendée Vendôme Vénissieux Véretz Vergèze
  Véron Verpillière Verrière Verrières Vésinet Vétraz Virvée Vovéens Yèvre
`
  .trim()
  .split(/\s+/)

/** Names with words of two or three letters, which would be taken for acronyms. */
export const TOWN_NAMES: readonly string[] = `
  Aire-sur-la-Lys | Aix-en-Provence | Aix-les-Bains | Aix-Noulette | Aix-Villemaur-Pâlis | Amfreville-la-Mi-Voie |
  Aouste-sur-Sye | Arc-sur-Tille | Argelès-sur-Mer | Ars-sur-Moselle | Athis-Val de Rouvre |
  Aulnoy-lez-Valenciennes | Aÿ-Champagne | Banyuls-sur-Mer | Bar-le-Duc | Bar-sur-Aube | Bar-sur-Seine |
  Bas-en-Basset | Batz-sur-Mer | Beaulieu-sur-Mer | Beaumont Saint-Cyr | Beaumont-lès-Valence | Beaussais-sur-Mer
  | Beauvoir-sur-Mer | Behren-lès-Forbach | Binic-Étables-sur-Mer | Blainville-sur-l'Eau |
  Blénod-lès-Pont-à-Mousson | Bois-le-Roi | Boissise-le-Roi | Boissy-sous-Saint-Yon | Bon-Encontre |
  Bonchamp-lès-Laval | Bouc-Bel-Air | Boulogne-sur-Mer | Bourg-lès-Valence | Brem-sur-Mer | Bretignolles-sur-Mer |
  Bry-sur-Marne | Cagnes-sur-Mer | Cap-d'Ail | Capesterre-Belle-Eau | Castelnau-le-Lez | Caudebec-lès-Elbeuf |
  Cavalaire-sur-Mer | Cazouls-lès-Béziers | Chambray-lès-Tours | Champagne-au-Mont-d'Or | Charnay-lès-Mâcon |
  Choisy-au-Bac | Choisy-le-Roi | Cires-lès-Mello | Collonges-au-Mont-d'Or | Corneilla-del-Vercol |
  Coulanges-lès-Nevers | Courcelles-lès-Lens | Courseulles-sur-Mer | Couzon-au-Mont-d'Or | Crégy-lès-Meaux |
  Criel-sur-Mer | Dammarie-les-Lys | Déville-lès-Rouen | Dives-sur-Mer | Dol-de-Bretagne | Dompierre-sur-Mer |
  Dompierre-sur-Yon | Dun-sur-Auron | Éleu-dit-Leauwette | Erquinghem-Lys | Essey-lès-Nancy | Ézy-sur-Eure |
  Fay-aux-Loges | Fay-de-Bretagne | Flines-lez-Raches | Fontaine-lès-Dijon | Fos-sur-Mer | Fouquières-lès-Lens |
  Garges-lès-Gonesse | Gennes-Val-de-Loire | Gif-sur-Yvette | Gouville-sur-Mer | Grésy-sur-Aix |
  Hallennes-lez-Haubourdin | Ham-sous-Varsberg | Hermanville-sur-Mer | Hitiaa O Te Ra | Ille-sur-Têt |
  Is-sur-Tille | Isigny-sur-Mer | Jard-sur-Mer | Joué-lès-Tours | L'Aiguillon-la-Presqu'île | L'Haÿ-les-Roses |
  L'Île-d'Olonne | L'Île-d'Yeu | L'Île-Rousse | L'Île-Saint-Denis | La Chapelle-Saint-Luc | La Foa |
  La Plaine-sur-Mer | La Roche-sur-Yon | La Seyne-sur-Mer | La Tour-du-Pin | La Tranche-sur-Mer |
  La Valette-du-Var | Lailly-en-Val | Lambres-lez-Douai | Latour-Bas-Elne | Le Ban-Saint-Martin | Le Bar-sur-Loup
  | Le Bourget-du-Lac | Le Grau-du-Roi | Le Luc | Le May-sur-Èvre | Le Mée-sur-Seine | Le Mesnil-le-Roi | Le Muy |
  Le Poiré-sur-Vie | Le Pré-Saint-Gervais | Le Puy-en-Velay | Le Puy-Sainte-Réparade | Le Val | Le Val d'Hazey |
  Le Val-d'Ajol | Lège-Cap-Ferret | Les Essarts-le-Roi | Les Ponts-de-Cé | Lignan-sur-Orb | Longeville-lès-Metz |
  Longeville-lès-Saint-Avold | Longeville-sur-Mer | Luc-la-Primaube | Luc-sur-Mer | Lys-Haut-Layon |
  Lys-lez-Lannoy | M'Tsangamouji | Maizières-lès-Metz | Mareuil-lès-Meaux | Mareuil-sur-Lay-Dissais |
  Margny-lès-Compiègne | Marly-le-Roi | Marquette-lez-Lille | Maureillas-las-Illas | Mesnil-Roc'h | Moëlan-sur-Mer
  | Montferrier-sur-Lez | Montfort-sur-Meu | Montigny-lès-Cormeilles | Montigny-lès-Metz | Morières-lès-Avignon |
  Morne-à-l'Eau | Morschwiller-le-Bas | Moulins-lès-Metz | Mur-sur-Allier | Murviel-lès-Béziers |
  Nanteuil-lès-Meaux | Nieul-sur-Mer | Nissan-lez-Enserune | Nogent-le-Roi | Noirmoutier-en-l'Île | Noisy-le-Roi |
  Noisy-le-Sec | Notre-Dame-d'Oé | Octeville-sur-Mer | Oye-Plage | Palau-del-Vidre | Penta-di-Casinca |
  Pérignat-lès-Sarliève | Petite-Île | Pierrefeu-du-Var | Piriac-sur-Mer | Pléneuf-Val-André | Plourin-lès-Morlaix
  | Pont-d'Ain | Pont-de-Buis-lès-Quimerch | Port-Bail-sur-Mer | Port-Sainte-Foy-et-Ponchapt | Portes-lès-Valence
  | Prades-le-Lez | Prunelli-di-Fiumorbo | Puy-Guillaume | Ris-Orangis | Rives de l'Yon | Roquebrune-Cap-Martin |
  Ruy-Montceau | Sailly-sur-la-Lys | Sain-Bel | Saint-André-le-Gaz | Saint-André-lez-Lille |
  Saint-Aubin-lès-Elbeuf | Saint-Avé | Saint-Ay | Saint-Christol-lez-Alès | Saint-Cyr-au-Mont-d'Or |
  Saint-Cyr-en-Val | Saint-Cyr-l'École | Saint-Cyr-sur-Loire | Saint-Cyr-sur-Mer | Saint-Denis-en-Val |
  Saint-Denis-lès-Bourg | Saint-Didier-au-Mont-d'Or | Saint-Dié-des-Vosges | Saint-Étienne-lès-Remiremont |
  Saint-Georges-lès-Baillargeaux | Saint-Germain-au-Mont-d'Or | Saint-Germain-du-Puy | Saint-Germain-lès-Arpajon |
  Saint-Germain-lès-Corbeil | Saint-Gilles-Croix-de-Vie | Saint-Jean-de-Luz | Saint-Julien-l'Ars |
  Saint-Julien-lès-Metz | Saint-Laurent-du-Var | Saint-Leu | Saint-Leu-d'Esserent | Saint-Leu-la-Forêt | Saint-Lô
  | Saint-Lyé | Saint-Lys | Saint-Mandrier-sur-Mer | Saint-Marcel-lès-Valence | Saint-Martin-de-May |
  Saint-Martin-du-Var | Saint-Martin-lez-Tatinghem | Saint-Max | Saint-Nom-la-Bretèche | Saint-Pair-sur-Mer |
  Saint-Palais-sur-Mer | Saint-Paul-lès-Dax | Saint-Pée-sur-Nivelle | Saint-Pierre-lès-Elbeuf |
  Saint-Pierre-lès-Nemours | Saint-Pol-de-Léon | Saint-Pol-sur-Ternoise | Saint-Rémy-lès-Chevreuse |
  Saint-Romain-le-Puy | Saint-Saturnin-lès-Apt | Saint-Saturnin-lès-Avignon | Saint-Thégonnec Loc-Eguiner |
  Saint-Vit | Saint-Yvi | Sainte-Foy | Sainte-Foy-d'Aigrefeuille | Sainte-Foy-la-Grande | Sainte-Foy-lès-Lyon |
  Sainte-Livrade-sur-Lot | Sainte-Marie-de-Ré | Sainte-Marie-la-Mer | San-Martino-di-Lota | Sanary-sur-Mer |
  Sargé-lès-le-Mans | Saulxures-lès-Nancy | Scy-Chazelles | Sin-le-Noble | Six-Fours-les-Plages |
  Sotteville-lès-Rouen | Soulac-sur-Mer | Taiarapu-Est | Teva I Uta | Thézan-lès-Béziers | Thue et Mue |
  Thury-Harcourt-le-Hom | Trouville-sur-Mer | Val d'Erdre-Auxence | Val d'Oingt | Val de Virvée | Val-au-Perche |
  Val-Couesnon | Val-d'Arguenon | Val-d'Izé | Val-de-Cognac | Val-de-Moder | Val-de-Reuil | Val-de-Scie |
  Val-du-Layon | Vals-près-le-Puy | Vandœuvre-lès-Nancy | Vaux-sur-Mer | Vernosc-lès-Annonay | Vic-en-Bigorre |
  Vic-Fezensac | Vic-la-Gardiole | Vic-le-Comte | Villages du Lac de Paladru | Ville-di-Pietrabugno |
  Villefranche-sur-Mer | Villeneuve-le-Roi | Villeneuve-lès-Avignon | Villeneuve-lès-Béziers |
  Villeneuve-lès-Maguelone | Villeneuve-sur-Lot | Villers-le-Lac | Villers-lès-Nancy | Villiers-le-Bel |
  Wervicq-Sud | Witry-lès-Reims
`
  .trim()
  .split(/\s*\|\s*/)
