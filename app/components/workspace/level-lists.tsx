import { Tag } from '#app/components/ui/tag.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { LevelItem } from '#app/domain/commitment-level/view.ts'
import type { Listed } from '#app/domain/task/view.ts'
import { levelApprovalHref, levelHref } from './addresses.ts'
import { ShowAll } from './task-groups.tsx'

type LevelListProps = {
	levels: Listed<LevelItem>
	/** What the list is: levels to state, or proposals that wait for the lead. */
	list: 'own' | 'approvals'
}

/** Levels of whole commitments; nothing where there are none. */
export function LevelList({ levels, list }: LevelListProps) {
	const { say, locale, format } = useWords()
	if (levels.count === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{say(`commitment-level.list.${list}`)}</h2>
			<TaskList
				idPrefix={`levels-${list}`}
				tasks={levels.items.map((item) => ({
					title: textIn(item.commitmentTitle, locale)?.text ?? say('missing.text'),
					href: item.draftId === null ? levelHref(locale, item) : levelApprovalHref(locale, item.draftId),
					hint: say('task.caption', { code: item.checkpointCode, due: format.day(item.dueOn) }),
					status:
						item.state === 'PUBLISHED' ? (
							say('task.state.PUBLISHED')
						) : (
							<Tag
								colour={item.state === 'RETURNED' ? 'orange' : item.state === 'WAITING' ? 'yellow' : 'grey'}
							>
								{say(`commitment-level.state.${item.state}`)}
							</Tag>
						),
				}))}
			/>
			<ShowAll shown={levels.items.length} count={levels.count} />
		</section>
	)
}
