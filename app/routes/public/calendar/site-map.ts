import { route } from '@remix-run/route-config'

/** Deadlines of members as a page, and as calendars to subscribe to. */
export const calendarRoutes = [
	route(':lang/calendar', 'routes/public/calendar/page.tsx'),
	route(':lang/calendar.ics', 'routes/public/calendar/ics.ts'),
	route(':lang/calendars/:token', 'routes/public/calendar/own-ics.ts'),
	route(':lang/organizations/:organizationId/obligations.ics', 'routes/public/calendar/institution-ics.ts'),
	route(':lang/plans/:planId/obligations.ics', 'routes/public/calendar/plan-ics.ts'),
]
