import type { FieldMetadata } from '@conform-to/react'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Details } from '#app/components/ui/details.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { datesAskedAt } from '#app/domain/further-answer/rules.ts'
import type { GivenDates } from '#app/domain/further-answer/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'

type Name = keyof GivenDates
type ReportDatesProps = {
	task: TaskView
	fields: { readonly [N in Name]: FieldMetadata<string> }
}

/**
 * When work began and ended. Asked openly of what is complete; of the rest the days are offered, because they are
 * known only sometimes.
 */
export function ReportDates({ task, fields }: ReportDatesProps) {
	const { say } = useWords()
	const names = datesAskedAt(task.answers.level)
	const asked = names.map((name) => <DateField key={name} task={task} name={name} field={fields[name]} />)
	if (task.answers.level === 'COMPLETE') return <>{asked}</>
	const isOpen = names.some((name) => Boolean(fields[name].errors) || Boolean(fields[name].initialValue))
	return (
		<Details summary={say('task.dates')} isOpen={isOpen}>
			{asked}
		</Details>
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
