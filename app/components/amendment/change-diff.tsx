import { Table } from '#app/components/ui/table.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { ChangeView, FieldDifference } from '#app/domain/amendment-draft/view.ts'
import { LATE_REDATING_DAYS } from '#app/domain/published-text/rules.ts'
import { RecordNameText } from './record-name.tsx'

/** What an amendment does to one record, in words, and each field that it changes: old beside new. */
export function ChangeDiff({ change }: { change: ChangeView }) {
	const { say } = useWords()
	return (
		<>
			<p className="govuk-body">
				<strong>{say(`amendment.operation.${change.operation}`)}</strong>
			</p>
			{change.successors.length === 0 ? null : (
				<ul className="govuk-list govuk-list--bullet">
					{change.successors.map((successor) => (
						<li key={successor.recordId}>
							{say('amendment.becomes')} <RecordNameText name={successor} />
						</li>
					))}
				</ul>
			)}
			{change.late === null ? null : <LateNote late={change.late} />}
			<Differences change={change} />
		</>
	)
}

function Differences({ change }: { change: ChangeView }) {
	const words = useWords()
	const { say } = words
	if (change.differences.length === 0) return null
	return (
		<Table
			id={`change-${change.recordId}`}
			caption={say('amendment.differences')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('amendment.field') },
				{ head: say('amendment.before') },
				{ head: say('amendment.after') },
			]}
			rows={change.differences.map((difference) => ({
				key: difference.field,
				cells: [
					fieldName(difference, words),
					<Side key="before" difference={difference} value={difference.before} mark="del" />,
					<Side key="after" difference={difference} value={difference.after} mark="ins" />,
				],
			}))}
		/>
	)
}

/** That an end was moved when it had passed, or shortly before. The rule is ours and says so. */
export function LateNote({ late }: { late: NonNullable<ChangeView['late']> }) {
	const { say } = useWords()
	return (
		<WarningText>
			{say(`amendment.late.${late}`, { days: LATE_REDATING_DAYS })} {say('amendment.late.rule')}
		</WarningText>
	)
}

function fieldName({ field, kind }: FieldDifference, { say }: Words): string {
	return kind === 'value' ? say(field) : say(`amendment.field.${field}`)
}

type SideProps = { difference: FieldDifference; value: string | null; mark: 'del' | 'ins' }

/** One side of a field. What goes and what comes is marked as such, and said by the column's name. */
function Side({ difference: { field, kind }, value, mark: Mark }: SideProps) {
	const { say, format } = useWords()
	if (value === null) return <span className="app-missing">{say('missing.text')}</span>
	if (kind === 'day') return <Mark>{format.day(value)}</Mark>
	if (kind === 'value' && value === 'NAMED') return <Mark>{say('amendment.value.named')}</Mark>
	const lang = field.endsWith('En') ? 'en' : field.endsWith('Id') && field !== 'leadId' ? 'id' : undefined
	return (
		<Mark className="app-quote" lang={lang}>
			{value}
		</Mark>
	)
}
