import { spokenExploration } from '#app/charts/spoken-exploration.ts'
import { keepLists } from '#app/domain/commitment-list/commands.server.ts'
import { exploreCommitments } from '#app/domain/exploration/queries.server.ts'
import { GROUPS_ON_PAGE } from '#app/domain/exploration/rules.ts'
import { ExplorationFileQuery } from '#app/domain/exploration/schema.ts'
import { largest } from '#app/domain/exploration/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { formatIn } from '#app/i18n/format.ts'
import { sayIn } from '#app/i18n/translate.ts'
import { apiQuery } from './api-answer.server.ts'
import { spokenFileAnswer } from './chart-file.server.ts'
import type { Visit } from './guard.server.ts'

const FILE = /^counts\.(csv|xlsx|json|svg|png)$/

/** Commitments counted in groups as a file: tables have all groups, drawings the largest. Refuses with `not_found`. */
export async function explorationFileAnswer(visit: Visit): Promise<Response> {
	const [, kind] = FILE.exec(visit.params.file ?? '') ?? []
	if (kind === undefined) throw new Refusal('not_found')
	const { lang = 'en', ...query } = apiQuery(visit, ExplorationFileQuery)
	await keepLists(visit.ctx)
	const all = await exploreCommitments(visit.ctx, query)
	const isDrawing = kind === 'svg' || kind === 'png'
	const exploration = isDrawing ? largest(all, GROUPS_ON_PAGE) : all
	const words = { say: sayIn(lang), format: formatIn(lang), locale: lang }
	const { say, format } = words
	const search = new URLSearchParams(visit.url.searchParams)
	search.delete('lang')
	const address = `${visit.load.config.baseUrl}/${lang}/explore?${search.toString()}`
	const { asOfOn, ledgerSize, measure, group, count } = exploration
	const source = say('chart.source', {
		source: say('chart.source.record', { size: format.count(ledgerSize) }),
	})
	return spokenFileAnswer(visit, kind, {
		spoken: spokenExploration(exploration, words),
		about: say('explore.title'),
		foot: [`${source} ${say('chart.as-of', { on: format.day(asOfOn) })}`, address],
		locale: lang,
		name: 'counts',
		facts: { measure, group, count, language: lang, asOfOn, ledgerSize, address },
	})
}
