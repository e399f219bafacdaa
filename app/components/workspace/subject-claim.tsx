import { commitmentHref } from '#app/components/addresses.ts'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { ClaimCard } from '#app/components/progress-update/claim-card.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { StatedLevel } from '#app/domain/commitment-level/view.ts'
import type { JudgedClaimView, SubjectView } from '#app/domain/finding-ground/view.ts'

type SubjectClaimProps = {
	subject: SubjectView
	/** The claim that is shown: the one being judged, or a newer one. */
	judged: JudgedClaimView
}

/** The claim a monitor judges, as it was published; without one, that there is none. */
export function SubjectClaim({ subject, judged: { claim, stated } }: SubjectClaimProps) {
	if (claim !== null) return <ClaimCard claim={claim} headingLevel={2} />
	if (stated !== null) return <Stated stated={stated} />
	return <NoClaim subject={subject} />
}

/** The level that an institution stated for the whole commitment. */
function Stated({ stated }: { stated: StatedLevel }) {
	const { say, format } = useWords()
	return (
		<SummaryList
			rows={[
				{ key: say('claim.by'), value: <TextIn text={stated.organizationName} /> },
				{ key: say('commitment-level.level'), value: <LevelWord level={stated.level} judge="claimed" /> },
				{ key: say('commitment-level.sentence'), value: <TextIn text={stated.sentence} /> },
				{ key: say('claim.checkpoint'), value: stated.checkpointCode ?? say('claim.no-checkpoint') },
				{ key: say('verify.stated.on'), value: format.day(stated.publishedOn) },
			]}
		/>
	)
}

function NoClaim({ subject: { commitment, milestone, checkpoint } }: { subject: SubjectView }) {
	const { say, locale, format } = useWords()
	if (checkpoint === null) return <InsetText>{say('verify.no-claim')}</InsetText>
	const values = { code: checkpoint.code, on: format.day(checkpoint.dueOn) }
	return (
		<InsetText>
			{say(milestone === null ? 'verify.no-claim.whole' : 'verify.no-claim.checkpoint', values)}{' '}
			<a className="govuk-link" href={commitmentHref(locale, commitment.id)}>
				{say('verify.no-claim.promise')}
			</a>
		</InsetText>
	)
}
