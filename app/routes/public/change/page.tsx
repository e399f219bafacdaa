import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { ChangesPage } from '#app/components/change-log/changes-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { listChanges } from '#app/domain/change-log/queries.server.ts'
import { ChangeQuery } from '#app/domain/change-log/schema.ts'
import { scopeFrom } from '#app/http/change-scope.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { readQuery } from '#app/http/read-query.ts'
import { isLocale } from '#app/i18n/locale.ts'

export const loader = guardedLoader('public', async ({ ctx, params, url }) => {
	const scope = scopeFrom(params)
	const { value, notUnderstood } = readQuery(url, ChangeQuery)
	return {
		...(await listChanges(ctx, scope, value.before)),
		scope,
		from: value.before ?? null,
		notUnderstood,
	}
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => {
		const of = data?.name && isLocale(params.lang) ? textIn(data.name, params.lang)?.text : undefined
		return of === undefined ? say('changes.title') : say('changes.of', { name: of })
	})

export default function Changes() {
	return <ChangesPage {...useLoaderData<typeof loader>()} />
}
