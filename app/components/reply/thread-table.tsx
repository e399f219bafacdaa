import { commitmentHref, milestoneHref, recordHref } from '#app/components/addresses.ts'
import { OrganizationName } from '#app/components/cso/organization-name.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ThreadLine } from '#app/domain/finding-thread/view.ts'
import { silenceWord, threadWord } from './thread-words.ts'

type ThreadTableProps = { id: string; lines: readonly ThreadLine[]; today: CalendarDay }

/** The findings that asked for a reply: by whom, since when, and what came; silence is said as silence. */
export function ThreadTable({ id, lines, today }: ThreadTableProps) {
	const words = useWords()
	const { say, locale, format } = words
	if (lines.length === 0) return <p className="govuk-body">{say('thread.list.none')}</p>
	return (
		<TableRegion
			id={id}
			caption={say('thread.list.title')}
			stacks
			columns={[
				{ head: say('thread.list.subject') },
				{ head: say('thread.list.by') },
				{ head: say('thread.list.finding') },
				{ head: say('thread.list.state') },
			]}
			rows={lines.map(({ commitment, milestone, finding, thread, state }) => {
				const threaded = { thread, publishedOn: finding.publishedOn }
				const silence = state === 'SILENT' ? null : silenceWord(threaded, today, words)
				const href = milestone
					? milestoneHref(locale, commitment.id, milestone.id)
					: commitmentHref(locale, commitment.id)
				return {
					key: finding.recordId,
					cells: [
						<a key="subject" className="govuk-link" href={href}>
							<TextIn text={(milestone ?? commitment).title} />
						</a>,
						<OrganizationName key="by" id={finding.organizationId} name={finding.organizationName} />,
						<a key="finding" className="govuk-link" href={recordHref(locale, finding.recordId)}>
							{format.day(finding.publishedOn)}
						</a>,
						[threadWord(state, threaded, words), ...(silence === null ? [] : [silence])].join(' '),
					],
				}
			})}
		/>
	)
}
