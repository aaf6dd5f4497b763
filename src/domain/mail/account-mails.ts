import type { Email } from '../accounts/email.ts'
import type { Language } from '../language.ts'
import { wordedTime } from '../time.ts'
import type { Mail } from './mail.ts'

type SignIn = {
  readonly to: Email
  readonly language: Language
  /** As people read it. */
  readonly code: string
  /** The path of the link. */
  readonly link: string
  readonly minutes: number
}

/** The code is not in the subject: phones show subjects while they are locked. */
export function signInMail({ to, language, code, link, minutes }: SignIn): Mail {
  const blocks =
    language === 'fr'
      ? [
          `Voici votre code de connexion. Il vaut ${minutes} minutes et sert une fois.`,
          { code },
          'Écrivez-le dans la page où vous l’avez demandé. Dans le même navigateur, vous pouvez aussi ouvrir ce lien et appuyer sur le bouton.',
          { link, label: 'Terminer la connexion' },
          'Personne de l’annuaire ne vous demandera ce code. Si vous n’avez rien demandé, il n’y a rien à faire : sans ce code, personne ne peut se connecter.'
        ]
      : [
          `This is your code to sign in. It is valid for ${minutes} minutes and can be used once.`,
          { code },
          'Type it in the page on which you asked for it. In the same browser, you can also open this link and press the button.',
          { link, label: 'Finish signing in' },
          'The directory will never ask you for this code. If you did not ask for it, you need not do anything: without this code, it is impossible to sign in.'
        ]
  const subject = language === 'fr' ? 'Votre code de connexion' : 'Your code to sign in'
  return { to, language, subject, blocks }
}

type Unused = {
  readonly to: Email
  readonly language: Language
  readonly months: number
  /** `YYYY-MM-DD`. */
  readonly closesOn: string
  readonly link: string
}

/** Warns the owner of an account that it will be closed because it is not used. */
export function unusedAccountMail({ to, language, months, closesOn, link }: Unused): Mail {
  const day = wordedTime(language, { dateStyle: 'long' })(new Date(closesOn))
  const blocks =
    language === 'fr'
      ? [
          `Votre compte n’a pas servi depuis ${months} mois. Sans nouvelle de vous, il sera résilié le ${day} : votre adresse et votre nom seront effacés.`,
          'Pour le garder, connectez-vous une fois avant cette date.',
          { link, label: 'Se connecter' },
          'Si vous n’en avez plus besoin, il n’y a rien à faire.'
        ]
      : [
          `Your account has not been used for ${months} months. Unless we hear from you, it will be closed on ${day}: your address and your name will be erased.`,
          'To keep it, sign in once before that day.',
          { link, label: 'Sign in' },
          'If you no longer need it, there is nothing to do.'
        ]
  const subject = language === 'fr' ? 'Votre compte va être résilié' : 'Your account will be closed'
  return { to, language, subject, blocks }
}
