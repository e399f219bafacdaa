import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { APPLICATION_SIDES } from '#app/domain/application/rules.ts'
import type { ApplicationField, ApplicationView, DoneBy, DoneWhen } from '#app/domain/application/view.ts'
import { lengthText } from './length-text.ts'

type FieldProps = { field: ApplicationField; application: Pick<ApplicationView, 'language'> }

/** A field as it is stored: the text, its version, who wrote it, how long it is. */
export function StoredField({ field, application }: FieldProps) {
	const words = useWords()
	const { say } = words
	const { newest } = field
	if (newest === null) return <p className="govuk-body">{say('application.text.none')}</p>
	return (
		<>
			{newest.text === '' ? (
				<p className="govuk-body">{say('application.text.emptied')}</p>
			) : (
				<p className="app-quote" lang={application.language}>
					{newest.text}
				</p>
			)}
			<p className="app-quiet">
				{lengthText(newest.text, field, words)}
				<br />
				{doneText('application.text.version', newest, words)}
			</p>
		</>
	)
}

/** Who did something with which version, in which role and when. */
export function doneText(
	key: string,
	done: DoneBy & DoneWhen & { readonly version: number },
	{ say, format, locale }: Words,
): string {
	return say(key, {
		version: done.version,
		organization: textIn(done.organizationName, locale)?.text ?? done.organizationId,
		role: say(`role.${done.role}`),
		on: format.day(done.on),
		clock: done.clock,
	})
}

/** Who stands behind which version of a field; what is void says so. */
export function Standing({ field }: { field: ApplicationField }) {
	const words = useWords()
	const { say } = words
	const rows = APPLICATION_SIDES.map((side) => {
		const confirmation = field.confirmations[side]
		if (confirmation === null)
			return { key: say(`application-side.${side}`), value: say('application.confirmed.not') }
		const isVoid = confirmation.version !== field.newest?.version
		const value = doneText(
			isVoid ? 'application.confirmed.void' : 'application.confirmed',
			confirmation,
			words,
		)
		return { key: say(`application-side.${side}`), value }
	})
	return <SummaryList rows={rows} />
}

/** What is asked in a field. */
export function FieldHelp({ field }: { field: Pick<ApplicationField, 'help'> }) {
	if (field.help.en === null && field.help.id === null) return null
	return (
		<p className="govuk-body">
			<TextIn text={field.help} />
		</p>
	)
}
