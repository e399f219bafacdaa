import { commitmentHref, recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { COMMITMENT_TESTS } from '#app/domain/commitment-test/view.ts'
import type { CommitmentTestsView, TestField, TestedCommitment } from '#app/domain/commitment-test/view.ts'

/** Each commitment of the plan that is judged: what it passes, and which of its fields say so. */
export function CommitmentTests({ commitments }: { commitments: readonly CommitmentTestsView[] }) {
	const { say, locale } = useWords()
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
				rows={commitments.map(({ commitmentId, number, title, tests }) => ({
					key: commitmentId,
					cells: [
						<a key="commitment" className="govuk-link" href={commitmentHref(locale, commitmentId)}>
							{number === null ? null : `${number}. `}
							<TextIn text={title} />
						</a>,
						...tests.map((tested) => <Tested key={tested.test} tested={tested} />),
					],
				}))}
			/>
		</>
	)
}

function Tested({ tested: { result, fields, records } }: { tested: TestedCommitment }) {
	const words = useWords()
	const { say, locale } = words
	return (
		<>
			<strong>{say(`test-result.${result}`)}</strong>
			<ul className="govuk-list govuk-body-s">
				{fields.map((field) => (
					<li key={field.code}>
						{say(`test-field.${field.code}`)}: {fieldInWords(field, words)}
					</li>
				))}
				{records.map((recordId) => (
					<li key={recordId}>
						<a className="govuk-link" href={recordHref(locale, recordId)}>
							{say('commitment-tests.coding')}
						</a>
					</li>
				))}
			</ul>
		</>
	)
}

function fieldInWords({ code, count, of, given }: TestField, { say, format }: Words): string {
	if (code === 'POTENTIAL') return of === 0 ? say('test-field.not-assessed') : given.join(', ')
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
