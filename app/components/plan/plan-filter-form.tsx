import { plansHref } from '#app/components/addresses.ts'
import { Button } from '#app/components/ui/button.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { PlanFilter } from '#app/domain/commitment/schema.ts'

type PlanFilterFormProps = {
	filter: Omit<PlanFilter, 'after'>
	members: readonly { id: string; name: Bilingual }[]
}

/** Narrows the list of plans; what is chosen stands in the address. */
export function PlanFilterForm({ filter, members }: PlanFilterFormProps) {
	const { say, locale } = useWords()
	return (
		<form
			method="get"
			action={plansHref(locale)}
			className="app-filter"
			role="search"
			aria-label={say('plans.filter')}
		>
			<Select
				id="level"
				name="level"
				label={say('plans.filter.level')}
				defaultValue={filter.level ?? ''}
				items={[
					{ value: '', text: say('filter.all') },
					{ value: 'NATIONAL', text: say('member-level.NATIONAL') },
					{ value: 'LOCAL', text: say('member-level.LOCAL') },
				]}
			/>
			<Select
				id="member"
				name="member"
				label={say('plans.filter.member')}
				defaultValue={filter.member ?? ''}
				items={[
					{ value: '', text: say('filter.all') },
					...members.map(({ id, name }) => ({ value: id, text: textIn(name, locale)?.text ?? id })),
				]}
			/>
			<Button variant="secondary">{say('filter.apply')}</Button>
		</form>
	)
}
