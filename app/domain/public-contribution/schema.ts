import { z } from 'zod'
import { SECTORS } from '#app/domain/cocreation/rules.ts'
import { PublicContributionSaid } from '#app/domain/consultation/schema.ts'
import { WRITTEN_LANGUAGES } from '#app/domain/observation/rules.ts'
import { formGuards } from '#app/domain/observation/schema.ts'
import { oneOf, optionalText } from '#app/domain/typed-values.ts'

/** Characters that nobody sees and that turn the order of the text around them. */
const TURNS_ORDER = /[\u202a-\u202e\u2066-\u2069]/g

/** Text of somebody else as it is taken: nothing in it turns the order of what stands around it. */
export const givenText = z
	.string({ error: 'contribution.text.required' })
	.overwrite((typed) => typed.replace(TURNS_ORDER, ''))
	.pipe(PublicContributionSaid.shape.text)

/** A contribution as anyone sends it. Who they are is theirs to say, or not. */
export const ContributionForm = z.strictObject({
	...formGuards,
	text: givenText,
	locale: oneOf(WRITTEN_LANGUAGES, 'observation.language.required'),
	name: optionalText,
	sector: oneOf(SECTORS).optional(),
})
export type ContributionForm = z.output<typeof ContributionForm>
