import { route } from '@remix-run/route-config'

/** Addresses of independent organizations that run their own accounts, and of the host
 * that invites their first person and words the questions of Monitoring Bodies. */
export const csoRoutes = [
	route(':lang/cso', 'routes/workspace/cso/accounts.tsx'),
	route(':lang/cso/address', 'routes/workspace/cso/address.tsx'),
	route(':lang/cso/address/sent', 'routes/workspace/cso/address-sent.tsx'),
	route(':lang/cso/address/confirm', 'routes/workspace/cso/address-confirm.tsx'),
	route(':lang/cso/:organizationId/invite', 'routes/workspace/cso/invite.tsx'),
	route(':lang/cso/:organizationId/review', 'routes/workspace/cso/review.ts'),
	route(':lang/cso/invitations/:invitationId/end', 'routes/workspace/cso/invitation-end.ts'),
	route(':lang/cso/people/:appointmentId/end', 'routes/workspace/cso/appointment-end.tsx'),
	route(':lang/admin/organizations', 'routes/admin/cso-organizations.tsx'),
	route(':lang/admin/organizations/new', 'routes/admin/cso-register.tsx'),
	route(':lang/admin/organizations/:organizationId/invite', 'routes/admin/cso-first.tsx'),
	route(':lang/admin/questions', 'routes/admin/questions.tsx'),
	route(':lang/admin/questions/:questionCode', 'routes/admin/question.tsx'),
	route(':lang/admin/invitations/:invitationId/end', 'routes/admin/cso-invitation-end.ts'),
	route(':lang/invitation', 'routes/public/organization-invitation.tsx'),
	route(':lang/organizations/:organizationId', 'routes/public/organization.tsx'),
]
