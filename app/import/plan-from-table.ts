import { PlanImport } from '#app/domain/action-plan/schema.ts'
import { firstDayOf, lastDayOf } from '#app/domain/calendar.ts'
import { at, cell, fieldValue, listOf, readingOf } from './cells.ts'
import type { Reading } from './cells.ts'
import { codingKey, codingValue } from './coding-value.ts'
import { keyFrom, milestoneKey, shortKeyFrom } from './key-from.ts'
import { columnsOf, isGathered } from './mapping.ts'
import type { Fields, ImportMapping, MappedMember } from './mapping.ts'
import { planPart, statusOn } from './plan-part.ts'
import type { PlanSetting } from './plan-part.ts'
import { problem } from './problem.ts'
import type { ImportNotice, ImportProblem } from './problem.ts'
import type { Table, TableRow } from './table.ts'

export type PlanReading = {
	readonly plan: PlanImport | null
	readonly problems: readonly ImportProblem[]
	readonly notices: readonly ImportNotice[]
	/** The member such files belong to, where the mapping says so. */
	readonly member: MappedMember | null
}

/** The plan a table holds when it is read by a mapping, or everything that is wrong with its cells. */
export function planFromTable(table: Table, given: ImportMapping, setting: PlanSetting): PlanReading {
	const mapping = { ...given, language: setting.language ?? given.language }
	const absent = columnsOf(mapping).filter((column) => !table.header.includes(column))
	if (absent.length > 0) {
		const detail = table.header.join(', ')
		return {
			plan: null,
			notices: [],
			member: null,
			problems: absent.map((column) => problem('column_missing', { row: 1, column, detail })),
		}
	}
	const problems: ImportProblem[] = []
	const reading = readingOf(table, mapping, (found) => problems.push(found))
	const plan = planPart(setting, mapping)
	const origin = { source: plan.source, sourceUrl: plan.sourceUrl }
	const groups = groupedBy(reading, table.rows, commitmentLevel(mapping))
	const commitments = groups.map((group) => commitmentFrom(reading, group, { mapping, origin }))
	const parsed = PlanImport.safeParse({
		plan: { status: statusOn(setting.today, [plan, ...commitments]), ...plan },
		institutions: institutionsFrom(reading, table.rows),
		commitments,
	})
	if (!parsed.success && problems.length === 0) {
		for (const issue of parsed.error.issues) problems.push(problemFrom(issue, groups))
	}
	return {
		plan: parsed.success ? parsed.data : null,
		problems,
		notices: noticesOf(table, mapping),
		member: mapping.member ?? null,
	}
}

type Group = { readonly key: string; readonly rows: readonly TableRow[] }
type Origin = { readonly source: string; readonly sourceUrl: string | null }
type Frame = { readonly mapping: ImportMapping; readonly origin: Origin }

type Level = { readonly column: string; readonly isOneRow: boolean }

/**
 * Rows with the same key, in the order in which the keys first occur. Where one thing is one row, a repeated key is
 * a problem, and each row is read for itself so that all its cells are looked at.
 */
function groupedBy(
	reading: Reading,
	rows: readonly TableRow[],
	{ column, isOneRow }: Level,
): readonly Group[] {
	const groups: { key: string; rows: TableRow[] }[] = []
	const first = new Map<string, { key: string; rows: TableRow[] }>()
	for (const row of rows) {
		const text = cell(reading, row, column)
		const key = shortKeyFrom(text)
		const known = first.get(key)
		if (text === '') reading.report(problem('value_missing', { row: row.number, column }))
		else if (key === '') reading.report(at('key_unusable', { reading, row, column }))
		else if (known && isOneRow)
			reading.report(at('key_twice', { reading, row, column, detail: known.rows[0]?.number ?? 0 }))
		if (known && !isOneRow) {
			known.rows.push(row)
			continue
		}
		const group = { key, rows: [row] }
		groups.push(group)
		if (!known) first.set(key, group)
	}
	return groups
}

/** Whether one commitment is one row of the file: it has neither milestones of its own rows nor gathered texts. */
function commitmentLevel(mapping: ImportMapping): Level {
	const isOneRow = !mapping.milestone && !Object.values(mapping.commitment.fields).some(isGathered)
	return { column: mapping.commitment.key, isOneRow }
}

function commitmentFrom(reading: Reading, { key, rows }: Group, { mapping, origin }: Frame) {
	const level = mapping.commitment
	return {
		key,
		...origin,
		...fieldsFrom(reading, { fields: level.fields, rows, language: mapping.language }),
		otherLanguages: otherLanguagesFrom(reading, level.otherLanguages, rows),
		milestones: milestonesFrom(reading, { key, rows }, { mapping, origin }),
		codings: codingsFrom(reading, rows, { mapping, origin }),
	}
}

function milestonesFrom(reading: Reading, commitment: Group, { mapping, origin }: Frame) {
	const level = mapping.milestone
	if (!level) return []
	const isOneRow = !Object.values(level.fields).some(isGathered)
	return groupedBy(reading, commitment.rows, { column: level.key, isOneRow }).map(({ rows, key }) => ({
		key: milestoneKey(key, commitment.key),
		...origin,
		...fieldsFrom(reading, { fields: level.fields, rows, language: mapping.language }),
		otherLanguages: otherLanguagesFrom(reading, level.otherLanguages, rows),
		claims: claimsFrom(reading, rows, { mapping, origin }),
	}))
}

function claimsFrom(reading: Reading, rows: readonly TableRow[], { mapping, origin }: Frame) {
	const level = mapping.claim
	const row = rows[0]
	if (!level || !row) return []
	const institution = cell(reading, row, level.institution)
	if (institution === '')
		reading.report(problem('value_missing', { row: row.number, column: level.institution }))
	return [
		{
			key: level.key,
			institution: shortKeyFrom(institution),
			...origin,
			...fieldsFrom(reading, { fields: level.fields, rows, language: mapping.language }),
			evidence: level.evidence ? evidenceFrom(reading, row, level.evidence) : [],
		},
	]
}

type EvidenceMapping = { readonly column: string; readonly separator: string; readonly kind: string }

function evidenceFrom(reading: Reading, row: TableRow, { column, separator, kind }: EvidenceMapping) {
	return listOf(cell(reading, row, column), separator).flatMap((url) => {
		const link = URL.canParse(url) ? new URL(url) : null
		if (link && ['http:', 'https:'].includes(link.protocol)) return [{ kind, url, title: null }]
		reading.report(problem('link_wrong', { row: row.number, column, value: url }))
		return []
	})
}

function codingsFrom(reading: Reading, rows: readonly TableRow[], { mapping, origin }: Frame) {
	const row = rows[0]
	if (!row) return []
	return mapping.codings.flatMap(({ column, indicator, product }) => {
		const word = cell(reading, row, column)
		if (word === '') return []
		return [
			{
				key: codingKey(indicator),
				indicator,
				value: codingValue(indicator, word),
				valueAsPublished: word,
				product,
				...origin,
			},
		]
	})
}

function institutionsFrom(reading: Reading, rows: readonly TableRow[]) {
	const level = reading.mapping.claim
	if (!level) return []
	const names = new Map(
		rows.map((row) => cell(reading, row, level.institution)).map((name) => [shortKeyFrom(name), name]),
	)
	return [...names]
		.filter(([key]) => key !== '')
		.map(([key, name]) => ({ key, nameEn: inOneLine(name), nameId: inOneLine(name) }))
}

function inOneLine(name: string): string {
	return name.replace(/\s+/g, ' ')
}

/** Fields whose name gets the language behind it. */
const IN_TWO_LANGUAGES = new Set(['title', 'description', 'problem', 'baseline', 'deliverable', 'done'])

type FieldSet = {
	readonly fields: Fields
	readonly rows: readonly TableRow[]
	readonly language: 'en' | 'id'
}

function fieldsFrom(reading: Reading, { fields, rows, language }: FieldSet): Record<string, unknown> {
	const suffix = language === 'en' ? 'En' : 'Id'
	const values = Object.entries(fields).map(([name, field]): [string, unknown] => [
		IN_TWO_LANGUAGES.has(name) ? `${name}${suffix}` : name,
		fieldValue(reading, { name, field }, rows),
	])
	const result = Object.fromEntries(values)
	reportGaps(reading, { fields, rows, language }, result)
	return result
}

function reportGaps(
	reading: Reading,
	{ fields, rows }: FieldSet,
	values: Readonly<Record<string, unknown>>,
): void {
	const row = rows[0]
	if (!row) return
	const { title, endsOn: ends } = fields
	if (typeof title === 'string' && (values.titleEn ?? values.titleId ?? null) === null) {
		reading.report(problem('value_missing', { row: row.number, column: title }))
	}
	const { startsOn, endsOn } = values
	if (typeof startsOn !== 'string' || typeof endsOn !== 'string' || typeof ends !== 'string') return
	if (firstDayOf(startsOn) > lastDayOf(endsOn)) {
		reading.report(at('days_reversed', { reading, row, column: ends, detail: startsOn }))
	}
}

function otherLanguagesFrom(
	reading: Reading,
	languages: Readonly<Record<string, Fields>>,
	rows: readonly TableRow[],
): Record<string, Record<string, unknown>> {
	return Object.fromEntries(
		Object.entries(languages).map(([language, fields]) => {
			const texts = Object.entries(fields).map(([name, field]) => [
				name,
				fieldValue(reading, { name, field }, rows),
			])
			return [language, Object.fromEntries(texts.filter(([, text]) => text !== null))]
		}),
	)
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** What the schema still found, put beside the row it comes from. */
function problemFrom({ path, message }: Issue, groups: readonly Group[]): ImportProblem {
	const [list, position] = path
	const row =
		list === 'commitments' && typeof position === 'number' ? groups[position]?.rows[0]?.number : undefined
	const code = path.at(-1) === 'ogpId' ? 'ogp_id_wrong' : 'json_value'
	return problem(code, {
		...(row === undefined ? {} : { row }),
		column: path.map(String).join('.'),
		detail: message,
	})
}

function noticesOf(table: Table, mapping: ImportMapping): readonly ImportNotice[] {
	const used = columnsOf(mapping)
	const kept = table.header.filter((title) => title !== '' && !used.includes(title))
	return [
		...kept.map((title): ImportNotice => ({ code: 'column_not_kept', detail: title })),
		...('title' in mapping.commitment.fields
			? []
			: [{ code: 'title_not_given' as const, detail: keyFrom(mapping.commitment.key) }]),
	]
}
