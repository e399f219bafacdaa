import { z } from 'zod'
import { KEY_NAME_LONGEST } from './rules.ts'

const bytes = (longest: number) =>
	z
		.string()
		.min(1)
		.max(longest)
		.regex(/^[A-Za-z0-9_-]+$/)

const credential = { id: bytes(1400), rawId: bytes(1400), type: z.literal('public-key') }

/** What a browser answers when a key was made. */
export const NewKey = z.object({
	...credential,
	response: z.object({ clientDataJSON: bytes(6_000), attestationObject: bytes(20_000) }),
})
export type NewKey = z.output<typeof NewKey>

/** What a browser answers when something was signed with a key. */
export const KeySignature = z.object({
	...credential,
	response: z.object({
		clientDataJSON: bytes(6_000),
		authenticatorData: bytes(6_000),
		signature: bytes(2_000),
	}),
})
export type KeySignature = z.output<typeof KeySignature>

const typed = z.string({ error: 'key.answer.missing' }).max(40_000, 'key.answer.malformed')

/** Text of a hidden field, which the page's script fills in, as what it says. */
function answerOf<Answer extends z.ZodType>(answer: Answer) {
	return z.strictObject({
		answer: typed.transform((text, faults): z.output<Answer> => {
			const said = answer.safeParse(jsonIn(text))
			if (said.success) return said.data
			faults.addIssue({ code: 'custom', message: 'key.answer.malformed' })
			return z.NEVER
		}),
	})
}

function jsonIn(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return null
	}
}

/** The form that brings a new key. */
export const NewKeyForm = answerOf(NewKey)

/** The form that brings a signature. */
export const SignatureForm = answerOf(KeySignature)

/** What a new key is called, and for which of the person's organizations it is. */
export const KeyQuestion = z.strictObject({
	nickname: z
		.string({ error: 'key.name.required' })
		.trim()
		.min(1, 'key.name.required')
		.max(KEY_NAME_LONGEST, 'key.name.too-long'),
	organization: z.string({ error: 'form.invalid' }).min(1).max(128),
})
export type KeyQuestion = z.output<typeof KeyQuestion>
