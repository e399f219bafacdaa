import { useWords } from '#app/components/words.tsx'
import { VERIFICATION_EVIDENCE_MAX } from '#app/domain/verification/rules.ts'
import type { FindingView } from '#app/domain/verification/view.ts'
import { findingEvidenceRemovalHref, findingHref } from './addresses.ts'
import { EvidenceEditor, useEvidenceForm } from './evidence-editor.tsx'
import { FindingFrame } from './finding-frame.tsx'
import type { Rejected } from './rejection.ts'
import type { Signed } from './workspace-page.tsx'

type QuestionProps = { view: FindingView; person: Signed; rejected: Rejected }

/** The third question of a finding: the monitor's own evidence. */
export function FindingEvidence({ view, person, rejected }: QuestionProps) {
	const { say, locale, format } = useWords()
	const { draft } = view
	const form = useEvidenceForm(rejected, true)
	return (
		<FindingFrame
			view={view}
			person={person}
			title={say('finding.evidence.title')}
			errors={form.errors}
			refusal={rejected?.reason}
		>
			<p className="govuk-body">
				{say('finding.evidence.hint', { most: format.count(VERIFICATION_EVIDENCE_MAX) })}
			</p>
			<EvidenceEditor
				form={form}
				given={draft.evidence}
				most={VERIFICATION_EVIDENCE_MAX}
				version={draft.version}
				hasStance
				action={findingHref(locale, draft.id, 'evidence')}
				anotherAction={findingHref(locale, draft.id, 'evidence/another')}
				removeAction={(position) => findingEvidenceRemovalHref(locale, draft.id, position)}
				onHref={findingHref(locale, draft.id, 'check')}
				isEnough={draft.evidence.length > 0}
			/>
		</FindingFrame>
	)
}
