import { expect, test } from 'vitest'
import { ActContent } from '#app/domain/record/view.ts'
import { ACT_KINDS } from '#app/ledger/leaf.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import { textOf } from './source-files.ts'

const TABLE_OF: { readonly [K in ActKind]: string } = {
	'action-plan.published': 'ActionPlanVersion',
	'commitment.published': 'CommitmentVersion',
	'milestone.published': 'MilestoneVersion',
	'progress-update.published': 'ProgressUpdate',
	'verification.published': 'Verification',
	'irm-coding.published': 'IrmCoding',
	'report.published': 'ReportSnapshot',
}

/** People are never named in public, the salt seals, an instant only dates the row, and a report is sealed by its hash. */
const NOT_SAID = ['salt', 'publishedAt', 'authorId', 'submittedById', 'approvedById', 'compiledById', 'model']

/** Columns whose name in public is another: an organization is named, and an id says whose it is. */
const SAID_AS: Readonly<Record<string, string>> = {
	actorOrganizationId: 'actorOrganization',
	importedById: 'importedBy',
	actionPlanId: 'planId',
}

const contents = new Map(
	ActContent.options.map((option) => [option.shape.kind.value, Object.keys(option.shape)]),
)

/** The columns of a model in the schema: its fields whose type is a plain one. */
function columnsOf(model: string): readonly string[] {
	const body =
		new RegExp(`^model ${model} \\{([\\s\\S]*?)^\\}`, 'm').exec(textOf('prisma/schema.prisma'))?.[1] ?? ''
	return [...body.matchAll(/^\s+(\w+)\s+(?:String|Int|Boolean|DateTime|Json|Bytes)\b/gm)].map(
		(match) => match[1] ?? '',
	)
}

test('every kind of act has a schema of what it says in public, and nothing else has', () => {
	expect([...contents.keys()].sort()).toEqual([...ACT_KINDS].sort())
})

test('the log never loses a kind of act', () => {
	expect(ACT_KINDS).toEqual(expect.arrayContaining(Object.keys(TABLE_OF)))
})

test.each(ACT_KINDS)('what is stored of %s is sealed, so that no column can be changed unseen', (kind) => {
	const columns = columnsOf(TABLE_OF[kind])
	const sealed = contents.get(kind) ?? []
	// The id of the thing an act is about is the act's own id, where each of its versions is one act.
	const identity = columns.includes('recordId') ? [] : columns.slice(0, 1)
	const open = columns.filter(
		(column) => ![...NOT_SAID, ...identity].includes(column) && !sealed.includes(SAID_AS[column] ?? column),
	)
	expect(columns.length).toBeGreaterThan(5)
	expect(open).toEqual([])
})
