import { route } from '@remix-run/route-config'

/** Consultations of members: what is asked, what the public gives, what is answered; and what the host hides of it. */
export const inputRoutes = [
	route(':lang/inputs', 'routes/public/input/list.tsx'),
	route(':lang/inputs/:recordId', 'routes/public/input/page.tsx'),
	route(':lang/inputs/:recordId/response', 'routes/public/input/response.tsx'),
	route('files/reasoned-responses/:file', 'routes/files/reasoned-response.ts'),
	route(':lang/inputs/:recordId/contribute', 'routes/public/input/contribute.tsx'),
	route(':lang/inputs/:recordId/contribute/send', 'routes/public/input/send.tsx'),
	route(':lang/public-contributions/:recordId/receipt', 'routes/public/input/receipt.tsx'),
	route(':lang/admin/public-contributions', 'routes/admin/public-contributions.tsx'),
	route(':lang/admin/public-contributions/:recordId/hide', 'routes/admin/public-contribution-hide.tsx'),
]
