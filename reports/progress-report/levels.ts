import type { Divergence, Judgement, Judgements } from '#app/domain/divergence/rules.ts'
import type { Cell, Judge, LevelMark } from '#reports/pdf/block.ts'
import type { Words } from '#reports/document/words.ts'

/** How a judge's level is drawn. */
export function markOf(judgement: Judgement): LevelMark {
	if (judgement.level !== null) return judgement.level
	return judgement.inOtherWords.length > 0 ? 'OTHER_WORDS' : 'NOT_ASSESSED'
}

/** What a judge says of one thing; a body that assessed other things only says nothing of it. */
export function judgementOf(judgements: Judgements, judge: Judge): Judgement {
	return judgements[judge] ?? NOBODY
}

const NOBODY: Judgement = {
	level: null,
	inOtherWords: [],
	known: 0,
	total: 0,
	rolledUp: false,
	asOfOn: null,
}

/** A judge's level in words: its step, or the judge's own words, or that there is none. */
export function levelWord(judgement: Judgement, judge: Judge, { say, format }: Words): string {
	if (judgement.level !== null) return say(`level.${judgement.level}`)
	const isSilent = judgement.inOtherWords.length === 0
	if (isSilent)
		return say(judge === 'claimed' && judgement.asOfOn === null ? 'level.NO_REPORT' : 'level.NOT_ASSESSED')
	const distinct = [...new Set(judgement.inOtherWords)]
	return format.list(distinct.map((words) => say('report.level.quoted', { words })))
}

/** A judge's level as a cell: mark, word and, where it rests on milestones, on how many of them. */
export function levelCell(judgement: Judgement, judge: Judge, words: Words): Cell {
	const cell = { text: levelWord(judgement, judge, words), mark: markOf(judgement) }
	if (!judgement.rolledUp || judgement.known === 0 || judgement.total === 1) return cell
	const { known, total } = judgement
	return { ...cell, detail: words.say('report.level.rolled-up', { known, total }) }
}

/** What lies between claim and independent levels, in sentences. */
export function gapWords(judgements: Judgements, words: Words): string {
	const { say } = words
	const sentences = [gapSentence(judgements.divergence, 'verified', words)]
	if (isGap(judgements.codedDivergence))
		sentences.push(gapSentence(judgements.codedDivergence, 'coded', words))
	const { evidenceGap } = judgements.divergence
	if (evidenceGap) sentences.push(say(`report.gap.${evidenceGap}`))
	return sentences.join(' ')
}

function gapSentence(divergence: Divergence, other: 'verified' | 'coded', { say }: Words): string {
	if (!isGap(divergence)) return say(`report.gap.${divergence.state}`)
	return say(`report.gap.${divergence.state}`, {
		count: Math.abs(divergence.steps ?? 0),
		other: say(`report.gap.other.${other}`),
	})
}

function isGap(divergence: Divergence): boolean {
	return divergence.state === 'GOVERNMENT_HIGHER' || divergence.state === 'VERIFIER_HIGHER'
}
