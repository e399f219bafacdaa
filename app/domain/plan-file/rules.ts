import type { VerificationProtocol } from '#app/domain/milestone/schema.ts'
import type { CommitmentText, MilestoneText, PlanText } from '#app/domain/plan-draft/schema.ts'
import { protocolKey } from './schema.ts'
import type { FileRow, FileSheet, Fields, PlanFile, Slots } from './schema.ts'
import { TEMPLATE_SLOTS } from './schema.ts'

/** A commitment's text with the organizations that answer for it on this site. */
export type AnsweredCommitment = {
	readonly text: CommitmentText
	readonly leadId: string | null
	readonly supportIds: readonly string[]
}

/** Text as it is compared and kept: line ends of one kind, composed letters (NFC), no space around it. */
export function plainText(text: string): string {
	return text.replace(/\r\n?/g, '\n').normalize('NFC').trim()
}

/** The fields of a plan. */
export function planFields(text: PlanText, scheme: string | null): Fields {
	return given([...Object.entries(text), ['checkpointScheme', scheme]])
}

/** The fields of a commitment; values that may be several are numbered from 1. */
export function commitmentFields({ text, leadId, supportIds }: AnsweredCommitment): Fields {
	const { ogpValues, policyAreas, ...plain } = text
	return given([
		...Object.entries(plain),
		...ogpValues.flatMap(({ code, justification }, at): Entry[] => [
			[`ogpValue${at + 1}`, code],
			[`ogpValue${at + 1}Why`, justification],
		]),
		...policyAreas.map((area, at): Entry => [`policyArea${at + 1}`, area]),
		['lead', leadId],
		...supportIds.map((id, at): Entry => [`support${at + 1}`, id]),
	])
}

/** The fields of a milestone and the key of its commitment. */
export function milestoneFields({ protocol, ...plain }: MilestoneText, commitment: string): Fields {
	const parts = Object.entries(protocol ?? {}).map(([key, value]): Entry => [protocolKey(key), value])
	return given([['commitment', commitment], ...Object.entries(plain), ...parts])
}

/** The plan's text that fields give. */
export function planTextFrom(fields: Fields): PlanText {
	const of = reader(fields)
	return {
		number: of('number'),
		titleEn: of('titleEn'),
		titleId: of('titleId'),
		startsOn: of('startsOn'),
		endsOn: of('endsOn'),
		administrationEndsOn: of('administrationEndsOn'),
	}
}

/** The commitment that fields give; gaps between numbered values close. */
export function commitmentFrom(fields: Fields): AnsweredCommitment {
	const of = reader(fields)
	const text: CommitmentText = {
		number: of('number'),
		titleEn: of('titleEn'),
		titleId: of('titleId'),
		theme: of('theme'),
		descriptionEn: of('descriptionEn'),
		descriptionId: of('descriptionId'),
		problemEn: of('problemEn'),
		problemId: of('problemId'),
		baselineEn: of('baselineEn'),
		baselineId: of('baselineId'),
		contributionEn: of('contributionEn'),
		contributionId: of('contributionId'),
		additionalEn: of('additionalEn'),
		additionalId: of('additionalId'),
		leadInstitution: of('leadInstitution'),
		supportingInstitutions: of('supportingInstitutions'),
		startsOn: of('startsOn'),
		endsOn: of('endsOn'),
		carriedOverFrom: of('carriedOverFrom'),
		ogpValues: several(fields, 'ogpValue').map(([code, at]) => ({
			code,
			justification: of(`ogpValue${at}Why`),
		})),
		policyAreas: several(fields, 'policyArea').map(([area]) => area),
	}
	return { text, leadId: of('lead'), supportIds: several(fields, 'support').map(([id]) => id) }
}

/** The milestone's text that fields give. */
export function milestoneTextFrom(fields: Fields): MilestoneText {
	const of = reader(fields)
	const part = (key: keyof VerificationProtocol) => of(protocolKey(key))
	const protocol: VerificationProtocol = {
		whatEn: part('whatEn'),
		whatId: part('whatId'),
		whereEn: part('whereEn'),
		whereId: part('whereId'),
		who: part('who'),
		byOn: part('byOn'),
	}
	return {
		number: of('number'),
		titleEn: of('titleEn'),
		titleId: of('titleId'),
		deliverableEn: of('deliverableEn'),
		deliverableId: of('deliverableId'),
		responsible: of('responsible'),
		startsOn: of('startsOn'),
		endsOn: of('endsOn'),
		protocol: Object.values(protocol).every((value) => value === null) ? null : protocol,
	}
}

/** How many columns the fields with several values need; never fewer than the template has. */
export function slotsFor(commitments: readonly FileRow[]): Slots {
	const most = (stem: string, least: number) =>
		Math.max(least, ...commitments.map(({ fields }) => several(fields, stem).length))
	return {
		ogpValue: most('ogpValue', TEMPLATE_SLOTS.ogpValue),
		policyArea: most('policyArea', TEMPLATE_SLOTS.policyArea),
		support: most('support', TEMPLATE_SLOTS.support),
	}
}

/** One value that a file would change; null: none. */
export type FieldChange = {
	readonly key: string
	readonly before: string | null
	readonly after: string | null
}

/** What a file would do to one record. */
export type RowChange = {
	readonly sheet: FileSheet
	readonly key: string
	readonly operation: 'ADD' | 'CHANGE'
	readonly changes: readonly FieldChange[]
}

/** What a file says other than what is there. What it leaves out stays: nothing is withdrawn by silence. */
export function differences(there: PlanFile, file: PlanFile): readonly RowChange[] {
	return [
		...rowChanges('Plan', [there.plan], [file.plan]),
		...rowChanges('Commitments', there.commitments, file.commitments),
		...rowChanges('Milestones', there.milestones, file.milestones),
	]
}

function rowChanges(
	sheet: FileSheet,
	there: readonly FileRow[],
	rows: readonly FileRow[],
): readonly RowChange[] {
	const known = new Map(there.map((row) => [row.key, row]))
	return rows.flatMap((row): RowChange[] => {
		const before = known.get(row.key)
		const changes = fieldChanges(before?.fields ?? {}, row.fields)
		if (before && changes.length === 0) return []
		return [{ sheet, key: row.key, operation: before ? 'CHANGE' : 'ADD', changes }]
	})
}

function fieldChanges(before: Fields, after: Fields): readonly FieldChange[] {
	const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
	return keys
		.map((key) => ({ key, before: before[key] ?? null, after: after[key] ?? null }))
		.filter((change) => change.before !== change.after)
}

type Entry = readonly [key: string, value: string | null]

function given(entries: readonly Entry[]): Fields {
	return Object.fromEntries(
		entries.flatMap(([key, value]) => {
			const text = plainText(value ?? '')
			return text === '' ? [] : [[key, text]]
		}),
	)
}

function reader(fields: Fields): (key: string) => string | null {
	return (key) => fields[key] ?? null
}

/** The values of a numbered field with their numbers, in order. */
function several(fields: Fields, stem: string): readonly (readonly [value: string, at: number])[] {
	const pattern = new RegExp(`^${stem}(\\d+)$`)
	return Object.entries(fields)
		.flatMap(([key, value]): (readonly [string, number])[] => {
			const at = pattern.exec(key)?.[1]
			return at === undefined ? [] : [[value, Number(at)]]
		})
		.sort(([, a], [, b]) => a - b)
}

/** Whether two states of a plan say the same in the same versions. */
export function isSameFile(a: PlanFile, b: PlanFile): boolean {
	const versions = ({ plan, commitments, milestones }: PlanFile) =>
		[plan, ...commitments, ...milestones].map(({ key, version }) => `${key} ${String(version)}`).join('\n')
	return versions(a) === versions(b) && differences(a, b).length === 0
}
