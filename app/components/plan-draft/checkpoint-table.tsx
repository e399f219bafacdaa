import { recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CheckpointItem, CheckpointList } from '#app/domain/checkpoint/queries.server.ts'
import { reopenHref } from './addresses.ts'

type CheckpointTableProps = { list: CheckpointList; canReopen?: boolean }

/** The reporting periods of a plan with their days, how they stand today, and why one was opened once more. */
export function CheckpointTable({ list, canReopen = false }: CheckpointTableProps) {
	const { say, format } = useWords()
	const { checkpoints, plan, today } = list
	if (checkpoints.length === 0) return <p className="govuk-body">{say('checkpoints.none')}</p>
	return (
		<Table
			id="checkpoints"
			caption={say('checkpoints.table', { on: format.day(today) })}
			stacks
			columns={[
				{ head: say('checkpoint.code') },
				{ head: say('checkpoint.opens') },
				{ head: say('checkpoint.due') },
				{ head: say('checkpoint.locked') },
				{ head: say('checkpoint.state') },
			]}
			rows={checkpoints.map((checkpoint) => ({
				key: checkpoint.code,
				cells: [
					checkpoint.code,
					format.day(checkpoint.opensOn),
					format.day(checkpoint.dueOn),
					checkpoint.lockedOn === null ? say('checkpoint.never-locked') : format.day(checkpoint.lockedOn),
					<Standing key="state" checkpoint={checkpoint} planId={plan.id} canReopen={canReopen} />,
				],
			}))}
		/>
	)
}

type StandingProps = { checkpoint: CheckpointItem; planId: string; canReopen: boolean }

function Standing({ checkpoint: { code, state, reopenings }, planId, canReopen }: StandingProps) {
	const { say, locale } = useWords()
	const isClosed = state === 'LOCKED' || state === 'REOPENED'
	return (
		<>
			{say(`checkpoint-state.${state}`)}
			{reopenings.map((one) => (
				<Reopening key={one.recordId} reopening={one} />
			))}
			{canReopen && isClosed ? (
				<>
					<br />
					<a className="govuk-link" href={reopenHref(locale, planId, code)}>
						{say('checkpoint.reopen')}
						<span className="govuk-visually-hidden"> {code}</span>
					</a>
				</>
			) : null}
		</>
	)
}

function Reopening({ reopening }: { reopening: CheckpointItem['reopenings'][number] }) {
	const { say, locale, format } = useWords()
	const { recordId, openedOn, untilOn, reason } = reopening
	return (
		<p className="app-quiet">
			<a className="govuk-link" href={recordHref(locale, recordId)}>
				{say('checkpoint.reopened', { on: format.day(openedOn), until: format.day(untilOn) })}
			</a>{' '}
			<TextIn text={reason} />
		</p>
	)
}
