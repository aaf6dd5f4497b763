/**
 * The commonest given names in France, living people of all ages (INSEE, Fichier des prénoms), without those that are
 * everyday words or towns by themselves. A misspelt town behind one of them is a surname.
 */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `adam agnes alain albert alexandre alexis alice amandine amelie andre andree anne annie antoine arnaud arthur audrey aurelie
  aurelien beatrice benjamin benoit bernadette bernard brigitte bruno camille carole caroline cecile celine chantal charles
  chloe christelle christian christiane christine christophe claire claude claudine clement clementine colette corinne cyril
  damien daniel daniele david delphine denis denise didier dominique edouard eliane elisabeth elodie emilie emma emmanuel
  emmanuelle enzo eric estelle etienne eva evelyne fabien fabienne fabrice fanny fatima florence florent francine francis franck
  francois francoise frederic frederique gabriel genevieve georges gerard ghislaine gilbert gilles gregory guillaume guy gwenaelle helene
  henri henriette herve hugo huguette ines isabelle jacqueline jacques jade jean jeanne jeannine jennifer jeremy jerome jessica joel
  joelle johanna jonathan josette joseph josiane julie julien juliette justine karim karine kevin laetitia laura laure laurence laurent lea
  lionel lise loic lola louis louise luc lucas lucie lucien ludovic madeleine manon marc marcel marcelle margaux marguerite
  marie marine marion marjorie martin martine mathieu mathilde maurice maxime megane melanie melissa michel michele
  michelle micheline mireille mohamed monique morgane myriam nadege nadia nadine nathalie nathan nicolas nicole noemie noel odette odile
  olivier pascal pascale patrice patricia patrick paul paulette pauline philippe pierre pierrette quentin rachel raphael raymond
  raymonde regis regine remi renee robert roger roland romain sabrina samuel sandra sandrine sarah sebastien serge severine simon
  simone solange sonia sophie stephane stephanie suzanne sylvain sylvie theo therese thierry thomas tristan valentin valerie vanessa
  veronique victor vincent virginie viviane xavier yann yannick yves yvette yvonne`.split(/\s+/)
)
