import { updatePreviewHref } from '#app/components/plan-file/addresses.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { takeUpdateFile } from '#app/http/update-file-import.server.ts'

/** Writes and sends the rows that are ready; the same page then says what became of each. */
export const action = guardedAction(['IMPLEMENTER'], (visit) => {
	const previewId = idFrom(visit.params.previewId)
	return confirmForm(visit, async () => {
		await takeUpdateFile(visit.ctx, previewId)
		return updatePreviewHref(visit.locale, previewId)
	})
})
