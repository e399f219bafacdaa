import { z } from 'zod'
import { inEitherLanguage, oneOf, optionalLongText, shortText } from '#app/domain/typed-values.ts'
import { ACTOR_GROUPS, CHANGE_ELEMENTS } from './rules.ts'

/** One thing that a plan builds on: who acts, who drives, what is under way, who supports, where people work together. */
export const StakeholderSaid = z
	.strictObject({
		planId: shortText('stakeholder.plan.required'),
		element: oneOf(CHANGE_ELEMENTS),
		group: oneOf(ACTOR_GROUPS).optional(),
		name: shortText(),
		roleId: optionalLongText,
		roleEn: optionalLongText,
	})
	.superRefine(inEitherLanguage('role'))
	.refine((said) => said.element !== 'ACTOR' || said.group !== undefined, {
		path: ['group'],
		error: 'stakeholder.group.required',
	})
export type StakeholderSaid = z.output<typeof StakeholderSaid>
