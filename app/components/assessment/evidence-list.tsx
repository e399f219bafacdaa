import { useWords } from '#app/components/words.tsx'
import { DraftEvidence } from '#app/components/workspace/draft-evidence.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { fileSize } from '#app/components/evidence/file-words.ts'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { partOf } from '#app/domain/local-assessment/rules.ts'
import type { AssessmentDesk } from '#app/domain/local-assessment/view.ts'
import { assessEvidenceHref, assessHref } from './addresses.ts'
import { wordsIn } from './assessment-words.ts'
import { DeskFrame, pageTitle } from './desk-frame.tsx'

type DeskProps = { desk: AssessmentDesk }

/** The evidence of an assessment, question by question, each with the way to add more. */
export function AssessmentEvidence({ desk, person }: DeskProps & { person: Signed }) {
	const words = useWords()
	const { say, locale } = words
	return (
		<DeskFrame desk={desk} person={person} title={say('assessment.evidence.title')}>
			<FileRoom desk={desk} />
			{desk.pages.map((page) => (
				<section key={`${page.section} ${page.commitmentId ?? ''}`}>
					<h2 className="govuk-heading-m">{pageTitle(desk, page, words)}</h2>
					{page.questions.map((question) => {
						const answer = { code: question.code, commitmentId: page.commitmentId }
						const text = wordsIn(question.text, words)
						const part = partOf(answer.code, answer.commitmentId)
						return (
							<section key={question.code}>
								<h3 className="govuk-heading-s">{text}</h3>
								<DraftEvidence pieces={desk.pieces.filter((piece) => piece.part === part)} />
								<p className="govuk-body">
									<a className="govuk-link" href={assessEvidenceHref(locale, desk.place, answer)}>
										{say('assessment.evidence.add')}
										<span className="govuk-visually-hidden">: {text}</span>
									</a>
								</p>
							</section>
						)
					})}
				</section>
			))}
			<ButtonLink href={assessHref(locale, desk.place)} variant="secondary">
				{say('assessment.evidence.enough')}
			</ButtonLink>
		</DeskFrame>
	)
}

/** How many files one assessment may carry, and how large each may be. */
export function FileRoom({ desk: { files } }: DeskProps) {
	const words = useWords()
	const { say, format } = words
	return (
		<p className="govuk-body">
			{say('assessment.files.room', {
				most: format.count(files.most),
				size: fileSize(files.bytes, words),
				left: format.count(files.left),
			})}
		</p>
	)
}
