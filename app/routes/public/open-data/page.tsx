import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { openDataPageHref } from '#app/components/addresses.ts'
import { OpenDataPage } from '#app/components/about/open-data-page.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { searchedDataset } from '#app/export/data-catalogue.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { isLocale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'

export const loader = guardedLoader('public', ({ load: { config } }) => ({
	licence: config.openDataLicence,
	baseUrl: config.baseUrl,
}))

export const meta: MetaFunction<typeof loader> = ({ params, data }) => {
	const locale = isLocale(params.lang) ? params.lang : 'en'
	const said = pageMeta(params.lang, (say) => say('open-data.title'))
	if (!data) return said
	const address = `${data.baseUrl}${openDataPageHref(locale)}`
	const dataset = searchedDataset({ say: sayIn(locale), locale, address, licence: data.licence })
	return [...said, { 'script:ld+json': dataset }]
}

export default function OpenData() {
	return <OpenDataPage licence={useLoaderData<typeof loader>().licence} />
}
