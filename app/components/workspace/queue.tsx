import { claimWord } from '#app/components/progress-update/claim-card.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Tag } from '#app/components/ui/tag.tsx'
import { TaskList } from '#app/components/ui/task-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { QueueItem } from '#app/domain/verification/view.ts'
import { checkpointLetterHref, ownFindingsHref, subjectHref } from './addresses.ts'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'
import type { PageMember } from '#app/components/layout/page.tsx'

type QueueProps = { queue: readonly QueueItem[]; member: PageMember | null; person: Signed }

/** What a monitor may verify: published claims, and milestones on which government said nothing. */
export function Queue({ queue, member, person }: QueueProps) {
	const { say, locale } = useWords()
	const claims = queue.filter((item) => item.claim !== null)
	const silent = queue.filter((item) => item.claim === null)
	return (
		<WorkspacePage person={person} member={member}>
			<PageTitle>{say('verify.title')}</PageTitle>
			<p className="govuk-body">{say('verify.lead')}</p>
			{queue.length === 0 ? <p className="govuk-body">{say('verify.none')}</p> : null}
			<QueueSection heading={say('verify.claims')} items={claims} idPrefix="claims" />
			<QueueSection heading={say('verify.silent')} items={silent} idPrefix="silent" />
			<p className="govuk-body">
				<a className="govuk-link" href={ownFindingsHref(locale)}>
					{say('withdraw.list.title')}
				</a>
			</p>
			<p className="govuk-body">
				<a className="govuk-link" href={checkpointLetterHref(locale)}>
					{say('checkpoint-letter.title')}
				</a>
			</p>
		</WorkspacePage>
	)
}

type SectionProps = { heading: string; items: readonly QueueItem[]; idPrefix: string }

function QueueSection({ heading, items, idPrefix }: SectionProps) {
	const words = useWords()
	const { say, locale } = words
	if (items.length === 0) return null
	return (
		<section>
			<h2 className="govuk-heading-m">{heading}</h2>
			<TaskList
				idPrefix={idPrefix}
				tasks={items.map((item) => ({
					title: nameIn(item.milestoneTitle, words),
					href: subjectHref(locale, item),
					hint: hintOf(item, words),
					status: (
						<Tag colour={item.hasDraft ? 'yellow' : 'grey'}>
							{say(item.hasDraft ? 'verify.state.draft' : 'verify.state.new')}
						</Tag>
					),
				}))}
			/>
		</section>
	)
}

function hintOf(item: QueueItem, words: Words): string {
	const { say, format } = words
	const values = {
		commitment: nameIn(item.commitmentTitle, words),
		member: nameIn(item.claim?.organizationName ?? item.memberName, words),
		on: format.day(item.sinceOn),
	}
	if (item.claim === null) return say('verify.hint.silent', values)
	return say('verify.hint.claim', { ...values, level: claimWord(item.claim, words) })
}

function nameIn(text: Bilingual, { say, locale }: Words): string {
	return textIn(text, locale)?.text ?? say('missing.text')
}
