import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import { verificationsOf } from '#app/domain/action-plan/rules.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ReportModel } from '#app/domain/report/view.ts'
import { linkContent } from '#reports/document/evidence.ts'
import { numberedTitle } from '#reports/document/pieces.ts'
import { phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Content, Phrase } from '#reports/pdf/block.ts'

/** Records of one level that are linked to one by one. */
const LINKED = 12

/** What a record is about, in its own language, and its day where it has one of its own. */
type Subject = { readonly about: Phrase; readonly on: CalendarDay | null }

/** The records behind a level, each with what it is about and its address; where there are many, the page that has all. */
export function linkedRecords(
	records: readonly string[],
	model: ReportModel,
	words: Words,
): readonly Content[] {
	const { say, format, locale } = words
	const { site = '', record, asOfOn } = model
	const subjects = subjectsIn(model, words)
	const rest = records.length - LINKED
	const all = `${site}/${locale}/expectations/${encodeURIComponent(record.plan.member.id)}?on=${asOfOn}`
	const more = { count: rest, number: format.count(rest) }
	return [
		...records
			.slice(0, LINKED)
			.map((recordId) => recordLink(recordId, { model, subject: subjects.get(recordId) }, words)),
		...(rest > 0 ? [linkContent({ text: say('report.status.records.more', more), url: all, note: '' })] : []),
	]
}

type Known = { readonly model: ReportModel; readonly subject: Subject | undefined }

function recordLink(recordId: string, { model, subject }: Known, words: Words): Content {
	const { say, format, locale } = words
	const { site = '', recordKinds = {} } = model
	const kind = recordKinds[recordId]
	const act = kind === undefined ? say('expectation.record.unknown') : say(`act.${kind}`)
	const url = `${site}/${locale}/records/${encodeURIComponent(recordId)}`
	if (!subject) return linkContent({ text: act, url, note: recordId })
	const note = subject.on === null ? act : say('report.status.record', { act, day: format.day(subject.on) })
	return linkContent({ text: subject.about, url, note })
}

/** What each record of the plan is about; those of the member's registers are not in a report, and have none. */
function subjectsIn({ record }: ReportModel, words: Words): ReadonlyMap<string, Subject> {
	const plan = [record.plan.id, { about: phraseOf(record.plan.title, words), on: null }] as const
	return new Map([plan, ...record.commitments.flatMap((commitment) => subjectsOf(commitment, words))])
}

function subjectsOf(commitment: CommitmentRecord, words: Words): readonly (readonly [string, Subject])[] {
	const own = numberedTitle(commitment.number, commitment.title, words)
	const milestones = new Map(
		commitment.milestones.map(({ id, number, title }) => [id, numberedTitle(number, title, words)]),
	)
	const judged = [...verificationsOf(commitment), ...(commitment.assessments ?? [])]
	return [
		[commitment.id, { about: own, on: null }],
		...commitment.milestones.flatMap(({ id, claims }) =>
			claims.map(({ recordId, publishedOn }): readonly [string, Subject] => [
				recordId,
				{ about: milestones.get(id) ?? own, on: publishedOn },
			]),
		),
		...judged.map(({ recordId, publishedOn, ...one }): readonly [string, Subject] => [
			recordId,
			{
				about: ('milestoneId' in one && one.milestoneId && milestones.get(one.milestoneId)) || own,
				on: publishedOn,
			},
		]),
	]
}
