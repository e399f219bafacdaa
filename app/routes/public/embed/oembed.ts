import { spokenChart } from '#app/charts/spoken-chart.ts'
import { chartEmbedHref, commitmentEmbedHref } from '#app/components/charts/addresses.ts'
import { COMMITMENT_FRAME_PX } from '#app/components/embed/commitment-embed.tsx'
import { frameCode } from '#app/components/embed/frame-code.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { findChart } from '#app/domain/chart/queries.server.ts'
import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { apiQuery, badQuery } from '#app/http/api-answer.server.ts'
import { chartFrom, subjectFrom } from '#app/http/chart-from.ts'
import { guardedLoader, refuse } from '#app/http/guard.server.ts'
import type { Visit } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { OembedQuery, framedAt } from '#app/http/oembed-query.ts'
import type { Framed } from '#app/http/oembed-query.ts'
import { formatIn } from '#app/i18n/format.ts'
import { sayIn } from '#app/i18n/translate.ts'

const WIDTH_PX = 720

/**
 * How a page of this site is put into another. Source: https://oembed.com, 2.3: 404 what is not here, 501 a format that
 * is not given.
 */
export const loader = guardedLoader('public', async (visit) => {
	const { url, format = 'json', maxwidth, maxheight } = apiQuery(visit, OembedQuery)
	if (url === undefined) throw badQuery(visit, ['url'])
	if (format !== 'json') throw refuse(501, 'format_not_given', { ...visit.ctx, locale: visit.locale })
	const { baseUrl } = visit.load.config
	const { title, path, height } = await framed(visit, framedAt(url, baseUrl))
	const [width, high] = [Math.min(WIDTH_PX, maxwidth ?? WIDTH_PX), Math.min(height, maxheight ?? height)]
	const html = frameCode({ address: `${baseUrl.replace(/\/+$/, '')}${path}`, title, height: high, width })
	const answer = {
		...{ version: '1.0', type: 'rich', provider_name: 'Renaksi', provider_url: baseUrl },
		...{ title, width, height: high, html, cache_age: 3600 },
	}
	return Response.json(answer, { headers: { 'Access-Control-Allow-Origin': '*' } })
})

/** What a frame shows: its title, its address and how high it is. */
async function framed({ ctx }: Visit, asked: Framed) {
	const { locale } = asked
	const words = { say: sayIn(locale), format: formatIn(locale), locale }
	if (asked.of === 'COMMITMENT') {
		const { row } = await findCommitment(ctx, idFrom(asked.id))
		const { id, title } = row.commitment
		const path = commitmentEmbedHref(locale, id)
		return { title: textIn(title, locale)?.text ?? id, path, height: COMMITMENT_FRAME_PX }
	}
	const [code, subject] = [chartFrom(asked.chart), subjectFrom(asked.about)]
	await keepLists(ctx)
	const { message, drawing } = spokenChart(await findChart(ctx, code, subject), words)
	return { title: message, path: chartEmbedHref(locale, code, subject), height: drawing.height + 420 }
}
