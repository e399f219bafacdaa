import { fieldFrom } from '#app/components/ui/conform-field.ts'
import { Radios } from '#app/components/ui/radios.tsx'
import { TextField } from '#app/components/ui/text-field.tsx'
import { useWords } from '#app/components/words.tsx'
import { INVITATION_HOURS } from '#app/domain/cso-account/rules.ts'
import { LOCALES } from '#app/i18n/locale.ts'

type Field = Parameters<typeof fieldFrom<string>>[0]

/** To which address an invitation goes, and in which language. */
export function InvitationFields({ email, language }: { email: Field; language: Field }) {
	const { say, format } = useWords()
	return (
		<>
			<TextField
				{...fieldFrom(email, say)}
				label={say('cso.email')}
				hint={say('cso.email.hint', { hours: format.count(INVITATION_HOURS) })}
				type="email"
				autoComplete="off"
				spellCheck={false}
			/>
			<LanguageField field={language} label={say('cso.language')} />
		</>
	)
}

/** One of the languages of the site, each named in itself. */
export function LanguageField({ field, label }: { field: Field; label: string }) {
	const { say } = useWords()
	return (
		<Radios
			{...fieldFrom(field, say)}
			label={label}
			size="s"
			isInline
			items={LOCALES.map((locale) => ({
				value: locale,
				label: <span lang={locale}>{say(`cso.language.${locale}`)}</span>,
			}))}
		/>
	)
}
