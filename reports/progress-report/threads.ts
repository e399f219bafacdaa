import { daysBetween } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { stateWhenReplaced, threadState } from '#app/domain/finding-thread/rules.ts'
import type { ThreadState } from '#app/domain/finding-thread/rules.ts'
import type { EarlierFinding, FindingThread } from '#app/domain/finding-thread/view.ts'
import { fixRateOf } from '#app/domain/fix-rate/rules.ts'
import type { ReplyView } from '#app/domain/reply/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import type { DecisionView } from '#app/domain/verifier-decision/view.ts'
import type { Block, Content, Field, Phrase } from '#reports/pdf/block.ts'
import { evidenceContents } from '#reports/document/evidence.ts'
import type { ProgressReport } from './model.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'

/**
 * What was replied to findings and decided about them, each act with its day and its record; silence is said as
 * silence. Nothing where no reply was asked for, and nothing in reports from before there were replies.
 */
export function threadFields(
	findings: readonly VerificationView[],
	today: CalendarDay,
	words: Words,
): readonly Field[] {
	return findings.flatMap((finding): readonly Field[] => {
		const { thread, earlier = [] } = finding
		if (!thread) return []
		const state = threadState(thread, today)
		if (state === 'NOT_ADVERSE' && earlier.length === 0) return []
		return [
			{
				label: words.say('thread.title'),
				judge: 'verified',
				contents: [
					...line(findingLine(finding, words)),
					...line(stateLine(state, { thread, publishedOn: finding.publishedOn }, words)),
					...threadContents(thread, words),
					...earlier.flatMap((version, at) =>
						earlierContents(version, (earlier[at - 1] ?? finding).publishedOn, words),
					),
				],
			},
		]
	})
}

function findingLine(finding: VerificationView, words: Words): string {
	const { say, format } = words
	const { organizationName, publishedOn, version, recordId } = finding
	return say('report.thread.finding', {
		by: nameOf(organizationName, words),
		day: format.day(publishedOn),
		version: format.count(version),
		record: recordId,
	})
}

type Threaded = { readonly thread: FindingThread; readonly publishedOn: CalendarDay }

function stateLine(state: ThreadState, { thread, publishedOn }: Threaded, { say, format }: Words): string {
	const { dueOn, replies, decisions } = thread
	if (state === 'NOT_ADVERSE') return say('thread.state.NOT_ADVERSE')
	if (state === 'AWAITING_REPLY' || state === 'SILENT') {
		const days = dueOn === null ? 0 : daysBetween(publishedOn, dueOn)
		const due = format.day(dueOn ?? publishedOn)
		return say(`thread.state.${state}`, { count: days, days: format.count(days), due })
	}
	if (state === 'REPLIED') {
		const [reply] = replies
		const on = format.day(reply?.publishedOn ?? publishedOn)
		return say(reply?.isLate ? 'thread.state.REPLIED.late' : 'thread.state.REPLIED', { on })
	}
	const [decision] = decisions
	return say(`thread.state.${state}`, {
		on: format.day(decision?.publishedOn ?? publishedOn),
		version: format.count(decision?.changedToVersion ?? 0),
	})
}

/** Replies and decisions as they followed each other; the order is the log's. */
function threadContents({ replies, decisions }: FindingThread, words: Words): readonly Content[] {
	const acts = [
		...replies.map((reply) => ({ at: reply.ledgerIndex, contents: replyContents(reply, words) })),
		...decisions.map((decision) => ({
			at: decision.ledgerIndex,
			contents: decisionContents(decision, words),
		})),
	]
	return acts.sort((a, b) => a.at - b.at).flatMap(({ contents }) => contents)
}

function replyContents(reply: ReplyView, words: Words): readonly Content[] {
	const { say, format } = words
	const head = say(reply.isLate ? 'report.thread.reply.late' : 'report.thread.reply', {
		by: nameOf(reply.organizationName, words),
		day: format.day(reply.publishedOn),
		due: format.day(reply.dueOn),
		record: reply.recordId,
	})
	return [
		...line(head),
		...line(phraseOf(reply.text, words)),
		...(reply.evidence.length === 0 ? [] : evidenceContents(reply.evidence, '', words)),
	]
}

function decisionContents(decision: DecisionView, words: Words): readonly Content[] {
	const { say, format } = words
	const head = say('report.thread.decision', {
		decision: say(`thread.decision.${decision.decision}`),
		day: format.day(decision.publishedOn),
		record: decision.recordId,
	})
	return [
		...line(head),
		...line(phraseOf(decision.reason, words)),
		...(decision.decision === 'WITHDRAWN' ? muted(say('thread.withdrawn.means')) : []),
	]
}

function earlierContents(version: EarlierFinding, replacedOn: CalendarDay, words: Words): readonly Content[] {
	const { say, format } = words
	const state = stateWhenReplaced(version.thread, replacedOn)
	const head = say('report.thread.earlier', {
		version: format.count(version.version),
		day: format.day(version.publishedOn),
		level: say(version.level === null ? 'level.NOT_ASSESSED' : `level.${version.level}`),
		outcome: say(`outcome.${version.outcome}`),
	})
	return [
		...muted(head),
		...muted(
			state === null
				? say('thread.replaced', { on: format.day(replacedOn) })
				: stateLine(state, version, words),
		),
		...threadContents(version.thread, words),
	]
}

function line(text: Phrase): readonly Content[] {
	return [{ kind: 'text', text }]
}

function muted(text: Phrase): readonly Content[] {
	return [{ kind: 'text', text, tone: 'muted' }]
}

/** What became of adverse findings, each figure with its denominator; nothing where none was adverse. */
export function fixRateBlocks({ model }: ProgressReport, words: Words): readonly Block[] {
	const { say, format } = words
	const { adverse, waiting, repliedInTime, resolved, medianDays } = fixRateOf(model.record, model.asOfOn)
	if (adverse === 0) return []
	const share = (label: string, of: typeof resolved): Field => ({
		label: say(label),
		contents: line(of.share === null ? say('report.figure.none') : say('figure.share', partsOf(of))),
	})
	const partsOf = (of: typeof resolved) => ({
		count: format.count(of.count),
		of: format.count(of.of),
		percent: format.percent(of.share ?? 0),
	})
	const days = {
		count: medianDays ?? 0,
		days: format.count(medianDays ?? 0),
		of: format.count(resolved.count),
	}
	const values = { adverse: format.count(adverse), waiting: format.count(waiting) }
	return [
		{ kind: 'heading', level: 1, text: say('fix-rate.title'), bookmark: true },
		{
			kind: 'fields',
			fields: [
				{ label: say('fix-rate.adverse'), contents: line(say('fix-rate.adverse.value', values)) },
				share('fix-rate.replied', repliedInTime),
				share('fix-rate.resolved', resolved),
				{
					label: say('fix-rate.days'),
					contents: line(medianDays === null ? say('fix-rate.days.none') : say('fix-rate.days.value', days)),
				},
			],
		},
		{ kind: 'paragraph', text: say('fix-rate.definition'), tone: 'muted' },
	]
}
