import { Tag } from '#app/components/ui/tag.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { ShowAll } from '#app/components/workspace/task-groups.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Listed } from '#app/domain/task/view.ts'
import type { WaitingDecision, WaitingReply } from '#app/domain/waiting-thread/view.ts'
import { decisionHref, replyHref } from './addresses.ts'

/** Findings that wait for a reply of the reader's institution, by their last day; nothing where none does. */
export function WaitingReplies({ replies: { items, count } }: { replies: Listed<WaitingReply> }) {
	const words = useWords()
	const { say, locale, format } = words
	if (items.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say('reply.waiting.title')}</h2>
			<TaskList
				idPrefix="replies"
				tasks={items.map((item) => ({
					title: titleIn(item.milestoneTitle ?? item.commitmentTitle, words),
					href: replyHref(locale, item.recordId),
					hint: say(item.isOver ? 'reply.waiting.over' : 'reply.waiting.due', {
						commitment: titleIn(item.commitmentTitle, words),
						due: format.day(item.dueOn),
					}),
					status: (
						<Tag colour={item.isOver ? 'orange' : item.hasDraft ? 'yellow' : 'grey'}>
							{say(`reply.waiting.state.${item.isOver ? 'OVER' : item.hasDraft ? 'DRAFT' : 'NEW'}`)}
						</Tag>
					),
				}))}
			/>
			<ShowAll shown={items.length} count={count} />
		</section>
	)
}

/** Findings that wait for a decision of the reader's organization; nothing where none does. */
export function WaitingDecisions({ decisions: { items, count } }: { decisions: Listed<WaitingDecision> }) {
	const words = useWords()
	const { say, locale, format } = words
	if (items.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say('decision.waiting.title')}</h2>
			<TaskList
				idPrefix="decisions"
				tasks={items.map((item) => ({
					title: titleIn(item.milestoneTitle ?? item.commitmentTitle, words),
					href: decisionHref(locale, item.recordId),
					hint: say(`decision.waiting.${item.kind}`, {
						commitment: titleIn(item.commitmentTitle, words),
						on: format.day(item.sinceOn),
					}),
					status: <Tag colour="grey">{say(`decision.waiting.state.${item.kind}`)}</Tag>,
				}))}
			/>
			<ShowAll shown={items.length} count={count} />
		</section>
	)
}

function titleIn(title: Bilingual, { say, locale }: Words): string {
	return textIn(title, locale)?.text ?? say('missing.text')
}
