import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { AssessmentDesk } from '#app/domain/self-assessment/queries.server.ts'
import { DeskFrame } from './desk-frame.tsx'
import { ReportBody } from './report-body.tsx'

/** What the self-assessment would say if it were published now. */
export function Preview({ desk, person }: { desk: AssessmentDesk; person: Signed }) {
	const { say } = useWords()
	return (
		<DeskFrame desk={desk} person={person} title={say('self-assessment.preview.title')}>
			<InsetText>{say('self-assessment.preview.lead')}</InsetText>
			<ReportBody model={desk.model} />
		</DeskFrame>
	)
}
