import { amendmentDraftHref } from '#app/components/amendment/addresses.ts'
import { obligationInWords } from '#reports/document/obligation-words.ts'
import { draftHref } from '#app/components/plan-draft/addresses.ts'
import { deskHref } from '#app/components/self-assessment/addresses.ts'
import { Tag } from '#app/components/ui/tag.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import type { Task } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { dutyGroup } from '#app/domain/task/view.ts'
import type { Duty } from '#app/domain/task/view.ts'
import { ownObligationsHref, pocHref, queueHref } from './addresses.ts'

const GROUPS = ['OVERDUE', 'DUE_SOON', 'WAITING'] as const

/** What waits for somebody beside reports, by deadline; empty groups are left out. */
export function DutyList({ duties }: { duties: readonly Duty[] }) {
	const words = useWords()
	const { say } = words
	if (duties.length === 0) return <p className="govuk-body">{say('task.duty.none')}</p>
	return (
		<>
			{GROUPS.map((group) => {
				const own = duties.filter((duty) => dutyGroup(duty) === group)
				if (own.length === 0) return null
				return (
					<section key={group}>
						<h2 className="govuk-heading-m">{say(`task.duty.group.${group}`)}</h2>
						<TaskList
							idPrefix={`duties-${group.toLowerCase()}`}
							tasks={own.map((duty) => rowOf(duty, words))}
						/>
					</section>
				)
			})}
		</>
	)
}

function rowOf(duty: Duty, words: Words): Task {
	const { say, format } = words
	const group = dutyGroup(duty)
	const status = (
		<Tag colour={group === 'OVERDUE' ? 'orange' : 'yellow'}>{say(`task.duty.state.${group}`)}</Tag>
	)
	if (duty.kind === 'OBLIGATION') {
		const { plan, obligation } = duty
		const values = { plan: titleIn(plan.title, words), due: format.day(obligation.dueOn) }
		return { ...addressed(duty, words), hint: say('obligation.own.hint', values), status }
	}
	return { ...addressed(duty, words), hint: hintOf(duty, words), status }
}

/** What a duty is called, and where it is done. */
function addressed(duty: Duty, words: Words): Pick<Task, 'title' | 'href'> {
	const { say, locale, format } = words
	switch (duty.kind) {
		case 'OBLIGATION':
			return { title: obligationInWords(duty.obligation, words), href: obligationPlace(duty, locale) }
		case 'PLAN_DRAFT':
			return { title: titleIn(duty.title, words), href: draftHref(locale, duty.id, 'approve') }
		case 'AMENDMENT':
			return {
				title: titleIn(duty.title, words),
				href: amendmentDraftHref(locale, { id: duty.id, plan: { id: duty.planId } }),
			}
		case 'COMMENTS': {
			const place = { planId: duty.planId, kind: duty.assessmentKind }
			return {
				title: say('task.duty.comments', { count: duty.count, shown: format.count(duty.count) }),
				href: deskHref(locale, place),
			}
		}
		case 'CLAIMS':
			return {
				title: say('task.duty.claims', { count: duty.count, shown: format.count(duty.count) }),
				href: queueHref(locale),
			}
	}
}

/** A self-assessment is written at its desk, and reports are seen on the page of what blocks them. */
function obligationPlace(
	{ plan, obligation }: Extract<Duty, { kind: 'OBLIGATION' }>,
	locale: Words['locale'],
): string {
	if (obligation.code === 'CHECKPOINT') return pocHref(locale)
	if (obligation.code === 'SA_MIDTERM') return deskHref(locale, { planId: plan.id, kind: 'MID_TERM' })
	if (obligation.code === 'SA_END') return deskHref(locale, { planId: plan.id, kind: 'END_OF_TERM' })
	return ownObligationsHref(locale)
}

function hintOf(duty: Exclude<Duty, { kind: 'OBLIGATION' }>, words: Words): string {
	const { say, format } = words
	if (duty.kind === 'COMMENTS') {
		const values = { plan: titleIn(duty.title, words), on: format.day(duty.windowEndsOn) }
		return say('task.duty.hint.COMMENTS', values)
	}
	return say(`task.duty.hint.${duty.kind}`, { on: format.day(duty.sinceOn) })
}

function titleIn(title: Bilingual, { say, locale }: Words): string {
	return textIn(title, locale)?.text ?? say('missing.text')
}
