import { ActFoot } from '#app/components/act-foot.tsx'
import { recordHref } from '#app/components/addresses.ts'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { OrganizationName } from '#app/components/cso/organization-name.tsx'
import { EvidenceList } from '#app/components/evidence/evidence-list.tsx'
import { SignedOrNot } from '#app/components/key/signature-list.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { VerificationView } from '#app/domain/verification/view.ts'
import { furtherRows, methodRows } from './further-rows.tsx'
import { InterestList } from './interest-list.tsx'

type VerificationCardProps = {
	verification: VerificationView
	headingLevel?: 2 | 3 | 4 | undefined
	/** Where all signatures stand beside the card, it does not speak of them. */
	signaturesBeside?: boolean
}

/** What a civil-society monitor found, how, and on what evidence. */
export function VerificationCard({
	verification: found,
	headingLevel = 4,
	signaturesBeside = false,
}: VerificationCardProps) {
	const words = useWords()
	const { say, format } = words
	const Heading = `h${headingLevel}` as const
	return (
		<article className="app-act">
			<Heading className="govuk-heading-s">{say('verification.heading')}</Heading>
			<SummaryList
				rows={[
					{
						key: say('verification.by'),
						value: <OrganizationName id={found.organizationId} name={found.organizationName} />,
					},
					{
						key: say('verification.level'),
						value: <LevelWord level={found.level} judge="verified" word={verificationWord(found, words)} />,
					},
					{ key: say('verification.outcome'), value: say(`outcome.${found.outcome}`) },
					{ key: say('verification.claim'), value: <JudgedClaim verification={found} /> },
					{ key: say('verification.method'), value: say(`method.${found.method}`) },
					...methodRows(found, words),
					{ key: say('verification.confidence'), value: say(`confidence.${found.confidence}`) },
					...furtherRows(found, words),
					...(signaturesBeside
						? []
						: [{ key: say('signature.heading'), value: <SignedOrNot signature={found.signature} /> }]),
					{ key: say('verification.independence'), value: <Independence verification={found} /> },
					{ key: say('verification.rationale'), value: <TextIn text={found.rationale} /> },
					{ key: say('verification.evidence'), value: <EvidenceList evidence={found.evidence} /> },
				]}
			/>
			<ActFoot {...found} name={say('verification.name', { on: format.day(found.publishedOn) })} />
		</article>
	)
}

/** The found level in words; without one, that the claim cannot be verified or that none was given. */
export function verificationWord(found: VerificationView, { say }: Pick<Words, 'say'>): string {
	if (found.level !== null) return say(`level.${found.level}`)
	return say(found.outcome === 'CANNOT_VERIFY' ? 'outcome.CANNOT_VERIFY' : 'judgement.no-level.found')
}

function JudgedClaim({ verification }: { verification: VerificationView }) {
	const { say, locale } = useWords()
	if (verification.claim === null) return <>{say('verification.no-claim')}</>
	return (
		<a className="govuk-link" href={recordHref(locale, verification.claim.recordId)}>
			{say('verification.claim.link', { version: verification.claim.version })}
		</a>
	)
}

function Independence({ verification }: { verification: VerificationView }) {
	const { say } = useWords()
	return (
		<>
			{say(`independence.${verification.independence}`)}
			<InterestList interests={verification.interests} />
			{verification.interestStatement === null ? null : (
				<p className="app-quote">{verification.interestStatement}</p>
			)}
		</>
	)
}
