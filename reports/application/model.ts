import { standingSteps } from '#app/domain/application/rules.ts'
import type { ApplicationView } from '#app/domain/application/view.ts'

/** All that the document of an application says, in no language: what both sides see alike, whoever of them reads it. */
export type ApplicationModel = Pick<
	ApplicationView,
	| 'id'
	| 'member'
	| 'call'
	| 'fieldSetId'
	| 'language'
	| 'state'
	| 'fields'
	| 'letters'
	| 'term'
	| 'steps'
	| 'changed'
> & {
	/** The steps that corrected a stage, each with why; those that `steps` leaves out too. */
	readonly corrections: ApplicationView['steps']
}

/** What the document needs of an application. */
export function applicationModel(application: ApplicationView): ApplicationModel {
	const { id, member, call, fieldSetId, language, state, fields, letters, term, steps, changed } = application
	return {
		id,
		member,
		call,
		fieldSetId,
		language,
		state,
		fields,
		letters,
		term,
		changed,
		steps: standingSteps(steps),
		corrections: steps.filter(({ reason }) => reason !== null),
	}
}
