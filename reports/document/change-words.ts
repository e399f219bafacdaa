import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Change } from '#app/domain/change-log/view.ts'
import type { Words } from './words.ts'

type Saying = Pick<Words, 'say' | 'locale'>

/** What was published: the kind of act, and which version where it changed what was there before. */
export function changeInWords({ kind, version }: Pick<Change, 'kind' | 'version'>, { say }: Saying): string {
	const what = say(`act.${kind}`)
	return version === 1 ? what : say('change.version', { what, version })
}

/** What it is about: the commitment, the plan or the member, whichever is named closest; null where it is about none. */
export function subjectOf({ commitment, plan, member }: Change): Bilingual | null {
	return commitment?.name ?? plan?.name ?? member?.name ?? null
}

/** Who published it: an organization, a member of the public, or somebody of whom that is not said. */
export function publisherOf({ organization }: Pick<Change, 'organization'>, { say, locale }: Saying): string {
	if (organization === null) return say('changes.unnamed')
	return textIn(organization.name, locale)?.text ?? say('changes.public')
}

/** The same in one line, for lists that show no more. */
export function changeLine(change: Change, words: Saying): string {
	const what = changeInWords(change, words)
	const about = subjectOf(change)
	const subject = about === null ? null : (textIn(about, words.locale)?.text ?? null)
	const line = subject === null ? what : words.say('change.line', { what, subject })
	return change.isDemonstration ? `${line} (${words.say('demonstration.mark')})` : line
}
