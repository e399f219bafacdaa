import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { verificationsOf } from '#app/domain/action-plan/rules.ts'
import type { PlanRecord } from '#app/domain/action-plan/view.ts'
import { approveAmendment } from '#app/domain/amendment/commands/approve-amendment.server.ts'
import {
	draftMerger,
	draftMove,
	draftSplit,
	draftWithdrawal,
} from '#app/domain/amendment/commands/draft-changes.server.ts'
import { answerHead, beginAmendment, submitAmendment } from '#app/domain/amendment/commands.server.ts'
import type { HeldDraft } from '#app/domain/amendment/commands.server.ts'
import type { Context } from '#app/domain/context.ts'
import { hideObservation } from '#app/domain/observation/commands.server.ts'
import { enterStage } from '#app/domain/plan-stage/commands.server.ts'
import { compileReport } from '#app/domain/report/commands.server.ts'
import { readSnapshot } from '#app/domain/report/schema.ts'
import { answerReply, publishReply } from '#app/domain/reply/commands.server.ts'
import { madeNow } from './face.ts'
import { PLAN, personOf } from './life.ts'
import type { Place } from './place.ts'

/** Something a host does that it may do, and what of the judges' records it harmed. */
export type Done = { readonly what: string; readonly harm: readonly string[] }

const HEAD = {
	reasonEn: 'The budget moved to another year.',
	reasonId: 'Anggaran digeser ke tahun lain.',
	proposedBy: 'Bapperida Contoh',
	agreedBy: 'Forum multipihak',
	effectiveOn: '2026-07-20',
}

/**
 * One after the other, everything by which government and the host change the ground that findings stand on: replies,
 * hiding for law or safety, withdrawing, moving, merging and splitting what was promised, ending and closing the plan,
 * and compiling reports. Every finding must stay in the plan's record, its lists, and every report that comes after.
 */
export async function* doWhatIsAllowed(place: Place, isQuick: boolean): AsyncGenerator<Done> {
	const poc = place.as(personOf(place, 'POC', 'sekretariat'))
	const host = place.as(personOf(place, 'INSTANCE_ADMIN'))
	const known = await findingsIn(poc)
	const harmed = async (isLast = false) => [
		...missing(known, await findingsIn(poc)),
		...(isQuick && !isLast ? [] : [...(await filterHarm(place)), ...(await reportHarm(poc, known))]),
	]
	yield { what: 'nothing yet', harm: await harmed(true) }
	yield {
		what: 'an institution replies to a finding',
		harm: [...(await replied(place)), ...(await harmed())],
	}
	const shown = await host.db.observation.findFirstOrThrow({
		where: { recordId: { notIn: await hiddenIds(host) } },
		orderBy: { recordId: 'asc' },
	})
	const hiding = { reason: 'COURT_ORDER' as const, noteEn: 'A court said so.', noteId: 'Putusan pengadilan.' }
	await hideObservation(host, shown.recordId, hiding)
	yield {
		what: 'the host hides an observation, with its reason',
		harm: [...(await counted(place, host)), ...(await harmed())],
	}
	const changes: readonly (readonly [what: string, draft: Draft])[] = [
		['a milestone with findings is withdrawn', (seen) => draftWithdrawal(poc, seen, `${PLAN}-2-m1`)],
		['a commitment with findings is withdrawn', (seen) => draftWithdrawal(poc, seen, `${PLAN}-3`)],
		[
			'a milestone with findings moves',
			(seen) => draftMove(poc, seen, { recordId: `${PLAN}-4-m1`, toId: `${PLAN}-6` }),
		],
		['commitments with findings become one', (seen) => draftMerger(poc, seen, [`${PLAN}-1`, `${PLAN}-5`])],
		[
			'a commitment with findings becomes two',
			(seen) => draftSplit(poc, seen, { commitmentId: `${PLAN}-2`, parts: 2 }),
		],
	]
	for (const [what, draft] of changes) {
		await amend(place, poc, draft)
		yield { what, harm: await harmed() }
	}
	for (const stage of ['ENDED', 'CLOSED'] as const) {
		const { status } = await poc.db.actionPlan.findUniqueOrThrow({ where: { id: PLAN } })
		const later = { ...poc, now: new Date(Date.now() + 5 * 365 * 86_400_000) }
		await enterStage(later, PLAN, { seen: status as 'ENDED', stage })
		yield { what: `the plan is ${stage.toLowerCase()}`, harm: await harmed(stage === 'CLOSED') }
	}
}

type Draft = (seen: { readonly id: string; readonly seen: number }) => Promise<HeldDraft>

/** By two people, as it must be. */
async function amend(place: Place, poc: Context, draft: Draft): Promise<void> {
	const begun = await beginAmendment(poc, PLAN)
	const headed = await answerHead(poc, begun.id, { version: begun.version, ...HEAD })
	const drafted = await draft({ id: headed.id, seen: headed.version })
	const sent = await submitAmendment(poc, drafted.id, drafted)
	await approveAmendment(place.as(personOf(place, 'SECRETARIAT')), sent.id, { version: sent.version })
}

/** Findings of a plan's record with what they say, whichever of its promises they hang on now. */
async function findingsIn(ctx: Context): Promise<ReadonlyMap<string, string>> {
	return findingsOf(await findPlanRecord(ctx, PLAN))
}

function findingsOf({ commitments }: PlanRecord): ReadonlyMap<string, string> {
	return new Map(
		commitments
			.flatMap(verificationsOf)
			.map(({ thread: _replies, ...finding }) => [
				`${finding.recordId}@${String(finding.version)}`,
				inOrder(finding),
			]),
	)
}

/** The same text whatever the order of the parts. */
function inOrder(value: unknown): string {
	if (Array.isArray(value)) return `[${value.map(inOrder).join(',')}]`
	if (value === null || typeof value !== 'object') return JSON.stringify(value)
	const parts = Object.entries(value).filter(([, part]) => part !== undefined)
	return `{${parts
		.sort(([a], [b]) => a.localeCompare(b))
		.map(([name, part]) => `${name}:${inOrder(part)}`)
		.join(',')}}`
}

function missing(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): readonly string[] {
	return [...before].flatMap(([key, finding]) => {
		const now = after.get(key)
		if (now === undefined) return [`${key} is no longer in the plan's record`]
		return now === finding ? [] : [`${key} says something else in the plan's record: ${now.slice(0, 200)}`]
	})
}

/** A report that is compiled now holds every finding, as it is. */
async function reportHarm(poc: Context, known: ReadonlyMap<string, string>): Promise<readonly string[]> {
	const drawn = () => Promise.resolve({ en: 'a'.repeat(64), id: 'b'.repeat(64) })
	const witness = {}
	const { recordId } = await compileReport(poc, { planId: PLAN }, { witness, drawn })
	const { model } = await poc.db.reportSnapshot.findFirstOrThrow({ where: { recordId } })
	const read = readSnapshot(JSON.parse(model))
	if (!('model' in read)) return [`report ${recordId} cannot be read at ${read.wrongAt}`]
	const frozen = findingsOf(read.model.record)
	return missing(known, frozen).map((what) => `report ${recordId}: ${what}`)
}

/** Lists that are filtered say how many there are. */
async function filterHarm(place: Place): Promise<readonly string[]> {
	const found: string[] = []
	for (const [lang, words] of [
		['en', /(\d+) of (\d+) lines? shown/],
		['id', /(\d+) dari (\d+)/],
	] as const)
		for (const query of [
			'state=UNVERIFIED',
			'state=AGREES',
			'institution=contoh-dinas-kesehatan',
			'plan=contoh-2025',
		]) {
			const path = `/${lang}/divergence?${query}`
			const { status, text } = await madeNow(place, path)
			if (status === 200 && !words.test(text)) found.push(`${path}: does not say how many of how many`)
		}
	return found
}

async function hiddenIds({ db }: Pick<Context, 'db'>): Promise<string[]> {
	const rows = await db.observationHiding.findMany({ select: { observationRecordId: true } })
	return rows.map((row) => row.observationRecordId)
}

async function counted(place: Place, { db }: Context): Promise<readonly string[]> {
	const hidden = (await hiddenIds({ db })).length
	const all = (await db.observation.findMany({ distinct: ['recordId'], select: { recordId: true } })).length
	const said = `${String(hidden)} of ${String(all)} published`
	const { text } = await madeNow(place, '/en/observations/hidden')
	return text.includes(said) ? [] : [`the page of what is hidden does not say ${said}`]
}

async function replied(place: Place): Promise<readonly string[]> {
	const lead = place.as(personOf(place, 'INSTITUTION_LEAD', 'kominfo'))
	const replies = await lead.db.reply.findMany({ select: { verificationRecordId: true } })
	const adverse = await lead.db.verification.findFirst({
		where: {
			commitmentId: { in: [`${PLAN}-1`, `${PLAN}-2`] },
			outcome: { in: ['NOT_CONFIRMED', 'PARTLY_CONFIRMED'] },
			recordId: { notIn: replies.map((reply) => reply.verificationRecordId) },
		},
		orderBy: { version: 'desc' },
	})
	if (!adverse) return ['there is no adverse finding to reply to']
	const words = { findingVersion: adverse.version, after: 0, textEn: 'It was open.', textId: 'Sudah dibuka.' }
	// An attempt through a route may have begun the reply that this institution may write.
	const begun = await lead.db.replyDraft.findFirst({ where: { verificationRecordId: adverse.recordId } })
	const { version } = await answerReply(lead, adverse.recordId, { ...words, version: begun?.version ?? 0 })
	await publishReply(lead, adverse.recordId, { ...words, version })
	return []
}
