import { z } from 'zod'
import { typedCode } from './rules.ts'

/** A code from an app or from paper, however it is grouped. */
export const CodeAnswer = z.strictObject({
	code: z
		.string({ error: 'second-step.code.required' })
		.max(200, { error: 'second-step.code.wrong' })
		.transform(typedCode)
		.refine((code) => code !== '', { error: 'second-step.code.required' }),
})
export type CodeAnswer = z.output<typeof CodeAnswer>
