import { tasksHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { waiverHref } from '#app/components/workspace/addresses.ts'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { MemberObligation } from '#app/domain/obligation/queries.server.ts'
import { isOpen } from '#app/domain/obligation/rules.ts'
import { Standing } from './obligation-calendar.tsx'
import { obligationInWords } from '#reports/document/obligation-words.ts'

type OwnObligationsProps = {
	obligations: readonly MemberObligation[]
	/** Whether the reader may waive. */
	mayWaive: boolean
	person: Signed
}

/** What the plans of a member owe, what is open first. */
export function OwnObligations({ obligations, mayWaive, person }: OwnObligationsProps) {
	const words = useWords()
	const { say, locale } = words
	const open = obligations.filter(({ obligation }) => isOpen(obligation.state))
	const settled = obligations.filter(({ obligation }) => !isOpen(obligation.state))
	return (
		<WorkspacePage person={person} member={obligations[0]?.member ?? null} backHref={tasksHref(locale)}>
			<PageTitle>{say('obligation.own.title')}</PageTitle>
			<p className="govuk-body">
				{say(obligations.length === 0 ? 'obligation.own.none' : 'obligation.own.lead')}
			</p>
			{open.length === 0 ? null : (
				<>
					<h2 className="govuk-heading-m">{say('obligation.own.open')}</h2>
					<TaskList idPrefix="open" tasks={open.map((one) => rowOf(one, words, mayWaive))} />
				</>
			)}
			{open.length === 0 || mayWaive ? null : (
				<p className="govuk-body">{say('obligation.waive.poc-only')}</p>
			)}
			{settled.length === 0 ? null : (
				<>
					<h2 className="govuk-heading-m">{say('obligation.own.settled')}</h2>
					<TaskList idPrefix="settled" tasks={settled.map((one) => rowOf(one, words, false))} />
				</>
			)}
		</WorkspacePage>
	)
}

function rowOf({ plan, obligation }: MemberObligation, words: Words, mayWaive: boolean) {
	const { say, locale, format } = words
	return {
		title: obligationInWords(obligation, words),
		href: mayWaive ? waiverHref(locale, plan.id, obligation.id) : undefined,
		hint: say('obligation.own.hint', {
			plan: textIn(plan.title, locale)?.text ?? plan.id,
			due: format.day(obligation.dueOn),
		}),
		status: <Standing owed={obligation} />,
	}
}
