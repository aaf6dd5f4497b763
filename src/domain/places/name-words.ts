// Words in names of places, for `display-name.ts`.

import { TOWN_WORDS } from './town-spellings.ts'

const listOf = (text: string): readonly string[] => text.trim().split(/\s+/)

/** The word in lower case, without accents. */
export const plainWord = (word: string): string =>
  /^[\x20-\x7e]*$/.test(word)
    ? word.toLowerCase()
    : word
        .normalize('NFD')
        .replace(/\p{Diacritic}/gu, '')
        .toLowerCase()
        .replaceAll('œ', 'oe')

const byPlainWord = (text: string): ReadonlyMap<string, string> =>
  new Map(listOf(text).map((word) => [plainWord(word), word]))

/** Words that are in lower case inside a name. */
export const PARTICLES: ReadonlySet<string> = new Set(
  listOf(
    'a à au aux d de des du en et l la le les lès lez ou par pour qu sous sur un une vers chez avec sans dans entre'
  ).map(plainWord)
)

/**
 * Common words as they are written inside a name. Words that are neither here nor acronyms are taken for proper
 * names.
 */
export const COMMON_WORDS: ReadonlyMap<string, string> = byPlainWord(`
  bénévole bénévoles bénévolat étage étages siècle siècles accès accessibilité accompagnement accueil accueils action actions activité activités adaptée administratif administrative
  administrations adultes âges âgées agence agriculture agences agglomération agricole aide aides alimentaire alternative ambulant
  ambulante amis ancien ancienne anciens animation animations annexe antenne antennes appui arrondissement art arts
  artisanat assistance association associations associatif associative associatifs atelier ateliers autonomie aînés
  bâtiment bibliobus bibliothèque bibliothèques bien boutique bourse bureau bureaux bus
  café cafés canton cantonal cantonale carrefour caisse cellule chambre central centrale centre centres citoyen citoyenne citoyenneté citoyens
  cité cités club collectif collective collectivité collège com comité commercial commune communal communale communaux communautaire
  communauté communautés communes communication complexe conseil conseils conseillers conseiller consultation coopérative coordination
  coordonné culture cultures culturel culturelle culturels culturelles cyber
  déléguée départemental départementale départementales département dispositif direction domicile droit droits
  développement école écologie économie économique éco éducatif éducation éducative emploi emplois enfance enfant enfants
  enseignement entraide entreprise entreprises entrepreneurs épicerie espace espaces établissement établissements étudiant étudiante
  étudiants étape européen européenne expression
  fabrique famille familial familiale familiales familiaux familles fédération femme femmes ferme fêtes filles formation foyer foyers
  français française fonds fondation
  gare gens garderie générale gestion globale groupe groupement
  habitants habitat halle halte handicap handicapés hébergement homme hommes hôtel hospitalier hôpital
  inclusion inclusif inclusive information informations informatique infos initiatives insertion institut intégration
  intercommunal intercommunale intercommunalité intercommunales intergénérationnel intergénérationnelle internet itinérant itinérance itinérante
  jardin jardins jeune jeunes jeunesse judiciaire justice
  laboratoire langues lecture libre lieu lieux ligne ligue local locale locales locaux logement logements loisirs ludothèque lycée
  mairie maison maisons maladie mairies médiathèque médiathèques médiation médiateur médical médico médicale mission missions
  migrants mobile mobilité mobilités monde multi multimédia multimédias multiservices municipal municipale municipales municipalité
  musée musique mutuel mutuelle
  national nationale numérique numériques nouveau nouvelle
  office orientation ouvert ouverte ouvrière
  parc partage parents parentalité pédagogique pédagogiques permanence permanences personnes petite petit petits pension pépinière plateforme
  point points pôle pôles poly polyvalent polyvalente populaire populaires postal postale poste prévention préfecture principale privé
  professionnel professionnelle professionnels professionnelles projet projets promotion protection proximité public publics publique
  publiques
  quartier quartiers tribunal
  rayon recherche rencontres réfugiés régie région régional régionale relais relation réseau réseaux résidence résidences ressource ressources
  ressourcerie rural rurale ruraux rurales
  salle salles santé science sciences scolaire secours secrétariat secteur section sécurité séjour senior seniors service services
  siège site sites spécialisé spécialisée social sociale sociales sociaux socio socioculturel socioculturelle socioculturels soins solidaire solidaires solidarité
  solidarités sport sports sportif sportive syndicat syndicale
  technique techniques technologie technologies télécentre temps terrain territoire territorial territoriale territoires théâtre tiers tribunal
  tourisme tous toutes travail travaille travailleurs
  unité universitaire urbanisme université urbain urbaine urgence usagers usine
  vacances vie village villages ville villes visuel voyage voyageurs
`)

/** Acronyms that could be read as words. Acronyms without a vowel, or of two or three letters, need no list. */
export const ACRONYMS: ReadonlySet<string> = new Set(
  listOf(`
    acsc adapei adil admr agduc afad afpa agefiph alefpa aljt amsam anpe apajh apef arml asbl ascs
    caarud cada carsat ccas cedis cias cidff cllaj cpam cpie crij crous csapa csca
    ddets dreets ecam ehpad epcc epci epide esat geiq greta ifac insee insup irts
    macif maif marpa mdph mjep mdsi mgen msap onac opac pimms plie rased reaap
    samsah savs scic scop siao sarl eurl sasu sivom sivu soliha spip udaf udap ufcv ulis unaf unafam unapei urhaj urssaf usep
  `)
)

/**
 * Short words that are not acronyms: parts of names of towns, first names, and other words of two or three
 * letters.
 */
export const SHORT_WORDS: ReadonlyMap<string, string> = byPlainWord(`
  Ain Aix Alp Ami Ans Arc Ars Art Aux Bac Bas Bel Ben Bis Bon Bus Car Ces Clé Col Cri Dax Dol Don Duc Eau Est Eu Eva Fab Fil Fort
  Fou Gap Ici If Îles Île Jeu Job Joe Joy Lab Lac Lys Léo Les Lot Mai Max Mer Mie Mon Nos Nez Ô Pau Pic Plan Pot Ass Pré Prés Pro Puy Ré Roc Roi
  Rue Sel Sud Sur Tas Thé Toi Ton Top Val Vie Vif Vos Web Zoé Zen Yvi Net Nord Ouest Pas Cap Ctre Nid Sol Haut Gué Œil Axe Air Âge Élan
`)

/** First names, surnames and other proper names with accents, which capitals often omit. */
export const ACCENTED_NAMES: ReadonlyMap<string, string> = byPlainWord(`
  Aimé Aimée Amélie Anaïs André Andrée Angèle Antonnière Aragon Aurélie Barthélemy Béatrice Bérégovoy Césaire Cécile Céleste Chloé
  Clémenceau Clément Crèche Daudet Désiré Désirée Émile Émilie Émeraude Étienne Étoile Édith Édouard Édouards Élie Élise Élisabeth
  Éloi Éluard Érables Érasme Éric Ève Exupéry Félix Frédéric Françoise François Gérard Geneviève Grégoire Hélène Hérault
  Hervé Hippolyte Honoré Irène Jaurès Jérôme Joséphine Josué Joël Kléber Lamartine Léa Léon Léonard Léopold Mélies Méliès Mendès
  Mélina Michèle Mitterrand Molière Moïse Musset Nazaré Nedelec Noé Noël Norbert Pégase Pergaud Péguy Piédalu Préfontaine Prévert
  Raphaël René Renée Rémi Rémy Rhône Rivière Salomé Sébastien Sémaphore Séverine Sévigné Sévérine Stéphane Sédar Senghor Thérèse Théo
  Théodore Théophile Valéry Véga Verlaine Véronique Vénus Victoire Zoé Zéphyr Mosaïque Sphère Odyssée Épi Échelle Éclat Éveil Évasion
  Fougères Pléiade Écureuil Écureuils Oxygène Évolution Médecins Châteaux Érable Églantine Étang Étangs Agglo Méditerranée Lumière Bruyère Forêt Fontaine Château Chêne Chênes Clé Clés Cèdre Cèdres Côte Côtes Écluse Église Frênes
  Genêts Hêtres Oliviers Pâquerettes Peupliers Platanes Près Prés Pyrénées Alpes Isère Lozère Finistère Corrèze Creuse Haute Hautes
  Nièvre Vendée Vienne Drôme Ardèche Orléans Lyon Méridienne Réunion Mayotte Aquarelle Arménie Arobase Sèvres Cévennes Vézère Périgord Sablière Sablières Débrouillard Débrouillards Idée Idées Échos
  Métropole Première Deuxième Troisième Kaléidoscope Éphémère Énergie Énergies Équipe Équilibre Éléphant Éventail Éclaircie Éclipse Étincelle Étincelles
  Clairière Lumières Rivières Pépinière Pépinières Crémaillère Bergère Volière Verrière Verrières
  ${TOWN_WORDS.join(' ')}
`)

/** First names of people after whom places are often named: a word in capitals after them is a surname. */
export const FIRST_NAMES: ReadonlySet<string> = new Set(
  listOf(`
    Agnès Aimé Albert Alexandre Alfred Alice Anatole André Anne Antoine Ariane Arthur Auguste Benoît Bernard Boris Camille Charles Charlotte
    Claude Colette Danielle Denis Denise Édith Édouard Elsa Émile Ernest Eugène Eugénie Fernand Florence Françoise François Frédéric
    Gabriel Gaston Geneviève Georges George Gérard Germaine Gilbert Gisèle Guy Gustave Hélène Henri Honoré Hubert Irène Jacques Jean Jeanne Joliot
    Joseph Joséphine Josy Jules Julie Léo Léon Léopold Louis Louise Lucie Lucien Marc Marcel Marguerite Marie Martin Maurice Max Michel Michèle
    Nelson Olympe Pablo Paul Pauline Philippe Pierre Raymond René Robert Roger Romain Rosa Salvador Simone Suzanne Théodore Thérèse Victor Yves
  `).map(plainWord)
)

/** Names with a fixed spelling. */
export const FIXED_NAMES: readonly string[] = [
  'La Poste',
  'France services',
  'France Travail',
  'Pôle emploi',
  'Croix-Rouge',
  'Emmaüs',
  'Conseil départemental',
  'Conseil régional',
  'Saint-Exupéry',
  'Mission locale',
  'Fab Lab',
  'FabLab',
  'Point-Virgule'
]
