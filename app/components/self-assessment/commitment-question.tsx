import { useForm } from '@conform-to/react'
import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Details } from '#app/components/ui/details.tsx'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { QuestionForm } from '#app/components/workspace/question-form.tsx'
import { errorsOf } from '#app/components/workspace/rejection.ts'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { StoredNow } from '#app/components/workspace/stored-now.tsx'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { AssessmentDesk } from '#app/domain/self-assessment/queries.server.ts'
import { TEXT_MAX_CHARACTERS, partKey } from '#app/domain/self-assessment/rules.ts'
import type { AssessedCommitment } from '#app/domain/self-assessment/schema.ts'
import { deskCommitmentHref } from './addresses.ts'
import { MilestoneTable, PromisedFacts } from './commitment-section.tsx'
import { CommitmentName, Suggested } from './completion-table.tsx'
import { DeskFrame, placeOf } from './desk-frame.tsx'
import { NotTranslated } from './text-question.tsx'

type QuestionProps = {
	desk: AssessmentDesk
	commitment: AssessedCommitment
	person: Signed
	rejected: Rejected
}

type Fields = {
	level: string
	resultsId: string
	resultsEn: string
	nextId: string
	nextEn: string
	notTranslated: string
	contact: string
}

/** How far a commitment has come: a suggestion from the claims, which a person confirms or changes, and the results. */
export function CommitmentQuestion({ desk, commitment, person, rejected }: QuestionProps) {
	const { say, locale } = useWords()
	const [, fields] = useForm<Fields>({
		id: 'answer',
		lastResult: rejected?.reply,
		defaultValue: storedFields(desk, commitment),
	})
	const { level, resultsId, resultsEn, nextId, nextEn, contact } = fields
	const inOrder = [level, resultsId, resultsEn, nextId, nextEn, contact]
	return (
		<DeskFrame
			desk={desk}
			person={person}
			about={<CommitmentName commitment={commitment} />}
			title={say('self-assessment.commitment.question')}
			errors={errorsOf(rejected, inOrder, say)}
			refusal={rejected?.reason}
		>
			<StoredNow refusal={rejected?.reason}>
				<StoredCommitment commitment={commitment} />
			</StoredNow>
			<WhatItRestsOn commitment={commitment} />
			<QuestionForm
				action={deskCommitmentHref(locale, placeOf(desk), commitment.id)}
				version={desk.answers.versions[partKey.commitment(commitment.id)] ?? 0}
			>
				<CommitmentFields fields={fields} />
			</QuestionForm>
		</DeskFrame>
	)
}

/** What the claims suggest, and what the plan promised. */
function WhatItRestsOn({ commitment }: { commitment: AssessedCommitment }) {
	const { say } = useWords()
	return (
		<>
			<p className="govuk-body">
				{say('self-assessment.suggested')}: <Suggested commitment={commitment} />
			</p>
			<MilestoneTable commitment={commitment} />
			<Details summary={say('self-assessment.promised')}>
				<PromisedFacts commitment={commitment} />
			</Details>
		</>
	)
}

type FieldsOf = ReturnType<typeof useForm<Fields>>[1]

function CommitmentFields({ fields }: { fields: FieldsOf }) {
	const { say } = useWords()
	const { level, resultsId, resultsEn, nextId, nextEn, contact } = fields
	const area = (field: typeof resultsId, lang: 'en' | 'id', what: 'results' | 'next') => (
		<TextArea
			{...fieldFrom(field, say)}
			label={say(`self-assessment.${what}.${lang}`)}
			lang={lang}
			maxLength={TEXT_MAX_CHARACTERS}
		/>
	)
	return (
		<>
			<Radios
				{...fieldFrom(level, say)}
				label={say('self-assessment.level')}
				hint={say('self-assessment.level.hint')}
				items={CLAIMED_LEVELS.map((code) => ({
					value: code,
					label: <LevelWord level={code} judge="claimed" />,
				}))}
			/>
			{area(resultsId, 'id', 'results')}
			{area(resultsEn, 'en', 'results')}
			{area(nextId, 'id', 'next')}
			{area(nextEn, 'en', 'next')}
			<NotTranslated field={fields.notTranslated} />
			<TextField
				{...fieldFrom(contact, say)}
				label={say('self-assessment.contact')}
				hint={say('self-assessment.contact.hint')}
			/>
		</>
	)
}

function storedFields(desk: AssessmentDesk, commitment: AssessedCommitment) {
	const { results, next } = commitment
	return {
		// Until somebody confirms a step, the one that the claims suggest is chosen.
		level: commitment.level ?? commitment.suggested.level,
		resultsId: results.id,
		resultsEn: results.en,
		nextId: next.id,
		nextEn: next.en,
		notTranslated: results.notTranslated || next.notTranslated ? 'on' : '',
		contact: desk.answers.commitments[commitment.id]?.contact ?? null,
	}
}

function StoredCommitment({ commitment }: { commitment: AssessedCommitment }) {
	const { say } = useWords()
	const { level, results, next } = commitment
	return (
		<>
			<p className="govuk-body">
				{level === null ? say('self-assessment.not-confirmed') : <LevelWord level={level} judge="claimed" />}
			</p>
			<StoredText text={results} />
			<StoredText text={next} />
		</>
	)
}
