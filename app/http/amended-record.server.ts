import type { Context } from '#app/domain/context.ts'
import { findRecordInDraft } from '#app/domain/amendment-draft/queries.server.ts'
import { SeenDraft } from '#app/domain/progress-update/schema.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { answerForm, workspacePage } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'

/** One record in an amendment that is being written, as its page gets it. */
export async function amendedRecordPage(visit: Visit) {
	const [draftId, recordId] = [idFrom(visit.params.draftId), idFrom(visit.params.recordId)]
	return workspacePage(visit, await findRecordInDraft(visit.ctx, draftId, recordId))
}

type RecordCommand = (
	ctx: Context,
	draft: { readonly id: string; readonly seen: number },
	recordId: string,
) => Promise<unknown>

type AmendmentHref = (
	locale: Locale,
	draft: { readonly id: string; readonly plan: { readonly id: string } },
) => string

/** Does to one record of an amendment what was confirmed, and leads back to the amendment. */
export function changeAmendedRecord(visit: Visit, command: RecordCommand, hrefOf: AmendmentHref) {
	const [planId, id] = [idFrom(visit.params.planId), idFrom(visit.params.draftId)]
	const recordId = idFrom(visit.params.recordId)
	return answerForm(visit, SeenDraft, async ({ version }) => {
		await command(visit.ctx, { id, seen: version }, recordId)
		return hrefOf(visit.locale, { id, plan: { id: planId } })
	})
}
