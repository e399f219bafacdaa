import type { FrozenDissent, FrozenRound } from '#app/domain/report-draft/schema.ts'
import { linkContent } from '#reports/document/evidence.ts'
import { chapter, entry, paragraphsOf, sentence, textContent } from '#reports/document/pieces.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'
import type { Block, Field } from '#reports/pdf/block.ts'
import { isSince } from '#reports/progress-report/model.ts'
import type { ProgressReport } from '#reports/progress-report/model.ts'

/**
 * Who saw a draft of the report before it was published, and every dissent from it in full beside its author; that none
 * was shared is said too.
 */
export function draftRound({ model }: Pick<ProgressReport, 'model'>, words: Words): readonly Block[] {
	if (!isSince(model, '5')) return []
	const { say, format } = words
	const title = chapter(say('report.draft-round'))
	const { draft, draftRounds = [], draftRoundBefore: before } = model
	if (draft !== undefined)
		return [
			title,
			sentence(say('report.draft-round.draft', { until: format.day(draft.closesOn) })),
			{ kind: 'fields', fields: [askedField(draft.asked, words)] },
		]
	if (draftRounds.length > 0)
		return [
			title,
			...draftRounds.flatMap((round) => roundBlocks(round, words)),
			sentence(say('report.draft-round.anew', { day: format.day(model.asOfOn) })),
		]
	const none = sentence(say('report.draft-round.none'))
	if (before === undefined) return [title, none]
	const { opensOn, closesOn, dissents, recordId: record } = before
	const period = { from: format.day(opensOn), until: format.day(closesOn) }
	const counted = { count: dissents, number: format.count(dissents) }
	return [title, none, sentence(say('report.draft-round.before', { ...period, ...counted, record }))]
}

function roundBlocks({ asked, dissents, ...round }: FrozenRound, words: Words): readonly Block[] {
	const { say, format } = words
	const lead = say('report.draft-round.lead', {
		count: asked.length,
		number: format.count(asked.length),
		day: format.day(round.asOfOn),
		from: format.day(round.opensOn),
		until: format.day(round.closesOn),
	})
	return [
		sentence(lead),
		{
			kind: 'fields',
			fields: [
				askedField(asked, words),
				entry(say('report.draft-round.snapshot'), round.snapshotHash),
				entry(
					say('report.draft-round.dissents'),
					dissents.length === 0
						? say('report.draft-round.dissents.none')
						: say('report.draft-round.dissents.shown', {
								shown: format.count(dissents.length),
								existing: format.count(dissents.length),
							}),
				),
				...dissents.map((dissent) => dissentField(dissent, words)),
			],
		},
	]
}

function askedField(asked: FrozenRound['asked'], words: Words): Field {
	const label = words.say('report.draft-round.asked')
	return { label, contents: asked.map(({ name }) => textContent(nameOf(name, words))) }
}

/** A dissent in its author's own words, with where it can be checked and what ties its author to what is judged. */
function dissentField(dissent: FrozenDissent, words: Words): Field {
	const { say, format } = words
	const { id, text, url, interests, organizationName, saidOn } = dissent
	const tie = interests.length === 0 ? 'independence.INDEPENDENT' : 'independence.INTERESTED'
	return {
		label: nameOf(organizationName, words),
		contents: [
			textContent(say('report.draft-round.said', { on: format.day(saidOn) }), 'muted'),
			...paragraphsOf(phraseOf(text, words)).map((part) => textContent(part)),
			...(url === null ? [] : [linkContent({ text: url, url, note: '' })]),
			textContent(say(tie), 'muted'),
			...interests.map(({ scope, code }) =>
				textContent(
					say('report.remark.interest', {
						scope: say(`interest-scope.${scope}`),
						interest: say(`interest.${code}`),
					}),
					'muted',
				),
			),
		],
		shows: id,
	}
}
