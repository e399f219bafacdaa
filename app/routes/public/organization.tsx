import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { OrganizationPage } from '#app/components/cso/organization-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { findOrganization } from '#app/domain/organization/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { isLocale } from '#app/i18n/locale.ts'

export const loader = guardedLoader('public', async ({ ctx, params }) => ({
	organization: await findOrganization(ctx, idFrom(params.organizationId)),
}))

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) =>
		data && isLocale(params.lang)
			? (textIn(data.organization.name, params.lang)?.text ?? '')
			: say('organization.title'),
	)

export default function Organization() {
	return <OrganizationPage {...useLoaderData<typeof loader>()} />
}
