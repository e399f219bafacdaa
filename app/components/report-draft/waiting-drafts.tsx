import { reportTitle } from '#app/components/report/report-title.ts'
import { Tag } from '#app/components/ui/tag.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { DraftItem } from '#app/domain/report-draft/view.ts'
import { draftHref } from './addresses.ts'

type WaitingDraftsProps = { drafts: readonly DraftItem[]; title: string }

/** Drafts of reports that are shared with the reader, or by them; nothing where there is none. */
export function WaitingDrafts({ drafts, title }: WaitingDraftsProps) {
	const words = useWords()
	const { say, locale, format } = words
	if (drafts.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{title}</h2>
			<p className="govuk-body">{say('report-draft.waiting.lead')}</p>
			<TaskList
				idPrefix="drafts"
				tasks={drafts.map((item) => ({
					title: say('report-draft.item', {
						kind: reportTitle(item.about, words),
						day: format.day(item.asOfOn),
					}),
					href: draftHref(locale, item.id),
					hint: say(item.isOpen ? 'report-draft.item.open' : 'report-draft.item.over', {
						plan: textIn(item.planTitle, locale)?.text ?? item.planId,
						member: textIn(item.memberName, locale)?.text ?? say('missing.text'),
						until: format.day(item.closesOn),
					}),
					status: (
						<Tag colour={item.isOpen ? 'yellow' : 'grey'}>
							{say(item.isOpen ? 'report-draft.state.open' : 'report-draft.state.over')}
						</Tag>
					),
				}))}
			/>
		</section>
	)
}
