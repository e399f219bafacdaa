import type { Context, Transaction } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { contentHash } from '#app/ledger/leaf.ts'
import type { ActKind } from '#app/ledger/leaf.ts'
import { ActContent, contentOf, LeafEntry } from './view.ts'
import type { ActRows, RecordView } from './view.ts'

/**
 * One act as anyone can check it, its content worked out anew from what is stored. Without a version: the newest.
 * Refuses with `not_found`.
 */
export async function findRecord(
	ctx: Pick<Context, 'db'>,
	recordId: string,
	version?: number,
): Promise<RecordView> {
	const leaf = await ctx.db.ledgerEntry.findFirst({
		where: { recordId, ...(version === undefined ? {} : { version }) },
		orderBy: { version: 'desc' },
	})
	if (!leaf) throw new Refusal('not_found')
	const entry = LeafEntry.parse(JSON.parse(Buffer.from(leaf.entry).toString('utf8')))
	const act = await actRows(ctx.db, entry.kind, { recordId, version: leaf.version })
	if (!act) throw new Refusal('not_found')
	const content = ActContent.parse(contentOf(act))
	return {
		entry,
		salt: Buffer.from(act.row.salt).toString('base64'),
		content,
		index: leaf.index,
		matchesEntry: contentHash(act.row.salt, content) === entry.contentHash,
	}
}

type Key = { readonly recordId: string; readonly version: number }

async function actRows(db: Transaction, kind: ActKind, key: Key): Promise<ActRows | null> {
	switch (kind) {
		case 'action-plan.published':
		case 'commitment.published':
		case 'milestone.published':
			return textRows(db, kind, key)
		case 'progress-update.published': {
			const row = await db.progressUpdate.findUnique({ where: { recordId_version: key } })
			return row && { kind, row, evidence: await evidenceRows(db, key) }
		}
		case 'verification.published': {
			const row = await db.verification.findUnique({ where: { recordId_version: key } })
			return row && { kind, row, evidence: await evidenceRows(db, key) }
		}
		case 'irm-coding.published': {
			const row = await db.irmCoding.findUnique({ where: { recordId_version: key } })
			return row && { kind, row }
		}
		case 'report.published': {
			const row = await db.reportSnapshot.findUnique({ where: { recordId_version: key } })
			return row && { kind, row }
		}
	}
}

type TextKind = 'action-plan.published' | 'commitment.published' | 'milestone.published'

async function textRows(
	db: Transaction,
	kind: TextKind,
	{ recordId, version }: Key,
): Promise<ActRows | null> {
	if (kind === 'action-plan.published') {
		const row = await db.actionPlanVersion.findUnique({
			where: { actionPlanId_version: { actionPlanId: recordId, version } },
			include: { actionPlan: true },
		})
		return row && { kind, row, plan: row.actionPlan }
	}
	if (kind === 'commitment.published') {
		const row = await db.commitmentVersion.findUnique({
			where: { commitmentId_version: { commitmentId: recordId, version } },
			include: { commitment: true },
		})
		return row && { kind, row, commitment: row.commitment }
	}
	const row = await db.milestoneVersion.findUnique({
		where: { milestoneId_version: { milestoneId: recordId, version } },
		include: { milestone: true },
	})
	return row && { kind, row, milestone: row.milestone }
}

function evidenceRows(db: Transaction, { recordId, version }: Key) {
	return db.evidence.findMany({ where: { recordId, recordVersion: version }, orderBy: { position: 'asc' } })
}
