import type { ReactNode } from 'react'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { FieldError } from '#app/components/ui/error-summary.tsx'
import { EvidenceDesk, EvidenceOnward } from '#app/components/workspace/evidence-desk.tsx'
import { EvidenceFileForm, useFileForm } from '#app/components/workspace/evidence-file-form.tsx'
import { EvidenceLinkForm, useLinkForm } from '#app/components/workspace/evidence-link-form.tsx'
import type { EvidencePlace } from '#app/components/workspace/evidence-place.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import type { ReceivedFile } from '#app/domain/evidence/schema.ts'
import { ANSWER_EVIDENCE_MAX, partOf } from '#app/domain/local-assessment/rules.ts'
import type { AnsweredQuestion, AssessmentDesk } from '#app/domain/local-assessment/view.ts'
import { assessEvidenceHref, assessEvidenceRemovalHref, assessHref } from './addresses.ts'
import { wordsIn } from './assessment-words.ts'
import { DeskFrame } from './desk-frame.tsx'
import { FileRoom } from './evidence-list.tsx'

type QuestionProps = {
	desk: AssessmentDesk
	answer: AnsweredQuestion
	person: Signed
	rejected: Rejected
}

/** Asks for a link as evidence of one answer. */
export function LinkQuestion(props: QuestionProps) {
	const { locale } = useWords()
	const form = useLinkForm(props.rejected)
	const place = placeOfAnswer(props, locale)
	return (
		<Framed {...props} errors={form.errors}>
			<EvidenceDesk place={place} adds="link">
				<EvidenceLinkForm form={form} place={place} />
			</EvidenceDesk>
		</Framed>
	)
}

/** Asks for a file as evidence of one answer, as long as the assessment may carry one more. */
export function FileQuestion({ received, ...props }: QuestionProps & { received: ReceivedFile | null }) {
	const { say, locale } = useWords()
	const form = useFileForm(props.rejected)
	const place = placeOfAnswer(props, locale)
	const isFull = props.desk.files.left === 0
	return (
		<Framed {...props} errors={form.errors}>
			<EvidenceDesk place={place} adds="file">
				{isFull ? (
					<>
						<p className="govuk-body">{say('assessment.file.too-many')}</p>
						<EvidenceOnward place={place} />
					</>
				) : (
					<EvidenceFileForm form={form} place={place} received={received} />
				)}
			</EvidenceDesk>
		</Framed>
	)
}

function Framed(props: QuestionProps & { errors: readonly FieldError[]; children: ReactNode }) {
	const { desk, answer, person, rejected, errors, children } = props
	const words = useWords()
	return (
		<DeskFrame
			desk={desk}
			person={person}
			title={words.say('assessment.evidence.question')}
			backHref={assessHref(words.locale, desk.place, 'evidence')}
			errors={errors}
			refusal={rejected?.reason}
		>
			<p className="govuk-body-l">{wordsIn(answer.question.text, words)}</p>
			<FileRoom desk={desk} />
			{children}
		</DeskFrame>
	)
}

function placeOfAnswer({ desk, answer }: QuestionProps, locale: Words['locale']): EvidencePlace {
	const of = { code: answer.question.code, commitmentId: answer.commitmentId }
	const part = partOf(of.code, of.commitmentId)
	const href = (step?: 'another' | 'file' | 'file/another') =>
		assessEvidenceHref(locale, desk.place, { ...of, step })
	return {
		given: desk.pieces.filter((piece) => piece.part === part),
		most: ANSWER_EVIDENCE_MAX,
		version: desk.version,
		hasStance: false,
		asksMore: true,
		moreHrefOf: null,
		isEnough: true,
		hrefOf: (step) => {
			if (step === 'evidence') return href()
			if (step === 'evidence/another') return href('another')
			return href(step === 'evidence/file' ? 'file' : 'file/another')
		},
		onHref: assessHref(locale, desk.place, 'evidence'),
		removeAction: (position) => assessEvidenceRemovalHref(locale, desk.place, { ...of, position }),
	}
}
