import { z } from 'zod'
import { SUBSCRIBED } from '#app/domain/subscription/schema.ts'

const isHttps = (text: string) => {
	const url = URL.parse(text)
	return url?.protocol === 'https:' && url.username === '' && url.password === '' && url.port === ''
}

/** What a new webhook is: where it is called, and about what. */
export const WebhookAnswer = z
	.strictObject({
		url: z
			.string({ error: 'webhook.url.required' })
			.trim()
			.max(2_000, { error: 'webhook.url.https' })
			.refine(isHttps, { error: 'webhook.url.https' }),
		of: z.enum(SUBSCRIBED, { error: 'webhook.of.required' }),
		aboutId: z.string().trim().max(128, { error: 'webhook.about.unknown' }).default(''),
	})
	.refine(({ of, aboutId }) => of === 'SITE' || aboutId !== '', {
		error: 'webhook.about.required',
		path: ['aboutId'],
	})
export type WebhookAnswer = z.infer<typeof WebhookAnswer>
