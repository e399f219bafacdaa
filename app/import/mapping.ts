import { z } from 'zod'
import { Key } from '#app/domain/action-plan/schema.ts'
import { EVIDENCE_KINDS } from '#app/domain/evidence/rules.ts'
import { IRM_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import { DAY_ORDERS } from './read-day.ts'

const column = z.string().min(1)

/** One piece of a text made of several cells; left out where its cell is empty. */
const Part = z.union([
	column,
	z.strictObject({ column, label: z.string() }),
	z.strictObject({ fixed: z.string() }),
])
export type Part = z.infer<typeof Part>

/** Where a field's value comes from. The format is explained in docs/import-mappings/README.md. */
const Field = z.union([
	column,
	z.strictObject({ fixed: z.string() }),
	z.strictObject({ column, words: z.record(z.string(), z.string().nullable()) }),
	z.strictObject({ column, separator: z.string() }),
	z.strictObject({ join: z.array(Part).min(1), with: z.string() }),
	z.strictObject({ lines: z.array(Part).min(1), with: z.string() }),
	z.strictObject({ latest: column }),
])
export type Field = z.infer<typeof Field>

const Fields = z.record(z.string(), Field)
export type Fields = z.infer<typeof Fields>

/** Texts in languages that are neither English nor Indonesian: language → field → where it comes from. */
const OtherLanguages = z.record(z.string().regex(/^[a-z]{2,3}$/), Fields).default({})

const Coding = z.strictObject({
	column,
	indicator: z.enum(IRM_INDICATORS),
	product: z.string().min(1),
})

/** How a table's columns become a plan, and what in them is not a value. */
export const ImportMapping = z.strictObject({
	format: z.literal('renaksi-import-mapping/1'),
	describes: z.strictObject({ en: z.string(), id: z.string() }),
	/** Language of texts whose field is named without a language. */
	language: z.enum(['en', 'id']),
	/** Order of days written in figures. */
	dayOrder: z.enum(DAY_ORDERS),
	/** Cells that mean "no value". */
	missing: z.array(z.string()).default([]),
	/** The member whose plans such files hold; made where it is not here yet. */
	member: z
		.strictObject({
			id: Key,
			level: z.enum(['NATIONAL', 'LOCAL']),
			countryCode: z.string().regex(/^[A-Z]{2}$/),
			nameEn: z.string(),
			nameId: z.string(),
			timeZone: z.string(),
			source: z.string(),
		})
		.optional(),
	/** Fixed values of the plan; the command line may override them. */
	plan: z.record(z.string(), z.string()).default({}),
	commitment: z.strictObject({ key: column, fields: Fields, otherLanguages: OtherLanguages }),
	milestone: z.strictObject({ key: column, fields: Fields, otherLanguages: OtherLanguages }).optional(),
	claim: z
		.strictObject({
			key: Key,
			/** Column with the name of the body whose claim it is. */
			institution: column,
			fields: Fields,
			evidence: z.strictObject({ column, separator: z.string(), kind: z.enum(EVIDENCE_KINDS) }).optional(),
		})
		.optional(),
	codings: z.array(Coding).default([]),
})
export type ImportMapping = z.infer<typeof ImportMapping>
export type MappedMember = NonNullable<ImportMapping['member']>

/** The columns a mapping reads, each once. */
export function columnsOf(mapping: ImportMapping): readonly string[] {
	const levels = [mapping.commitment, ...(mapping.milestone ? [mapping.milestone] : [])]
	const fields = [
		...levels.flatMap((level) => [level.fields, ...Object.values(level.otherLanguages)]),
		...(mapping.claim ? [mapping.claim.fields] : []),
	]
	return [
		...new Set([
			...levels.map((level) => level.key),
			...fields.flatMap((group) => Object.values(group).flatMap(columnsOfField)),
			...(mapping.claim ? [mapping.claim.institution] : []),
			...(mapping.claim?.evidence ? [mapping.claim.evidence.column] : []),
			...mapping.codings.map((coding) => coding.column),
		]),
	]
}

/** Whether a field takes several rows of a file together. */
export function isGathered(field: Field): boolean {
	return typeof field === 'object' && ('lines' in field || 'latest' in field)
}

function columnsOfField(field: Field): readonly string[] {
	if (typeof field === 'string') return [field]
	if ('fixed' in field) return []
	if ('latest' in field) return [field.latest]
	if ('column' in field) return [field.column]
	return ('join' in field ? field.join : field.lines).flatMap((part) =>
		typeof part === 'string' ? [part] : 'column' in part ? [part.column] : [],
	)
}
