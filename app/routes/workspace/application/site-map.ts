import { route } from '@remix-run/route-config'

const folder = 'routes/workspace/application'

/** Addresses of applications to OGP Local, which government and civil society write together. */
export const applicationRoutes = [
	route(':lang/applications', `${folder}/applications.tsx`),
	route(':lang/applications/begin/:memberId/:callId', `${folder}/begin.tsx`),
	route(':lang/applications/:applicationId', `${folder}/application.tsx`),
	route(':lang/applications/:applicationId/texts/:field', `${folder}/field.tsx`),
	route(':lang/applications/:applicationId/texts/:field/write', `${folder}/field-write.tsx`),
	route(':lang/applications/:applicationId/texts/:field/confirm', `${folder}/field-confirm.tsx`),
	route(':lang/applications/:applicationId/letters', `${folder}/letters.tsx`),
	route(':lang/applications/:applicationId/letters/:letterId/remove', `${folder}/letter-remove.tsx`),
	route(':lang/applications/:applicationId/history', `${folder}/history.tsx`),
	route(':lang/applications/:applicationId/submit', `${folder}/submit.tsx`),
	route(':lang/applications/:applicationId/full-application', `${folder}/full-application.tsx`),
	route(':lang/applications/:applicationId/outcome', `${folder}/outcome.tsx`),
	route(':lang/applications/:applicationId/correct', `${folder}/correct.tsx`),
	route(':lang/applications/:applicationId/withdraw', `${folder}/withdraw.tsx`),
	route(':lang/applications/:applicationId/application.pdf', `${folder}/application-pdf.ts`),
	route(':lang/applications/:applicationId/application.txt', `${folder}/application-text.ts`),
]
