import { ObservationsHere } from '#app/components/observation/observations-here.tsx'
import { useWords } from '#app/components/words.tsx'
import type { FindingView } from '#app/domain/finding-draft/view.ts'
import { EvidenceDesk } from './evidence-desk.tsx'
import { EvidenceLinkForm, useLinkForm } from './evidence-link-form.tsx'
import { placeOfFinding } from './evidence-place.ts'
import { FindingFrame } from './finding-frame.tsx'
import type { Rejected } from './rejection.ts'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { view: FindingView; person: Signed; rejected: Rejected }

/** The third question of a finding: the monitor's own evidence. */
export function FindingEvidence({ view, person, rejected }: QuestionProps) {
	const { say, locale, format } = useWords()
	const form = useLinkForm(rejected)
	const place = placeOfFinding(view.draft, locale)
	return (
		<FindingFrame
			view={view}
			person={person}
			title={say('finding.evidence.title')}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<p className="govuk-body">{say('finding.evidence.hint', { most: format.count(place.most) })}</p>
			<ObservationsHere finding={view} />
			<EvidenceDesk place={place} adds="link">
				<EvidenceLinkForm form={form} place={place} />
			</EvidenceDesk>
		</FindingFrame>
	)
}
