import { route } from '@remix-run/route-config'

/** Letters without an account: asking for them, saying yes, and ending them. */
export const subscriptionRoutes = [
	route(':lang/subscriptions', 'routes/public/subscription/ask.tsx'),
	route(':lang/subscriptions/:token/confirm', 'routes/public/subscription/confirm.tsx'),
	route(':lang/subscriptions/:token/end', 'routes/public/subscription/end.tsx'),
]
