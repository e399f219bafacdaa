import { useWords } from '#app/components/words.tsx'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import type { FindingView } from '#app/domain/finding-draft/view.ts'
import { EvidenceDesk } from './evidence-desk.tsx'
import { EvidenceFileForm, useFileForm } from './evidence-file-form.tsx'
import { placeOfFinding } from './evidence-place.ts'
import { FindingFrame } from './finding-frame.tsx'
import type { Rejected } from './rejection.ts'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { view: FindingView; received: ReceivedFile | null; person: Signed; rejected: Rejected }

/** The third question of a finding, answered with a file. */
export function FindingEvidenceFile({ view, received, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const form = useFileForm(rejected)
	const place = placeOfFinding(view.draft, locale)
	return (
		<FindingFrame
			view={view}
			person={person}
			title={say('finding.evidence.title')}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<EvidenceDesk place={place} adds="file">
				<EvidenceFileForm form={form} place={place} received={received} />
			</EvidenceDesk>
		</FindingFrame>
	)
}
