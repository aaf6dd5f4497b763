import type { Language } from '../../domain/language.ts'
import { editAddress } from '../addresses/managing-address.ts'
import { inLanguage } from '../addresses/pages.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { AreaField, CodeField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import { Section } from '../parts/prose.tsx'
import { CLAIMS } from '../wording/claims.ts'
import { type AnsweredClaim, claimAddress, managePath } from './read-claim.ts'

type Props = {
  readonly claim: AnsweredClaim
  readonly token: string
  readonly faults: readonly FieldFault[]
  readonly typed: string
  readonly notice: string | undefined
  readonly lang: Language
}

export function ClaimPage({ notice, ...props }: Props) {
  const { claim, lang } = props
  const says = CLAIMS[lang]
  const isOwn = claim.allowed.some((act) => act === 'prove' || act === 'end' || act === 'abandon')
  return (
    <>
      {notice && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <p class={`state ${claim.state}`}>{says.states[claim.state]}</p>
      {claim.state === 'asked' && (
        <p>{mayDecide(claim) ? says.waitsYou : claim.has_owner ? says.waitsManager : says.waitsModerator}</p>
      )}
      {claim.allowed.includes('prove') && <CodeForm {...props} />}
      {isOwn && claim.state === 'granted' && (
        <p>
          <a class="action" href={editAddress(claim.place.id, lang)}>
            {says.manage}
          </a>
        </p>
      )}
      <Facts claim={claim} lang={lang} />
      <Decisions {...props} />
      {['lapsed', 'refused', 'revoked', 'ended', 'proving'].includes(claim.state) && (
        <p class="onward">
          <a href={inLanguage(managePath(claim.place.id), lang)}>{says.again}</a>
        </p>
      )}
      <p class="onward">
        <a href={placeAddress({ id: claim.place.id, display_name: claim.place.name }, lang)}>
          {says.toPlace}
        </a>
      </p>
    </>
  )
}

const isDecided = (state: AnsweredClaim['state']): boolean => !['asked', 'proving'].includes(state)

type Inner = Omit<Props, 'notice'>

const mayDecide = ({ allowed }: AnsweredClaim): boolean =>
  allowed.includes('grant') || allowed.includes('refuse')

function CodeForm({ claim, token, faults, typed, lang }: Inner) {
  const says = CLAIMS[lang]
  return (
    <>
      {claim.sent_to && <p>{says.sentTo(claim.sent_to)}</p>}
      <Form
        action={claimAddress(claim.id, lang)}
        token={token}
        lang={lang}
        submit={says.enter}
        faults={faults}
      >
        <CodeField label={says.code} hint={says.codeHint} value={typed} faults={faults} lang={lang} />
      </Form>
    </>
  )
}

/** What people who decide need to know. */
function Facts({ claim, lang }: Pick<Props, 'claim' | 'lang'>) {
  const says = CLAIMS[lang]
  const { claimant, proof, proved_at: provedAt, message, reason } = claim
  return (
    <Section title={says.claimant}>
      <p>
        {[claimant.name, claimant.address].filter(Boolean).join(', ')}
        <br />
        {says.proofs[proof]}
        {provedAt !== null ? ` (${says.proved})` : isDecided(claim.state) ? '' : ` (${says.notProved})`}
      </p>
      {message && (
        <>
          <p>{says.theMessage}</p>
          <blockquote>{message}</blockquote>
        </>
      )}
      {reason && (
        <>
          <p>{says.theReason}</p>
          <blockquote>{reason}</blockquote>
        </>
      )}
    </Section>
  )
}

/** A button for each act, in a form of its own: the reason belongs to those that need one. */
function Decisions({ claim, token, faults, typed, lang }: Inner) {
  const says = CLAIMS[lang]
  const acts = claim.allowed.filter((act) => act !== 'prove')
  const decided = acts.filter((act) => act !== 'end' && act !== 'abandon' && act !== 'contest')
  const plain = acts.filter((act) => act === 'end' || act === 'abandon' || act === 'contest')
  const grant = claim.state === 'contested' ? says.restore : says.acts.grant
  // A claim that nothing proves is only granted for a reason.
  const isFree = decided.includes('grant') && !(claim.proof === 'vouched' && claim.state === 'asked')
  return (
    <>
      {decided.length > 0 && (
        <Section title={says.decide}>
          <Form
            action={claimAddress(claim.id, lang)}
            token={token}
            lang={lang}
            submit={says.decide}
            name="acte"
            buttons={decided.map((act) => ({
              value: act,
              label: act === 'grant' ? grant : says.acts[act]
            }))}
            faults={faults}
          >
            <AreaField
              name="motif"
              label={says.reason}
              hint={isFree ? says.reasonExcept(grant) : says.reasonHint}
              value={typed}
              faults={faults}
              rows={3}
              lang={lang}
            />
          </Form>
        </Section>
      )}
      {plain.map((act) => (
        <Form
          key={act}
          action={claimAddress(claim.id, lang)}
          token={token}
          lang={lang}
          submit={says.acts[act]}
          name="acte"
          buttons={[{ value: act, label: says.acts[act] }]}
        />
      ))}
    </>
  )
}
