import { useForm } from '@conform-to/react'
import { Button } from '#app/components/ui/button.tsx'
import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { Select } from '#app/components/ui/select.tsx'
import { TextArea } from '#app/components/ui/text-area.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Rejected } from '#app/components/workspace/rejection.ts'
import { SECTORS } from '#app/domain/cocreation/rules.ts'
import { CONTRIBUTION_MAX_CHARACTERS } from '#app/domain/consultation/rules.ts'
import { WRITTEN_LANGUAGES } from '#app/domain/observation/rules.ts'
import type { ContributionForm } from '#app/domain/public-contribution/schema.ts'
import { SHORT_TEXT_MAX_CHARACTERS } from '#app/domain/typed-values.ts'
import { contributeHref } from './addresses.ts'

type Fields = { text: string; locale: string; name: string; sector: string; website: string }

/** The fields of a contribution, with what was typed and what is wrong with it. */
export function useContributionFields(rejected: Rejected, shown?: ContributionForm) {
	const { locale } = useWords()
	const [, fields] = useForm<Fields>({
		id: 'contribution',
		lastResult: rejected?.reply,
		defaultValue: shown ?? { locale },
	})
	return [fields.text, fields.locale, fields.name, fields.sector, fields.website] as const
}

type ContributeFormProps = {
	consultationId: string
	ticket: string
	fields: ReturnType<typeof useContributionFields>
}

/** Where anyone contributes, without an account. It leads to a page that shows it once more. */
export function ContributeForm({ consultationId, ticket, fields }: ContributeFormProps) {
	const { say, locale } = useWords()
	const [text, language, name, sector, website] = fields
	const sectors = SECTORS.map((value) => ({ value, text: say(`sector.${value}`) }))
	return (
		<form method="post" action={contributeHref(locale, consultationId)} noValidate>
			<input type="hidden" name="ticket" value={ticket} />
			<TextArea
				{...fieldFrom(text, say)}
				label={say('contribution.text')}
				hint={say('contribution.text.hint')}
				rows={10}
				maxLength={CONTRIBUTION_MAX_CHARACTERS}
			/>
			<Radios
				{...fieldFrom(language, say)}
				label={say('observation.language')}
				items={WRITTEN_LANGUAGES.map((value) => ({ value, label: say(`written-language.${value}`) }))}
			/>
			<TextField
				{...fieldFrom(name, say)}
				label={say('contribution.name')}
				hint={say('contribution.name.hint')}
				maxLength={SHORT_TEXT_MAX_CHARACTERS}
			/>
			<Select
				{...fieldFrom(sector, say)}
				label={say('contribution.sector')}
				items={[{ value: '', text: say('field.choose.none') }, ...sectors]}
			/>
			<Trap field={website} />
			<Button>{say('observation.check')}</Button>
		</form>
	)
}

/** A field that people do not see and programs fill in. */
function Trap({ field: { id, name } }: { field: ReturnType<typeof useContributionFields>[4] }) {
	const { say } = useWords()
	return (
		<div className="govuk-visually-hidden">
			<TextField id={id} name={name} label={say('observation.website')} autoComplete="off" />
		</div>
	)
}
