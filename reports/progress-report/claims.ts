import type { CodingView } from '#app/domain/irm-coding/view.ts'
import type { ClaimView } from '#app/domain/progress-update/view.ts'
import type { VerificationView } from '#app/domain/verification/view.ts'
import type { Content, Field, LevelMark } from '#reports/pdf/block.ts'
import { evidenceContents } from '#reports/document/evidence.ts'
import { hasLaterParts, saidOn } from './model.ts'
import type { ProgressReport } from './model.ts'
import { nameOf, phraseOf } from '#reports/document/words.ts'
import type { Words } from '#reports/document/words.ts'

/** What government says about a milestone: its newest claim in full, the earlier ones by their level. */
export function claimFields(
	claims: readonly ClaimView[],
	{ model }: Pick<ProgressReport, 'model'>,
	words: Words,
): readonly Field[] {
	const { say } = words
	const [claim, ...earlier] = claims
	const label = say('judge.claimed')
	if (!claim) {
		const content: Content = {
			kind: 'level',
			judge: 'claimed',
			mark: 'NOT_ASSESSED',
			text: say('report.claim.none'),
		}
		return [{ label, judge: 'claimed', contents: [content] }]
	}
	const fields: Field[] = [{ label, judge: 'claimed', contents: claimContents(claim, words) }]
	if (hasLaterParts(model)) fields.push(...furtherFields(claim, words))
	if (claim.challenges.length > 0 || claim.challengeText) {
		fields.push({ label: say('report.claim.challenges'), contents: challengeContents(claim, words) })
	}
	fields.push({
		label: say('report.claim.evidence'),
		contents: evidenceContents(claim.evidence, say('report.claim.no-evidence'), words),
	})
	if (earlier.length > 0) {
		const entries = earlier.map((before): Content => ({
			kind: 'text',
			text: earlierEntry(before, words),
			tone: 'muted',
		}))
		fields.push({ label: say('report.claim.earlier'), contents: entries })
	}
	return fields
}

/** A claim: its level, who filed it for when, and what was done in its own words. */
export function claimContents(claim: ClaimView, words: Words): readonly Content[] {
	const { say } = words
	const level: Content = {
		kind: 'level',
		judge: 'claimed',
		mark: markOfClaim(claim),
		text: wordOfClaim(claim, words),
	}
	const filed: Content = { kind: 'text', text: originOf(claim, words), tone: 'muted' }
	if (claim.isNil) return [level, filed, { kind: 'text', text: say('report.claim.nil') }]
	const done = (claim.done.en ?? claim.done.id) ? phraseOf(claim.done, words) : say('report.claim.no-words')
	return [level, filed, { kind: 'text', text: done }]
}

/** What comes next, and the days that were given; nothing in place of what was not said. */
function furtherFields(claim: ClaimView, words: Words): readonly Field[] {
	const { say, format } = words
	const { nextStep, startedOn, finishedOn, expectedOn } = claim
	const days = Object.entries({ startedOn, finishedOn, expectedOn }).flatMap(([name, day]): Content[] =>
		day === undefined
			? []
			: [
					{
						kind: 'text',
						text: say('report.claim.day', { what: say(`task.check.${name}`), day: format.day(day) }),
					},
				],
	)
	return [
		...(days.length === 0 ? [] : [{ label: say('report.claim.actual'), contents: days }]),
		...(nextStep
			? [
					{
						label: say('claim.next-step'),
						contents: [{ kind: 'text' as const, text: phraseOf(nextStep, words) }],
					},
				]
			: []),
	]
}

function originOf(claim: ClaimView, words: Words): string {
	const { say, format } = words
	const by = nameOf(claim.organizationName, words)
	if (claim.provenance) {
		const { source, sourcePublishedOn, importedBy } = claim.provenance
		return say('report.claim.imported', {
			by,
			source,
			published:
				sourcePublishedOn === null ? say('report.claim.imported.undated') : format.day(sourcePublishedOn),
			importer: nameOf(importedBy, words),
		})
	}
	const day = format.day(claim.publishedOn)
	if (claim.checkpointCode === null) return say('report.claim.filed', { by, day })
	return say('report.claim.filed-for', { by, day, checkpoint: claim.checkpointCode })
}

function challengeContents(claim: ClaimView, { say, format }: Words): readonly Content[] {
	const codes = claim.challenges.map((challenge) => say(`challenge.${challenge}`))
	return [
		...(codes.length > 0 ? [{ kind: 'text' as const, text: format.list(codes) }] : []),
		...(claim.challengeText ? [{ kind: 'text' as const, text: claim.challengeText }] : []),
	]
}

function earlierEntry(claim: ClaimView, words: Words): string {
	const { say, format } = words
	const day = saidOn(claim)
	const values = {
		day: day === null ? say('report.milestone.date-unknown') : format.day(day),
		level: wordOfClaim(claim, words),
	}
	if (claim.checkpointCode === null) return say('report.claim.earlier.entry', values)
	return say('report.claim.earlier.entry-for', { ...values, checkpoint: claim.checkpointCode })
}

function markOfClaim(claim: ClaimView): LevelMark {
	return claim.level ?? (claim.levelAsPublished ? 'OTHER_WORDS' : 'NOT_ASSESSED')
}

function wordOfClaim(claim: ClaimView, { say }: Words): string {
	if (claim.level !== null) return say(`level.${claim.level}`)
	if (claim.levelAsPublished === null) return say('level.NOT_ASSESSED')
	return say('report.level.in-other-words', {
		words: say('report.level.quoted', { words: claim.levelAsPublished }),
	})
}

/** Every verification of a thing, each an entry of its own; that there is none is an entry too. */
export function verificationFields(
	verifications: readonly VerificationView[],
	words: Words,
	label: string = words.say('judge.verified'),
): readonly Field[] {
	const { say } = words
	if (verifications.length === 0) {
		const content: Content = {
			kind: 'level',
			judge: 'verified',
			mark: 'NOT_ASSESSED',
			text: say('report.verification.none'),
		}
		return [{ label, judge: 'verified', contents: [content] }]
	}
	return verifications.map((verification) => ({
		label,
		judge: 'verified',
		shows: `${verification.recordId}/${String(verification.version)}`,
		contents: verificationContents(verification, words),
	}))
}

function verificationContents(verification: VerificationView, words: Words): readonly Content[] {
	const { say, format } = words
	const { level, interestStatement } = verification
	const by = say('report.verification.by', {
		by: nameOf(verification.organizationName, words),
		day: format.day(verification.publishedOn),
		outcome: say(`outcome.${verification.outcome}`),
	})
	const how = say('report.verification.how', {
		method: say(`method.${verification.method}`),
		confidence: say(`confidence.${verification.confidence}`),
		independence: say(`independence.${verification.independence}`),
	})
	return [
		{
			kind: 'level',
			judge: 'verified',
			mark: level ?? 'NOT_ASSESSED',
			text: say(level === null ? `outcome.${verification.outcome}` : `level.${level}`),
		},
		{ kind: 'text', text: by },
		{ kind: 'text', text: phraseOf(verification.rationale, words) },
		{ kind: 'text', text: how, tone: 'muted' },
		...(interestStatement
			? [
					{
						kind: 'text' as const,
						text: say('report.verification.interest', { statement: interestStatement }),
					},
				]
			: []),
		...evidenceContents(verification.evidence, say('report.verification.no-evidence'), words),
	]
}

/** What the IRM published about a commitment, indicator by indicator. */
export function codingField(codings: readonly CodingView[], words: Words): Field {
	const { say } = words
	const label = say('judge.coded')
	if (codings.length === 0) {
		return {
			label,
			judge: 'coded',
			contents: [{ kind: 'level', judge: 'coded', mark: 'NOT_ASSESSED', text: say('report.coding.none') }],
		}
	}
	const sources = [...new Set(codings.map((coding) => sourceOf(coding, words)))]
	return {
		label,
		judge: 'coded',
		contents: [
			...codings.map((coding): Content => ({ kind: 'text', text: codingEntry(coding, words) })),
			...sources.map((text): Content => ({ kind: 'text', text, tone: 'muted' })),
		],
	}
}

function codingEntry(coding: CodingView, { say }: Words): string {
	return say('report.coding.entry', {
		indicator: say(`indicator.${coding.indicator}`),
		value: coding.valueAsPublished,
		product: coding.product,
		year: coding.year === null ? say('report.coding.year-unknown') : String(coding.year),
	})
}

function sourceOf({ source, importedBy }: CodingView, words: Words): string {
	if (importedBy === null) return words.say('report.coding.source', { source })
	return words.say('report.coding.source.imported', { source, by: nameOf(importedBy, words) })
}
