import { guardedLoader } from '#app/http/guard.server.ts'
import { paperTemplate } from '#app/http/paper-file.server.ts'
import { csvAnswer } from '#app/http/table-answer.server.ts'

/** The empty file for contributions on paper, in the language of the page. */
export const loader = guardedLoader(['POC', 'SECRETARIAT'], ({ locale }) =>
	csvAnswer(paperTemplate(locale), 'contributions.csv'),
)
