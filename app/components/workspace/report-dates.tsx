import type { FieldMetadata } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { datesAskedAt } from '#app/domain/further-answer/rules.ts'
import type { GivenDates } from '#app/domain/further-answer/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'

type Name = keyof GivenDates
type ReportDatesProps = {
	task: TaskView
	fields: { readonly [N in Name]: FieldMetadata<string> }
	/** Whether the page asks also what only some reports need. */
	asksMore: boolean
}

/**
 * When work began and ended. Asked of what is complete; of the rest only where more is asked, because the days are
 * known only sometimes. Days that were given stay as they are where they are not asked.
 */
export function ReportDates({ task, fields, asksMore }: ReportDatesProps) {
	const { say } = useWords()
	const names = datesAskedAt(task.answers.level)
	const isAsked = asksMore || task.answers.level === 'COMPLETE' || names.some((name) => fields[name].errors)
	return (
		<>
			{names.map((name) =>
				isAsked ? (
					<DateField key={name} task={task} name={name} field={fields[name]} />
				) : (
					<input
						key={name}
						type="hidden"
						name={name}
						value={fieldFrom(fields[name], say).defaultValue ?? ''}
					/>
				),
			)}
		</>
	)
}

type DateFieldProps = { task: TaskView; name: Name; field: FieldMetadata<string> }

function DateField({ task, name, field }: DateFieldProps) {
	const { say, format } = useWords()
	const planned = name === 'startedOn' ? task.milestone.startsOn : task.milestone.endsOn
	const on = planned === null ? say('missing.text') : format.day(planned)
	return (
		<TextField
			{...fieldFrom(field, say)}
			label={say(`task.date.${name}`)}
			hint={say('task.date.planned', { on })}
			type="date"
			width={10}
		/>
	)
}
