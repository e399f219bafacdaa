import { randomUUID } from 'node:crypto'
import { correctStage } from '#app/domain/application/commands/correct-stage.server.ts'
import { moveApplication } from '#app/domain/application/commands/move-application.server.ts'
import { findApplication } from '#app/domain/application/queries.server.ts'
import { correctionsOf, standingSteps } from '#app/domain/application/rules.ts'
import { correctionAnswer } from '#app/domain/application/schema.ts'
import type { CorrectionAnswer } from '#app/domain/application/schema.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { workspacePage } from './answer-form.server.ts'
import { questionCodeFrom } from './code-from.ts'
import type { Params, Visit } from './guard.server.ts'
import { idFrom } from './id-from.ts'

/** Which application an address is about. */
export function applicationIdFrom(params: Params): string {
	return idFrom(params.applicationId)
}

/** Which field of which application an address is about. */
export function fieldPlaceFrom(params: Params): { readonly applicationId: string; readonly field: string } {
	return { applicationId: applicationIdFrom(params), field: questionCodeFrom(params.field) }
}

/** A page about an application. */
export async function applicationPage(visit: Visit) {
	return workspacePage(visit, {
		application: await findApplication(visit.ctx, applicationIdFrom(visit.params)),
	})
}

/** The field of an application that an address names. Refuses with `not_found`. */
export async function findField(visit: Visit) {
	const { applicationId, field: code } = fieldPlaceFrom(visit.params)
	const application = await findApplication(visit.ctx, applicationId)
	const field = application.fields.find((one) => one.code === code)
	if (!field) throw new Refusal('not_found')
	return { application, field }
}

/** A page about a field of an application, with the field's title in the language of the page. */
export async function fieldPage(visit: Visit) {
	const { application, field } = await findField(visit)
	const title = textIn(field.title, visit.locale)?.text ?? null
	return workspacePage(visit, { application, field, title })
}

/** The letters of an application, with the number that the next one will have. */
export async function lettersPage(visit: Visit) {
	const application = await findApplication(visit.ctx, applicationIdFrom(visit.params))
	return workspacePage(visit, { application, letterId: randomUUID() })
}

/** The form that corrects the newest stage of the application an address is about. */
export async function applicationCorrection(visit: Visit) {
	const { today, steps, call } = await findApplication(visit.ctx, applicationIdFrom(visit.params))
	const [before] = standingSteps(steps).slice(-2)
	return correctionAnswer({ choices: correctionsOf(steps, call), today, notBefore: before?.onDay ?? today })
}

/** Corrects the newest stage; leads to the receipt or, of a draft, back to the application. */
export async function correctApplication(visit: Visit, answer: CorrectionAnswer): Promise<string> {
	const applicationId = applicationIdFrom(visit.params)
	const { recordId } = await correctStage(visit.ctx, { applicationId, answer })
	return `/${visit.locale}/${recordId === null ? 'applications' : 'receipts'}/${applicationId}`
}

type Step = Omit<Parameters<typeof moveApplication>[1], 'applicationId'>

/** Takes an application one step on; leads to the receipt of the act or, where there is none, back to the application. */
export async function takeStep(visit: Visit, step: Step): Promise<string> {
	const applicationId = applicationIdFrom(visit.params)
	const { recordId } = await moveApplication(visit.ctx, { ...step, applicationId })
	return `/${visit.locale}/${recordId === null ? 'applications' : 'receipts'}/${applicationId}`
}
