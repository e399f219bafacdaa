import { strToU8, zipSync } from 'fflate'
import { textIn } from '#app/domain/bilingual.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Context } from '#app/domain/context.ts'
import { findHandOver } from '#app/domain/hand-over/queries.server.ts'
import type { OpenThings } from '#app/domain/hand-over/schema.ts'
import type { HandOverView } from '#app/domain/hand-over/view.ts'
import { findRecord } from '#app/domain/record/queries.server.ts'
import { formatIn } from '#app/i18n/format.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'

/** Files of a ZIP carry a time; a fixed one makes the same pack the same bytes. ZIP counts from 1980. */
const FIXED_TIME = '1980-01-01T00:00:00'

/** A hand-over as one file: what was open as text and as data, and the published records it names. Refuses with `not_found`. */
export async function handOverPack(ctx: Context, id: string, locale: Locale): Promise<Uint8Array> {
	const done = await findHandOver(ctx, id)
	const records: [string, Uint8Array][] = await Promise.all(
		done.open.findings.map(async ({ recordId }): Promise<[string, Uint8Array]> => [
			`records/${recordId}.json`,
			asJson(await findRecord(ctx, recordId)),
		]),
	)
	const files = {
		'index.txt': strToU8(indexOf(done, locale)),
		'hand-over.json': asJson(done),
		...Object.fromEntries(records),
	}
	return zipSync(files, { mtime: FIXED_TIME })
}

function asJson(value: unknown): Uint8Array {
	return strToU8(`${JSON.stringify(value, null, '\t')}\n`)
}

/** What was open, as plain text in one language. */
function indexOf(done: HandOverView, locale: Locale): string {
	const say = sayIn(locale)
	const format = formatIn(locale)
	const name = (text: Bilingual) => textIn(text, locale)?.text ?? say('missing.text')
	const sections = sectionsOf(done.open, locale)
	const head = [
		say('hand-over.title'),
		say('hand-over.done.lead', {
			...{ role: say(`role.${done.role}`), from: done.from, to: done.to },
			organization: name(done.organization),
			on: format.day(done.effectiveOn),
		}),
		...(done.note === null ? [] : [done.note]),
	]
	const body = sections.map(([key, lines]) =>
		[
			say(`hand-over.open.${key}`),
			...(lines.length === 0 ? [say('hand-over.open.none')] : lines.map((line) => `- ${line}`)),
		].join('\n'),
	)
	return `${[...head, ...body].join('\n\n')}\n`
}

/** What was open by kind, a line for each. */
function sectionsOf(
	open: OpenThings,
	locale: Locale,
): readonly (readonly [key: string, lines: readonly string[]])[] {
	const say = sayIn(locale)
	const format = formatIn(locale)
	const name = (text: Bilingual) => textIn(text, locale)?.text ?? say('missing.text')
	const { obligations, reports, drafts, findings, findingDrafts } = open
	const report = ({ milestone, checkpointCode, dueOn }: (typeof reports)[number]) =>
		say('hand-over.line.report', { milestone: name(milestone), code: checkpointCode, due: format.day(dueOn) })
	return [
		[
			'obligations',
			obligations.map((owed) =>
				say('hand-over.line.obligation', {
					what: obligationIn(owed, locale),
					plan: name(owed.plan),
					due: format.day(owed.dueOn),
				}),
			),
		],
		['reports', reports.map(report)],
		['drafts', drafts.map(report)],
		[
			'findings',
			findings.map(({ commitment, on, recordId }) =>
				say('hand-over.line.finding', { commitment: name(commitment), on: format.day(on), recordId }),
			),
		],
		['finding-drafts', findingDrafts.map(({ commitment }) => name(commitment))],
	]
}

/** What is owed: the rule's name and, where several come from one rule, which of them it is. */
function obligationIn(
	{ code, subject, subjectTitle }: OpenThings['obligations'][number],
	locale: Locale,
): string {
	const say = sayIn(locale)
	const what = say(`obligation.${code}`)
	if (subject === '') return what
	if (subjectTitle !== null)
		return say('obligation.of', {
			what,
			subject: textIn(subjectTitle, locale)?.text ?? say('missing.text'),
		})
	const isWindow = code === 'SA_CONSULTATION'
	return say('obligation.of', { what, subject: isWindow ? say(`obligation.subject.${subject}`) : subject })
}
