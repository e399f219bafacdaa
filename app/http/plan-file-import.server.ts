import { randomUUID } from 'node:crypto'
import { may } from '#app/access/policy.ts'
import { draftAmendment } from '#app/domain/amendment/commands.server.ts'
import type { Context, Transaction } from '#app/domain/context.ts'
import { createPlanDraft, replaceDraftedPlan } from '#app/domain/plan-draft/commands.server.ts'
import { listMembersToPlan } from '#app/domain/plan-draft/queries.server.ts'
import { takePlanPreview } from '#app/domain/plan-file/commands.server.ts'
import {
	NOTHING_YET,
	findDraftFile,
	findPublishedFile,
	findStoredPreview,
} from '#app/domain/plan-file/queries.server.ts'
import type { FoundFile } from '#app/domain/plan-file/queries.server.ts'
import { differences, isSameFile } from '#app/domain/plan-file/rules.ts'
import type { Choices, PlanFile } from '#app/domain/plan-file/schema.ts'
import { draftedChangesFrom, draftedPlanFrom } from '#app/domain/plan-file/view.ts'
import type { PlanFileAim, PreviewContent } from '#app/domain/plan-file/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { fileProblem } from '#app/import/file-problem.ts'
import type { FileProblem } from '#app/import/file-problem.ts'
import { openPlanTemplate, readPlanTemplate } from '#app/import/read-plan-template.ts'
import type { Visit } from './guard.server.ts'
import { planChoices } from './plan-file-answer.server.ts'
import type { TableForm } from './table-file.server.ts'

/** As many changes as one amendment can hold. */
const AMENDMENT_CHANGES_MAX = 2_000

type Target = FoundFile & { readonly aim: PlanFileAim; readonly scheme: string | null }

/** Reads a plan's file in a dry run: what it would become, or everything that is wrong with it. Nothing is written. */
export async function readPlanUpload(
	visit: Visit,
	form: TableForm,
): Promise<{ readonly content: PreviewContent } | { readonly problems: readonly FileProblem[] }> {
	const opened = openPlanTemplate(form.bytes)
	if (!opened.tables) return { problems: opened.problems }
	const target = await targetOf(visit.ctx, opened.planKey, form.memberId)
	if (!target) return { problems: [fileProblem('key_unknown', { place: 'Plan', value: opened.planKey })] }
	const { aim, memberId, file: there } = target
	const choices = withCodesOf(there, await planChoices(visit, memberId))
	const isPublished = aim === 'AMENDMENT'
	const { file, problems } = readPlanTemplate(opened, { choices, isPublished, there })
	if (!file) return { problems }
	const changed = isPublished ? differences(there, file).length : 0
	if (changed > AMENDMENT_CHANGES_MAX) {
		const size = { value: String(changed), detail: AMENDMENT_CHANGES_MAX }
		return { problems: [fileProblem('rows_too_many', size)] }
	}
	const fields = { ...(target.scheme ? { checkpointScheme: target.scheme } : {}), ...file.plan.fields }
	return { content: copied({ aim, memberId, there, file: { ...file, plan: { ...file.plan, fields } } }) }
}

/** What a file is for: the plan that its key names, or a new one. Null: a plan that is not here, or not the actor's. */
async function targetOf(ctx: Context, planKey: string, wanted: string | null): Promise<Target | null> {
	if (planKey === '') {
		const { members } = await listMembersToPlan(ctx)
		const member = members.find(({ id }) => id === wanted) ?? members[0]
		if (!member || (wanted !== null && member.id !== wanted)) throw new Refusal('not_found')
		return { aim: 'NEW', memberId: member.id, scheme: member.scheme, file: NOTHING_YET }
	}
	const draft = await findDraftFile(ctx, planKey).catch(unlessNotFound)
	if (draft) return { aim: 'DRAFT', scheme: draft.file.plan.fields.checkpointScheme ?? null, ...draft }
	const published = await findPublishedFile(ctx, planKey).catch(unlessNotFound)
	if (!published || !may(ctx.actor, 'plan.amend', published)) return null
	return { aim: 'AMENDMENT', scheme: null, ...published }
}

function unlessNotFound(error: unknown): null {
	if (error instanceof Refusal && error.reason === 'not_found') return null
	throw error
}

/** Codes that the plan has already are taken although they are on no list of today. */
function withCodesOf(there: PlanFile, choices: Choices): Choices {
	const held = (pattern: RegExp) =>
		there.commitments
			.flatMap(({ fields }) => Object.entries(fields))
			.flatMap(([key, code]) => (pattern.test(key) ? [{ code, name: { en: null, id: null } }] : []))
	return {
		...choices,
		'ogp-value': [...(choices['ogp-value'] ?? []), ...held(/^ogpValue\d+$/)],
		institution: [...(choices.institution ?? []), ...held(/^(lead|support\d+)$/)],
	}
}

/** What a confirmed file became: a plan that is being written or, of the plan that is named, an amendment. */
export type TakenFile = { readonly id: string; readonly planId: string | null }

/**
 * Takes a file that its sender confirms: the preview goes and what it becomes is there, or neither. Refuses with
 * `changed_meanwhile` where the plan was changed since the file was read, and with `not_found` where it was taken before.
 */
export async function takePlanUpload(ctx: Context, previewId: string): Promise<TakenFile> {
	const { content } = await findStoredPreview(ctx, previewId)
	const now = content.aim === 'NEW' ? null : await currentFile(ctx, content)
	if (now && !isSameFile(now.file, content.there)) throw new Refusal('changed_meanwhile')
	return ctx.db.$transaction(async (tx) => {
		await takePlanPreview(ctx, tx, previewId)
		return becomeOf(ctx, tx, content)
	})
}

async function becomeOf(ctx: Context, tx: Transaction, content: PreviewContent): Promise<TakenFile> {
	const { aim, memberId, there, file } = content
	if (aim === 'AMENDMENT') {
		const planId = there.plan.key
		const { id } = await draftAmendment(ctx, tx, { planId, changes: draftedChangesFrom(there, file) })
		return { id, planId }
	}
	const plan = draftedPlanFrom(there, file, randomUUID)
	const { checkpointScheme } = plan
	const seen =
		aim === 'DRAFT'
			? { id: there.plan.key, version: there.plan.version }
			: await createPlanDraft(ctx, tx, { memberId, checkpointScheme })
	const { id } = await replaceDraftedPlan(ctx, tx, { ...seen, plan })
	return { id, planId: null }
}

function currentFile(ctx: Context, { aim, there }: PreviewContent): Promise<FoundFile> {
	return aim === 'DRAFT' ? findDraftFile(ctx, there.plan.key) : findPublishedFile(ctx, there.plan.key)
}

/** The same in lists and records that can be stored. */
function copied(content: {
	readonly aim: PlanFileAim
	readonly memberId: string
	readonly there: PlanFile
	readonly file: PlanFile
}): PreviewContent {
	const rowsOf = (file: PlanFile) => ({
		plan: { ...file.plan, fields: { ...file.plan.fields } },
		commitments: file.commitments.map((row) => ({ ...row, fields: { ...row.fields } })),
		milestones: file.milestones.map((row) => ({ ...row, fields: { ...row.fields } })),
	})
	return { ...content, there: rowsOf(content.there), file: rowsOf(content.file) }
}
