import { route } from '@remix-run/route-config'

/** Programs that are called when something is published. One verb, one address. */
export const webhookRoutes = [
	route(':lang/notices/webhooks', 'routes/account/webhook/webhooks.tsx'),
	route(':lang/notices/webhooks/:webhookId', 'routes/account/webhook/webhook.tsx'),
	route(':lang/notices/webhooks/:webhookId/test', 'routes/account/webhook/test.tsx'),
	route(':lang/notices/webhooks/:webhookId/secret', 'routes/account/webhook/secret.tsx'),
	route(':lang/notices/webhooks/:webhookId/resume', 'routes/account/webhook/resume.tsx'),
	route(':lang/notices/webhooks/:webhookId/end', 'routes/account/webhook/end.tsx'),
]
