import { commitmentHref, recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { COMMITMENT_TESTS } from '#app/domain/commitment-test/view.ts'
import type { CommitmentTestsView, TestField, TestedCommitment } from '#app/domain/commitment-test/view.ts'

/** Each commitment of the plan that is judged: what it passes, and which of its fields say so. */
export function CommitmentTests({ commitments }: { commitments: readonly CommitmentTestsView[] }) {
	const { say } = useWords()
	if (commitments.length === 0) return null
	return (
		<>
			<h3 className="govuk-heading-m">{say('commitment-tests.title')}</h3>
			<p className="govuk-body">{say('commitment-tests.lead')}</p>
			<Table
				id="commitment-tests"
				caption={say('commitment-tests.caption')}
				captionSize="s"
				stacks
				columns={[
					{ head: say('commitment-tests.commitment'), isWide: true },
					...COMMITMENT_TESTS.map((test) => ({ head: say(`commitment-test.${test}`) })),
				]}
				rows={commitments.map((commitment) => ({
					key: commitment.commitmentId,
					cells: [
						<Commitment key="commitment" commitment={commitment} />,
						...commitment.tests.map(({ test, result }) => (
							<strong key={test}>{say(`test-result.${result}`)}</strong>
						)),
					],
				}))}
			/>
		</>
	)
}

/** A commitment with, closed away, the fields behind each of its results. */
function Commitment({
	commitment: { commitmentId, number, title, tests },
}: {
	commitment: CommitmentTestsView
}) {
	const { say, locale } = useWords()
	return (
		<>
			<a className="govuk-link" href={commitmentHref(locale, commitmentId)}>
				{number === null ? null : `${number}. `}
				<TextIn text={title} />
			</a>
			<Details summary={say('commitment-tests.fields')}>
				{tests.map((tested) => (
					<Fields key={tested.test} tested={tested} />
				))}
			</Details>
		</>
	)
}

function Fields({ tested: { test, fields, records, assessments = [] } }: { tested: TestedCommitment }) {
	const words = useWords()
	const { say, locale } = words
	const said = [
		...records.map((recordId) => ({ recordId, word: say('commitment-tests.coding') })),
		...assessments.map((recordId) => ({ recordId, word: say('commitment-tests.assessment') })),
	]
	return (
		<>
			<p className="govuk-body-s govuk-!-margin-bottom-1">
				<strong>{say(`commitment-test.${test}`)}</strong>
			</p>
			<ul className="govuk-list govuk-body-s">
				{fields.map((field) => (
					<li key={field.code}>
						{say(`test-field.${field.code}`)}: {fieldInWords(field, words)}
					</li>
				))}
				{said.map(({ recordId, word }) => (
					<li key={recordId}>
						<a className="govuk-link" href={recordHref(locale, recordId)}>
							{word}
						</a>
					</li>
				))}
			</ul>
		</>
	)
}

function fieldInWords({ code, count, of, given }: TestField, { say, format }: Words): string {
	if (code === 'POTENTIAL') return of === 0 ? say('test-field.not-assessed') : given.join(', ')
	if (code === 'POTENTIAL_ASSESSED')
		return given.map((answer) => say(`assessment.answer.potential.${answer}`)).join(', ')
	if (code === 'PRIMARY_VALUE' && count > 0) return given.map((value) => say(`ogp-value.${value}`)).join(', ')
	if (of <= 1 && code !== 'JUSTIFICATION' && !MILESTONE_FIELDS.includes(code))
		return say(count === 0 ? 'test-field.missing' : 'test-field.given')
	if (of === 0) return say('test-field.missing')
	const values = { given: format.count(count), of: format.count(of) }
	return say(code === 'JUSTIFICATION' ? 'test-field.of-values' : 'test-field.of-milestones', values)
}

const MILESTONE_FIELDS: readonly TestField['code'][] = [
	'DELIVERABLE',
	'STARTS_ON',
	'ENDS_ON',
	'RESPONSIBLE',
	'WITHIN_PLAN',
]
