import { route } from '@remix-run/route-config'

/** Addresses of letters, roles that pass on, and what a member owes. One verb, one address. */
export const accountRoutes = [
	route(':lang/notices', 'routes/account/notices.tsx'),
	route(':lang/notices/choose', 'routes/account/notices-choose.tsx'),
	route(':lang/notices/superior', 'routes/account/notices-superior.tsx'),
	route(':lang/notices/calendar', 'routes/account/notices-calendar.tsx'),
	route(':lang/notices/calendar/end', 'routes/account/notices-calendar-end.tsx'),
	route(':lang/letters/:token/end/:kind', 'routes/account/notices-end.tsx'),
	route(':lang/letters/:token/acknowledge/:day', 'routes/account/notices-acknowledge.tsx'),
	route(':lang/admin/outbox', 'routes/admin/outbox.tsx'),
	route(':lang/admin/outbox/:letterId', 'routes/admin/outbox-letter.tsx'),

	route(':lang/hand-overs', 'routes/workspace/hand-overs.tsx'),
	route(':lang/hand-overs/roles/:appointmentId', 'routes/workspace/hand-over.tsx'),
	route(':lang/hand-overs/:handOverId', 'routes/workspace/hand-over-done.tsx'),
	route(':lang/hand-overs/:handOverId/pack', 'routes/workspace/hand-over-pack.ts'),
	route(':lang/obligations', 'routes/workspace/obligations.tsx'),
	route(':lang/obligations/:planId/:obligationId/waive', 'routes/workspace/obligations-waive.tsx'),
]
