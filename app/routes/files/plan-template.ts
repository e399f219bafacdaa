import { Refusal } from '#app/domain/refusal.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { nameFrom } from '#app/http/id-from.ts'
import { planFileAnswer } from '#app/http/plan-file-answer.server.ts'

const NAMES = ['plan-template.xlsx', 'plan-template.csv'] as const

/** The empty template of a plan: `plan-template.xlsx` or `.csv`. */
export const loader = guardedLoader('public', (visit) => {
	const asked = nameFrom(visit.params.file)
	const name = NAMES.find((known) => known === asked)
	if (name === undefined) throw new Refusal('not_found')
	return planFileAnswer(visit, name, { file: null, isPublished: false, memberId: null, notes: [] })
})
