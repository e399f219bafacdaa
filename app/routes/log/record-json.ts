import { findHiding } from '#app/domain/observation/queries.server.ts'
import type { HidingView } from '#app/domain/observation/view.ts'
import { findContributionHiding } from '#app/domain/public-contribution/queries.server.ts'
import type { ContributionHiding } from '#app/domain/public-contribution/view.ts'
import { findSignedRecord } from '#app/domain/record/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { STATUS_OF, guardedLoader } from '#app/http/guard.server.ts'
import { fileNameFrom, idFrom, versionFrom } from '#app/http/id-from.ts'
import { FOR_EVERY_SITE, newestCheckpoint } from '#app/http/log-answer.server.ts'
import { sayIn } from '#app/i18n/translate.ts'

/** One act as it was logged; without `version` the newest one of the record that a checkpoint covers. */
export const loader = guardedLoader('public', async (visit) => {
	const recordId = idFrom(fileNameFrom(visit.params.file, '.json'))
	await newestCheckpoint(visit)
	const hidden = await findHiding(visit.ctx.db, recordId)
	if (hidden) return hiddenRecord('observation_hidden', hidden)
	const contribution = await findContributionHiding(visit.ctx.db, recordId)
	if (contribution) return hiddenRecord('contribution_hidden', contribution)
	const { positionOf, leafHashAt } = visit.load.publicLog
	const position = await positionOf(recordId, versionFrom(visit.url))
	if (!position) throw new Refusal('not_found')
	const { version } = position
	return Response.json(await findSignedRecord(visit.ctx, { recordId, version }, leafHashAt), {
		headers: { ...FOR_EVERY_SITE, 'Cache-Control': 'no-store' },
	})
})

/** That an observation or a contribution was hidden, why and when; what it said is not given out. */
function hiddenRecord(
	refusal: 'observation_hidden' | 'contribution_hidden',
	{ recordId, reason, note, on }: HidingView | ContributionHiding,
): Response {
	const message = sayIn('en')(`refusal.${refusal}`)
	return Response.json(
		{ reason: refusal, message, hidden: { recordId, reason, note, on } },
		{ status: STATUS_OF[refusal], headers: { ...FOR_EVERY_SITE, 'Cache-Control': 'no-store' } },
	)
}
