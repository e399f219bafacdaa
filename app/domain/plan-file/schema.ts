import type { Bilingual } from '#app/domain/bilingual.ts'
import { VerificationProtocol } from '#app/domain/milestone/schema.ts'
import { CommitmentText, MilestoneText, PlanText } from '#app/domain/plan-draft/schema.ts'

/** Sheets of the plan's file that hold texts. Their names are the same in every language. */
export const FILE_SHEETS = ['Plan', 'Commitments', 'Milestones'] as const
export type FileSheet = (typeof FILE_SHEETS)[number]

/** What a cell holds: text, a day, or a code from a list. `commitment`: the commitment that a milestone belongs to. */
export const CELL_KINDS = [
	'text',
	'day',
	'scheme',
	'ogp-value',
	'policy-area',
	'institution',
	'commitment',
	'level',
	'challenge',
	'evidence-kind',
] as const
export type CellKind = (typeof CELL_KINDS)[number]

/** Kinds whose cells hold words as they are written; their lists only suggest some. */
export const OPEN_KINDS: readonly CellKind[] = ['policy-area']

/** A column of a sheet, named by a key that no language changes. */
export type FileColumn = { readonly key: string; readonly kind: CellKind }

/** A code with the words that people choose it by. */
export type Choice = { readonly code: string; readonly name: Bilingual }

/** The choices of each kind of cell that has any. */
export type Choices = { readonly [K in CellKind]?: readonly Choice[] }

/** Values of one row by the key of their column; what is not given is absent. */
export type Fields = Readonly<Record<string, string>>

/** A row: key of its record (`new-…` where there is none yet), and the version that it was written over (0: none). */
export type FileRow = { readonly key: string; readonly version: number; readonly fields: Fields }

/** A plan as a file holds it. A milestone names the key of its commitment in the field `commitment`. */
export type PlanFile = {
	readonly plan: FileRow
	readonly commitments: readonly FileRow[]
	readonly milestones: readonly FileRow[]
}

/** How many columns a field with several values has. */
export type Slots = { readonly ogpValue: number; readonly policyArea: number; readonly support: number }

/** What the empty template offers. Unit: columns. Source: our own; OGP names four values, and one older. */
export const TEMPLATE_SLOTS: Slots = { ogpValue: 5, policyArea: 3, support: 3 }

/** Largest file of a table. Unit: bytes. Source: our own. */
export const TABLE_FILE_MAX_BYTES = 5 * 1024 * 1024
/** Most rows of one sheet. Source: our own; the largest plan of OGP has some 160 commitments. */
export const SHEET_ROWS_MAX = 2_000
/** Longest text of a spreadsheet's cell. Unit: UTF-16 code units. Source: Excel specifications and limits. */
export const SHEET_CELL_MAX = 32_767

/** Begins the key of a row that has no record yet. */
export const NEW_ROW = 'new-'

/** Columns before the values: which record a row is, and which version of it. */
export const KEY_COLUMNS = ['key', 'version'] as const

/** Columns of the plan; a published plan has no scheme or term to change by a file. */
export function planColumns(isPublished = false): readonly FileColumn[] {
	const columns = textColumns(PlanText.shape)
	if (isPublished) return columns.filter(({ key }) => key !== 'administrationEndsOn')
	return [...columns, { key: 'checkpointScheme', kind: 'scheme' }]
}

/** Columns of a commitment. */
export function commitmentColumns(slots: Slots = TEMPLATE_SLOTS): readonly FileColumn[] {
	const values = numbered(slots.ogpValue).flatMap((at): FileColumn[] => [
		{ key: `ogpValue${at}`, kind: 'ogp-value' },
		{ key: `ogpValue${at}Why`, kind: 'text' },
	])
	return [
		...textColumns(CommitmentText.shape),
		...values,
		...numbered(slots.policyArea).map((at): FileColumn => ({ key: `policyArea${at}`, kind: 'policy-area' })),
		{ key: 'lead', kind: 'institution' },
		...numbered(slots.support).map((at): FileColumn => ({ key: `support${at}`, kind: 'institution' })),
	]
}

/** Columns of a milestone. */
export function milestoneColumns(): readonly FileColumn[] {
	return [
		{ key: 'commitment', kind: 'commitment' },
		...textColumns(MilestoneText.shape),
		...textColumns(VerificationProtocol.shape).map(({ key, kind }) => ({ key: protocolKey(key), kind })),
	]
}

/** Columns of one sheet as the template has them. */
export function columnsOfSheet(sheet: FileSheet, slots?: Slots): readonly FileColumn[] {
	if (sheet === 'Plan') return planColumns()
	return sheet === 'Commitments' ? commitmentColumns(slots) : milestoneColumns()
}

/** The column of one part of a protocol: `whatEn` → `protocolWhatEn`. */
export function protocolKey(part: string): string {
	return `protocol${part.charAt(0).toUpperCase()}${part.slice(1)}`
}

/** 1, 2, 3 … */
export function numbered(count: number): readonly number[] {
	return Array.from({ length: count }, (_, at) => at + 1)
}

/** Fields that have columns of their own kind, because they hold several values. */
const TAKEN_APART = ['ogpValues', 'policyAreas', 'protocol']

function textColumns(shape: object): readonly FileColumn[] {
	return Object.keys(shape)
		.filter((key) => !TAKEN_APART.includes(key))
		.map((key) => ({ key, kind: key.endsWith('On') ? 'day' : 'text' }))
}
