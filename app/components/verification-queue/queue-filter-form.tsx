import { Button } from '#app/components/ui/button.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { QUEUE_SHOWN, QUEUE_WHOSE } from '#app/domain/verification-queue/schema.ts'
import type { QueueFilter } from '#app/domain/verification-queue/schema.ts'
import type { QueueView } from '#app/domain/verification-queue/view.ts'
import { queueHref } from './addresses.ts'

/** Narrows the queue; what is chosen stands in the address. */
export function QueueFilterForm({ filter, members }: { filter: QueueFilter } & Pick<QueueView, 'members'>) {
	const { say, locale } = useWords()
	const all = { value: '', text: say('filter.all') }
	return (
		<form
			method="get"
			action={queueHref(locale)}
			className="app-filter"
			role="search"
			aria-label={say('verify.filter')}
		>
			<Select
				id="show"
				name="show"
				label={say('verify.filter.show')}
				defaultValue={filter.show ?? ''}
				items={[all, ...QUEUE_SHOWN.map((value) => ({ value, text: say(`verify.filter.show.${value}`) }))]}
			/>
			<Select
				id="whose"
				name="whose"
				label={say('verify.filter.whose')}
				defaultValue={filter.whose ?? ''}
				items={[all, ...QUEUE_WHOSE.map((value) => ({ value, text: say(`verify.filter.whose.${value}`) }))]}
			/>
			{members.length > 1 ? <MemberSelect chosen={filter.member ?? ''} members={members} /> : null}
			<Button variant="secondary">{say('filter.apply')}</Button>
			<a className="govuk-link" href={queueHref(locale)}>
				{say('filter.clear')}
			</a>
		</form>
	)
}

function MemberSelect({ chosen, members }: { chosen: string } & Pick<QueueView, 'members'>) {
	const { say, locale } = useWords()
	return (
		<Select
			id="member"
			name="member"
			label={say('plans.filter.member')}
			defaultValue={chosen}
			items={[
				{ value: '', text: say('filter.all') },
				...members.map(({ id, name }) => ({ value: id, text: textIn(name, locale)?.text ?? id })),
			]}
		/>
	)
}
