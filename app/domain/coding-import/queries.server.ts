import type { Transaction } from '#app/domain/context.ts'
import type { StoredRecord } from './schema.ts'

const newest = { orderBy: { version: 'desc' }, take: 1 } as const

/** Everything a table of commitments may speak of: members, plans, commitments in their newest text, and every value. */
export async function findStoredRecord(tx: Transaction): Promise<StoredRecord> {
	const members = await tx.member.findMany({
		where: { isDemonstration: false },
		select: { id: true, level: true, countryCode: true },
	})
	const plans = await storedPlans(tx)
	return {
		members,
		plans: plans.map(({ id, memberId, versions: [text], commitments }) => ({
			id,
			memberId,
			number: text?.number ?? null,
			source: text?.source ?? '',
			lastPosition: Math.max(0, ...commitments.map(({ position }) => position)),
		})),
		commitments: plans.flatMap(({ id: planId, commitments }) =>
			commitments.map(({ id, ogpId, versions: [text] }) => ({
				id,
				planId,
				ogpId,
				number: text?.number ?? null,
				title: text?.titleEn ?? text?.titleId ?? null,
				source: text?.source ?? '',
			})),
		),
		codings: await storedCodings(tx),
		noted: await tx.sourceNoteRow.findMany({ select: { commitmentId: true, rowId: true } }),
	}
}

function storedPlans(tx: Transaction) {
	return tx.actionPlan.findMany({
		where: { member: { isDemonstration: false } },
		select: {
			id: true,
			memberId: true,
			versions: { ...newest, select: { number: true, source: true } },
			commitments: {
				select: {
					id: true,
					position: true,
					ogpId: true,
					versions: { ...newest, select: { number: true, titleEn: true, titleId: true, source: true } },
				},
				orderBy: { position: 'asc' },
			},
		},
	})
}

function storedCodings(tx: Transaction) {
	return tx.irmCoding.findMany({
		where: { commitmentId: { not: null } },
		select: {
			recordId: true,
			commitmentId: true,
			indicator: true,
			value: true,
			valueAsPublished: true,
			source: true,
			locator: true,
		},
		orderBy: [{ recordId: 'asc' }, { version: 'asc' }],
	})
}
