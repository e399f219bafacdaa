import { declareInterests } from '#app/domain/conflict/commands.server.ts'
import { declarationAnswer } from '#app/domain/conflict/schema.ts'
import { askedOf } from '#app/domain/conflict/view.ts'
import type { SubjectKey } from '#app/domain/finding-ground/queries.server.ts'
import { beginVerification } from '#app/domain/verification/commands.server.ts'
import { findSubject } from '#app/domain/verification/queries.server.ts'
import { answerForm, confirmForm, workspacePage } from './answer-form.server.ts'
import type { Visit } from './guard.server.ts'

/** Where a finding goes on once it is begun. */
type Onward = (draftId: string) => string

/** A subject before it is verified. */
export async function subjectPage(visit: Visit, key: SubjectKey) {
	return workspacePage(visit, { view: await findSubject(visit.ctx, key) })
}

/** Takes the declarations about a subject and begins its finding. */
export async function declareAndBegin(visit: Visit, key: SubjectKey, onward: Onward) {
	const { conflict } = await findSubject(visit.ctx, key)
	return answerForm(visit, declarationAnswer(askedOf(conflict)), async (answer) => {
		await declareInterests(visit.ctx, key, answer)
		return onward((await beginVerification(visit.ctx, key)).id)
	})
}

/** Begins the finding on a subject about which all is declared. */
export async function begin(visit: Visit, key: SubjectKey, onward: Onward) {
	return confirmForm(visit, async () => onward((await beginVerification(visit.ctx, key)).id))
}
