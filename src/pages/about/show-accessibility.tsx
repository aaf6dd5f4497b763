import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { PageLink, Section, sendProse } from '../parts/prose.tsx'
import { Email, Phone } from '../parts/reach.tsx'
import { languageOf } from '../shell/respond.ts'
import type { Accessibility, Operator } from '../shell/site.ts'
import { ACCESSIBILITY } from '../wording/accessibility.ts'
import { longDay } from '../wording/day.ts'
import { WORDING } from '../wording/wording.ts'

type Props = { readonly accessibility: Accessibility; readonly lang: Language }

/** Shows the accessibility declaration, with the parts and in the order of the RGAA's model. */
export async function showAccessibility(request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = ACCESSIBILITY[lang]
  const { operator, accessibility, publicUrl } = reply.server.site
  const { plan } = accessibility
  return sendProse(reply, lang, {
    page: 'accessibility',
    title: says.title,
    lead: says.lead,
    children: (
      <>
        <p>{says.commitment(operator.name ?? says.someone)}</p>
        <p>{plan === undefined ? says.noPlan : <a href={plan}>{says.plan}</a>}</p>
        <p>{says.applies(publicUrl ?? WORDING[lang].site)}</p>
        <State accessibility={accessibility} lang={lang} />
        <Missing accessibility={accessibility} lang={lang} />
        <Made accessibility={accessibility} lang={lang} />
        <Feedback operator={operator} lang={lang} />
        <Remedies lang={lang} />
      </>
    )
  })
}

function State({ accessibility: { status, audit }, lang }: Props) {
  const says = ACCESSIBILITY[lang]
  return (
    <Section title={says.state}>
      <p>{status === undefined ? says.undeclared : <strong>{says.declared[status]}</strong>}</p>
      <h3>{says.results}</h3>
      <p>{audit === undefined ? says.noAudit : <span lang="fr">{audit}</span>}</p>
      <p>{says.checks}</p>
    </Section>
  )
}

function Missing({ accessibility: { issues }, lang }: Props) {
  const says = ACCESSIBILITY[lang]
  return (
    <Section title={says.missing}>
      <h3>{says.issues}</h3>
      {issues.length === 0 ? (
        <p>{says.noIssues}</p>
      ) : (
        <ul lang="fr">
          {issues.map((issue) => (
            <li key={issue}>{issue}</li>
          ))}
        </ul>
      )}
      <h3>{says.burden}</h3>
      <p>{says.noBurden}</p>
      <h3>{says.exempt}</h3>
      <ul>
        {says.exemptions.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </Section>
  )
}

function Made({ accessibility: { declaredOn }, lang }: Props) {
  const says = ACCESSIBILITY[lang]
  return (
    <Section title={says.made}>
      <p>{declaredOn === undefined ? says.madeSometime : says.madeOn(longDay(lang, declaredOn))}</p>
      <h3>{says.technologies}</h3>
      <p>{says.technologiesText}</p>
      <h3>{says.environment}</h3>
      <p>{says.environmentText}</p>
      <h3>{says.pages}</h3>
      <p>{says.pagesText}</p>
    </Section>
  )
}

function Feedback({ operator, lang }: { readonly operator: Operator; readonly lang: Language }) {
  const says = ACCESSIBILITY[lang]
  return (
    <Section title={says.feedback}>
      <p>{says.feedbackText}</p>
      <dl>
        <Email operator={operator} lang={lang} />
        <Phone operator={operator} lang={lang} />
      </dl>
      <PageLink page="contact" lang={lang}>
        {says.toContact}
      </PageLink>
    </Section>
  )
}

function Remedies({ lang }: { readonly lang: Language }) {
  const { remedies, remediesText, remedy } = ACCESSIBILITY[lang]
  return (
    <Section title={remedies}>
      <p>{remediesText}</p>
      <ul>
        <li>
          <a href="https://formulaire.defenseurdesdroits.fr/">{remedy.write}</a>
        </li>
        <li>
          <a href="https://www.defenseurdesdroits.fr/saisir/delegues">{remedy.delegate}</a>
        </li>
        <li>{remedy.post}</li>
      </ul>
    </Section>
  )
}
