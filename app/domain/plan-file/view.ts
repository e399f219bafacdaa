import { z } from 'zod'
import { commitmentTextOf, milestoneTextOf, planTextOf } from '#app/domain/amendment/view.ts'
import { hasEnded } from '#app/domain/published-text/rules.ts'
import type { DraftedChanges } from '#app/domain/amendment/schema.ts'
import { CHECKPOINT_SCHEMES } from '#app/domain/cycle-rules/schema.ts'
import type { DraftedPlan } from '#app/domain/plan-draft/schema.ts'
import type {
	ActionPlanVersion,
	CommitmentInstitution,
	CommitmentVersion,
	MilestoneVersion,
} from '#prisma/generated/client.ts'
import {
	commitmentFields,
	commitmentFrom,
	differences,
	milestoneFields,
	milestoneTextFrom,
	planFields,
	planTextFrom,
} from './rules.ts'
import type { RowChange } from './rules.ts'
import { FILE_SHEETS } from './schema.ts'
import type { FileRow, PlanFile } from './schema.ts'

/** What a plan's file is made from: the newest version of each of its texts. */
export type PublishedTexts = {
	readonly id: string
	readonly versions: readonly ActionPlanVersion[]
	readonly commitments: readonly {
		readonly id: string
		readonly versions: readonly CommitmentVersion[]
		readonly institutions: readonly CommitmentInstitution[]
		readonly milestones: readonly { readonly id: string; readonly versions: readonly MilestoneVersion[] }[]
	}[]
}

/** A published plan as a file holds it; what has ended is left out. Null where nothing is published. */
export function publishedPlanFile({ id, versions, commitments }: PublishedTexts): PlanFile | null {
	const [plan] = versions
	if (!plan) return null
	const going = commitments.flatMap((row) => {
		const [text] = row.versions
		return text && !hasEnded(text.standing) ? [{ ...row, text }] : []
	})
	return {
		plan: { key: id, version: plan.version, fields: planFields(planTextOf(plan), null) },
		commitments: going.map(({ id: key, text, institutions }) => ({
			key,
			version: text.version,
			fields: commitmentFields({
				text: commitmentTextOf(text),
				leadId: institutions.find(({ isLead }) => isLead)?.organizationId ?? null,
				supportIds: supportOf(institutions),
			}),
		})),
		milestones: going.flatMap((commitment) =>
			commitment.milestones.flatMap(({ id: key, versions: [text] }): FileRow[] => {
				if (!text || hasEnded(text.standing)) return []
				const fields = milestoneFields(milestoneTextOf(text), commitment.id)
				return [{ key, version: text.version, fields }]
			}),
		),
	}
}

function supportOf(institutions: readonly CommitmentInstitution[]): readonly string[] {
	return institutions
		.filter(({ isLead }) => !isLead)
		.map(({ organizationId }) => organizationId)
		.sort()
}

/** A plan that is being written, as a file holds it; its rows have the versions of their own drafts. */
export function draftedPlanFile(
	plan: DraftedPlan,
	versions: Readonly<Record<string, number>>,
	version: number,
): PlanFile {
	const row = (key: string, fields: FileRow['fields']) => ({ key, version: versions[key] ?? 0, fields })
	return {
		plan: { key: plan.id, version, fields: planFields(plan.text, plan.checkpointScheme) },
		commitments: plan.commitments.map((each) => row(each.id, commitmentFields(each))),
		milestones: plan.commitments.flatMap((each) =>
			each.milestones.map(({ id, text }) => row(id, milestoneFields(text, each.id))),
		),
	}
}

type NewId = () => string

/** The whole plan that a draft is to hold: what the file says, then what it leaves out, which stays. */
export function draftedPlanFrom(
	there: PlanFile,
	file: PlanFile,
	newId: NewId,
): Omit<DraftedPlan, 'id' | 'memberId' | 'ruleSetId'> {
	const commitments = withRest(there.commitments, file.commitments)
	const milestones = withRest(there.milestones, file.milestones)
	const known = new Set([...there.commitments, ...there.milestones].map(({ key }) => key))
	const ids = new Map([...commitments, ...milestones].map(({ key }) => [key, known.has(key) ? key : newId()]))
	const scheme = file.plan.fields.checkpointScheme ?? there.plan.fields.checkpointScheme
	return {
		checkpointScheme: z.enum(CHECKPOINT_SCHEMES).parse(scheme),
		text: planTextFrom(file.plan.fields),
		commitments: commitments.map(({ key, fields }) => {
			const { text, leadId, supportIds } = commitmentFrom(fields)
			return {
				id: ids.get(key) ?? key,
				text,
				leadId,
				supportIds: [...supportIds],
				milestones: milestones
					.filter((milestone) => milestone.fields.commitment === key)
					.map((milestone) => ({
						id: ids.get(milestone.key) ?? milestone.key,
						text: milestoneTextFrom(milestone.fields),
					})),
			}
		}),
	}
}

function withRest(there: readonly FileRow[], rows: readonly FileRow[]): readonly FileRow[] {
	const said = new Set(rows.map(({ key }) => key))
	return [...rows, ...there.filter(({ key }) => !said.has(key))]
}

/** What a file would change in a published plan, as an amendment takes it up. New records keep the keys of their rows. */
export function draftedChangesFrom(there: PlanFile, file: PlanFile): DraftedChanges {
	const rows = new Map(
		[file.plan, ...file.commitments, ...file.milestones].map((row) => [row.key, row.fields]),
	)
	const seen = new Map(
		[there.plan, ...there.commitments, ...there.milestones].map((row) => [row.key, row.version]),
	)
	return differences(there, file).map(({ sheet, key, operation }): DraftedChanges[number] => {
		const fields = rows.get(key) ?? {}
		const change = { recordId: key, seenVersion: seen.get(key) ?? 0, operation, successors: [] }
		if (sheet === 'Plan') return { recordKind: 'action-plan', ...change, text: planTextFrom(fields) }
		if (sheet === 'Milestones')
			return {
				recordKind: 'milestone',
				...change,
				commitmentId: fields.commitment ?? '',
				text: milestoneTextFrom(fields),
			}
		const { text, leadId, supportIds } = commitmentFrom(fields)
		return { recordKind: 'commitment', ...change, text, leadId, supportIds: [...supportIds] }
	})
}

const Row = z.strictObject({
	key: z.string(),
	version: z.int(),
	fields: z.record(z.string(), z.string()),
})
const File = z.strictObject({ plan: Row, commitments: z.array(Row), milestones: z.array(Row) })

/** What a file becomes: a new plan, a change of one that is being written, or an amendment of a published one. */
export const PLAN_FILE_AIMS = ['NEW', 'DRAFT', 'AMENDMENT'] as const
export type PlanFileAim = (typeof PLAN_FILE_AIMS)[number]

/** A file that was read and waits for its sender's word, as it is stored. */
export const PreviewContent = z.strictObject({
	aim: z.enum(PLAN_FILE_AIMS),
	memberId: z.string(),
	/** The plan as it was when the file was read; empty for a new one. */
	there: File,
	file: File,
})
export type PreviewContent = z.infer<typeof PreviewContent>

/** A file before it is taken: what it would do, record by record. */
export type PlanPreview = {
	readonly id: string
	readonly fileName: string
	readonly aim: PlanFileAim
	readonly memberId: string
	readonly planId: string | null
	readonly changes: readonly (RowChange & { readonly name: string })[]
	/** Records that the file leaves out; they stay. */
	readonly leftOut: readonly { readonly sheet: string; readonly name: string }[]
}

/** A preview as its page shows it. */
export function planPreview(
	row: { readonly id: string; readonly fileName: string },
	content: PreviewContent,
): PlanPreview {
	const { there, file, aim, memberId } = content
	const rows = [...[file, there].flatMap((one) => [one.plan, ...one.commitments, ...one.milestones])]
	const nameOf = (key: string) => nameIn(rows.find((each) => each.key === key))
	return {
		id: row.id,
		fileName: row.fileName,
		aim,
		memberId,
		planId: aim === 'NEW' ? null : there.plan.key,
		changes: differences(there, file).map((change) => ({ ...change, name: nameOf(change.key) })),
		leftOut: [
			...leftOut(FILE_SHEETS[1], there.commitments, file.commitments),
			...leftOut(FILE_SHEETS[2], there.milestones, file.milestones),
		],
	}
}

function leftOut(sheet: string, there: readonly FileRow[], rows: readonly FileRow[]) {
	const said = new Set(rows.map(({ key }) => key))
	return there.filter(({ key }) => !said.has(key)).map((row) => ({ sheet, name: nameIn(row) }))
}

function nameIn(row: FileRow | undefined): string {
	const { number, titleId, titleEn } = row?.fields ?? {}
	return [number, titleEn ?? titleId].filter((part) => part !== undefined).join(' ')
}
