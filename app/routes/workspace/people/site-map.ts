import { route } from '@remix-run/route-config'

/** Addresses by which a member begins here: the host invites its first point of contact, who brings in the others. */
export const peopleRoutes = [
	route(':lang/admin/members', 'routes/workspace/people/contacts.tsx'),
	route(':lang/admin/members/new', 'routes/workspace/people/member-new.tsx'),
	route(':lang/admin/members/:memberId/invite', 'routes/workspace/people/first-poc.tsx'),
	route(':lang/people', 'routes/workspace/people/people.tsx'),
	route(':lang/people/members/:memberId/institutions/new', 'routes/workspace/people/institution-new.tsx'),
	route(':lang/people/organizations/:organizationId/invite', 'routes/workspace/people/invite.tsx'),
	route(':lang/people/appointments/:appointmentId/end', 'routes/workspace/people/end.tsx'),
	route(':lang/people/invitations/:invitationId/end', 'routes/workspace/people/invitation-end.ts'),
]
