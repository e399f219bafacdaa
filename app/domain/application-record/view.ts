import { LETTER_KINDS, dayOf } from '#app/domain/application-call/rules.ts'
import type { Moment } from '#app/domain/application-call/rules.ts'
import { APPLICATION_LANGUAGES, APPLICATION_SIDES } from '#app/domain/application/rules.ts'
import type { ApplicationLanguage, PublishedState } from '#app/domain/application/rules.ts'
import type { ApplicationSaid } from '#app/domain/application/schema.ts'
import { fieldsOf, lettersOf, newestText, termOf } from '#app/domain/application/view.ts'
import type { Administration, ApplicationRows } from '#app/domain/application/view.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { given } from '#app/domain/given.ts'

type Stepped = {
	readonly state: PublishedState
	readonly names: ReadonlyMap<string, Bilingual>
	readonly administrations: readonly Administration[]
	readonly moment: Moment
}

/** What the public record of an application says when it enters a stage. */
export function applicationSaid(rows: ApplicationRows, stepped: Stepped): ApplicationSaid {
	const { state, names, administrations, moment } = stepped
	const last = [...rows.steps].sort((a, b) => a.position - b.position).at(-1)
	const language = APPLICATION_LANGUAGES.find((one) => one === rows.language) ?? 'id'
	const term = termOf(rows, administrations, moment)
	return {
		...{ callNameEn: rows.call.nameEn, callNameId: rows.call.nameId, state, language },
		steppedOn: last?.onDay ?? dayOf({ timeZone: null }, moment),
		texts: fieldsOf(rows).map(({ code, title }) => ({
			title: title[language] ?? code,
			text: newestText(rows, code)?.text ?? '',
		})),
		confirmedBy: confirmersOf(rows, { names, language }),
		letters: lettersOf(rows).map(({ kind, signedBy, signedOn, url }) => ({
			...{ letterKind: LETTER_KINDS.find((one) => one === kind) ?? 'NON_GOVERNMENT', signedBy, url },
			...(signedOn === null ? {} : { on: signedOn }),
		})),
		...given({ monthsLeft: term.monthsLeft, termEndsOn: term.endsOn, url: last?.url, note: last?.note }),
	}
}

/** The organizations that stand behind the newest versions, by side. */
function confirmersOf(
	rows: ApplicationRows,
	{
		names,
		language,
	}: { readonly names: ReadonlyMap<string, Bilingual>; readonly language: ApplicationLanguage },
): ApplicationSaid['confirmedBy'] {
	const standing = rows.confirmations.filter(
		(one) => newestText(rows, one.field)?.version === one.textVersion,
	)
	return APPLICATION_SIDES.flatMap((side) => {
		const ids = new Set(
			standing.filter((one) => one.side === side).map(({ organizationId }) => organizationId),
		)
		return [...ids].sort().map((id) => ({ side, name: names.get(id)?.[language] ?? id }))
	})
}
