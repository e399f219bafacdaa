import { PLAN_ROLES } from '#app/access/policy.ts'
import { findDraftFile } from '#app/domain/plan-file/queries.server.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, nameFrom } from '#app/http/id-from.ts'
import { planFileAnswer } from '#app/http/plan-file-answer.server.ts'

/** A plan that is being written, in the form of the template: `plan.xlsx` or `plan.csv`. */
export const loader = guardedLoader(PLAN_ROLES, async (visit) => {
	const asked = nameFrom(visit.params.file)
	const kind = (['xlsx', 'csv'] as const).find((known) => asked === `plan.${known}`)
	if (kind === undefined) throw new Refusal('not_found')
	const found = await findDraftFile(visit.ctx, idFrom(visit.params.draftId))
	const name = `${found.file.plan.key}.${kind}` as const
	return planFileAnswer(visit, name, { ...found, isPublished: false, notes: [] })
})
