import { z } from 'zod'
import { head, sealed, text } from '#app/domain/act-content/schema.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { CHECKPOINT_SCHEMES } from '#app/domain/cycle-rules/schema.ts'
import { URL_MAX_CHARACTERS } from '#app/domain/evidence/rules.ts'
import { isWebAddress, typedText } from '#app/domain/evidence/schema.ts'
import { basis } from '#app/domain/rule-set/schema.ts'
import { typedDay } from '#app/domain/typed-day.ts'
import { shortText } from '#app/domain/typed-values.ts'
import { IN_ORDER, NOTE_MAX_CHARACTERS, VERSION_NAME_MAX_CHARACTERS, numbersIn } from './rules.ts'
import type { RuleField } from './rules.ts'

/** Numbers as they are stored: what a later version of the product reads in them is for that version to say. */
export const StoredNumbers = z.record(z.string(), z.json())

/** What the act of publishing a version of the rules says in public: every number of it. */
export const RuleVersionContent = z.strictObject({
	kind: z.literal('rule-set.published'),
	...head,
	track: z.string(),
	versionName: z.string(),
	validFrom: z.string(),
	rules: StoredNumbers,
	cycle: StoredNumbers,
	process: StoredNumbers,
	verification: StoredNumbers,
	noteEn: z.string(),
	noteId: z.string(),
	source: z.string(),
	sourceUrl: text,
	...sealed,
})
export type RuleVersionContent = z.infer<typeof RuleVersionContent>

const note = z
	.string({ error: 'rule-version.note.required' })
	.pipe(typedText(NOTE_MAX_CHARACTERS))
	.refine((typed) => typed !== '', { error: 'rule-version.note.required' })

/** What is asked of a version besides its numbers. */
const about = {
	versionName: z
		.string({ error: 'rule-version.name.required' })
		.overwrite((typed) => typed.trim().toLowerCase())
		.refine((typed) => typed !== '', { error: 'rule-version.name.required', abort: true })
		.max(VERSION_NAME_MAX_CHARACTERS, { error: 'rule-version.name.unreadable' })
		.regex(/^[a-z0-9][a-z0-9.-]*$/, { error: 'rule-version.name.unreadable' }),
	basis: z.enum(basis.options, { error: 'field.choose' }),
	source: shortText('rule-version.source.required'),
	sourceUrl: typedText(URL_MAX_CHARACTERS)
		.refine((typed) => typed === '' || isWebAddress(typed), { error: 'evidence.url.web' })
		.optional(),
	noteId: note,
	noteEn: note,
}

/** What the form of a new version holds: texts that were checked, the numbers by the names of their fields. */
export type RuleVersionAnswer = {
	readonly versionName: string
	readonly validFrom: CalendarDay
	readonly basis: z.infer<typeof basis>
	readonly source: string
	readonly sourceUrl?: string | undefined
	readonly noteEn: string
	readonly noteId: string
	readonly numbers: Readonly<Record<string, string>>
}

const ABOUT: readonly string[] = [...Object.keys(about), 'validFrom']

/** The form of a new version, each wrong number with its own fault; numbers stay as they were typed. */
export function ruleVersionForm(fields: readonly RuleField[], today: CalendarDay) {
	const validFrom = typedDay().refine((day) => day >= today, { error: 'rule-version.valid-from.past' })
	const numbers = Object.fromEntries(fields.map((field) => [field.name, numberText(field)]))
	return z.strictObject({ ...numbers, ...about, validFrom }).superRefine((typed, ctx) => {
		const answer: Readonly<Record<string, unknown>> = typed
		for (const { path, message } of faultsBetween(fields, answer))
			ctx.addIssue({ code: 'custom', path: [path], message })
		if (answer['basis'] !== 'OURS' && !answer['sourceUrl'])
			ctx.addIssue({ code: 'custom', path: ['sourceUrl'], message: 'rule-version.source-url.required' })
	})
}

const FAULT_OF = {
	number: 'rule-version.fault.whole',
	share: 'rule-version.fault.share',
	list: 'rule-version.fault.list',
	scheme: 'field.choose',
	deadline: 'rule-version.fault.whole',
} as const

function numberText(field: RuleField) {
	const error = FAULT_OF[field.is]
	if (field.is === 'scheme') return z.enum(CHECKPOINT_SCHEMES, { error })
	// A browser sends an empty field; the reader of forms leaves it out.
	return z
		.string({ error })
		.default('')
		.overwrite((typed) => typed.trim().replace(/\u2212/g, '-'))
		.refine((typed) => numbersIn(field, typed) !== null, { error })
}

type Fault = { readonly path: string; readonly message: string }

/** What is wrong between numbers that are each right. */
function faultsBetween(
	fields: readonly RuleField[],
	answer: Readonly<Record<string, unknown>>,
): readonly Fault[] {
	const valueOf = (name: string) => {
		const field = fields.find((one) => one.name === name)
		const typed = answer[name]
		return field && typeof typed === 'string' ? (numbersIn(field, typed)?.[0] ?? null) : null
	}
	const reversed = IN_ORDER.filter(([lower, upper]) => {
		const [least, most] = [valueOf(lower), valueOf(upper)]
		return least !== null && most !== null && most < least
	}).map(([, upper]): Fault => ({ path: upper, message: 'rule-version.fault.order' }))
	const mixed = fields.flatMap((field): readonly Fault[] => {
		if (field.is !== 'deadline' || field.part !== 'days') return []
		const isMixed = (valueOf(field.name) ?? 0) < 0 && (valueOf(`${field.rule.code}-months`) ?? 0) !== 0
		return isMixed ? [{ path: field.name, message: 'rule-version.fault.mixed' }] : []
	})
	return [...reversed, ...mixed]
}

const Typed = z.record(z.string(), z.string())
const About = z.object({ ...about, validFrom: z.string() })

/** A form that was checked, its numbers apart from the rest. */
export function answerFrom(typed: Readonly<Record<string, unknown>>): RuleVersionAnswer {
	const numbers = Object.entries(typed).filter(([name]) => !ABOUT.includes(name))
	return { ...About.parse(typed), numbers: Typed.parse(Object.fromEntries(numbers)) }
}
