import { listOpenUpdates } from '#app/domain/update-file/queries.server.ts'
import { codeChoices } from '#app/export/code-choices.ts'
import { updateWorkbook } from '#app/export/update-workbook.ts'
import { writeXlsx } from '#app/export/write-xlsx.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { SAY } from '#app/http/plan-file-answer.server.ts'
import { xlsxAnswer } from '#app/http/table-answer.server.ts'

/** The open reports of the actor's institutions, to be filled in without a connection. */
export const loader = guardedLoader(['IMPLEMENTER'], async ({ ctx, locale }) => {
	const updates = await listOpenUpdates(ctx)
	const workbook = updateWorkbook({ updates, choices: codeChoices(SAY), locale, say: SAY })
	return xlsxAnswer(writeXlsx(workbook), 'open-updates.xlsx')
})
