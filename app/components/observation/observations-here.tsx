import { useWords } from '#app/components/words.tsx'
import type { SubjectView } from '#app/domain/finding-ground/view.ts'
import { draftObservationsHref } from './addresses.ts'
import { ObservationDetails } from './observation-list.tsx'

/** What members of the public saw of the milestone that a monitor is about to judge; nothing where nobody wrote. */
export function ObservedByPublic({ subject }: { subject: Pick<SubjectView, 'milestone'> }) {
	const { milestone } = subject
	return (
		milestone && <ObservationDetails milestoneId={milestone.id} observations={milestone.observations ?? []} />
	)
}

type HereProps = {
	finding: { readonly subject: Pick<SubjectView, 'milestone'>; readonly draft: { readonly id: string } }
}

/** The way to the observations that can be taken over into a finding; nothing where there are none. */
export function ObservationsHere({ finding: { subject, draft } }: HereProps) {
	const { say, locale, format } = useWords()
	const observations = (subject.milestone?.observations ?? []).filter(({ said }) => said !== null)
	const count = observations.length
	if (count === 0) return null
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={draftObservationsHref(locale, draft.id)}>
				{say('observation.take-over.link', { count, number: format.count(count) })}
			</a>
		</p>
	)
}
