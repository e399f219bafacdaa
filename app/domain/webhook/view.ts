import type { Bilingual } from '#app/domain/bilingual.ts'
import type { Change } from '#app/domain/change-log/view.ts'
import type { Subscribed } from '#app/domain/subscription/schema.ts'

/** One call, as its owner sees it. */
export type CallView = {
	readonly id: string
	/** Number of the act in the public log; null: a test. */
	readonly ledgerIndex: number | null
	readonly atMs: number
	readonly status: number | null
	readonly fault: string | null
	readonly tookMs: number
	readonly isTaken: boolean
}

/** A webhook, as its owner sees it. */
export type WebhookView = {
	readonly id: string
	readonly url: string
	readonly of: Subscribed
	readonly aboutId: string
	/** Null of the whole site, and of what is not public any more. */
	readonly name: Bilingual | null
	readonly secretVersion: number
	readonly isStopped: boolean
	/** Acts that it has not been told of yet. */
	readonly waiting: number
	readonly failures: number
	/** Newest first. */
	readonly calls: readonly CallView[]
}

/** What is said about an act: where it stands in the log, what it is, and whose. */
export function actMessage(change: Change, baseUrl: string) {
	const { index, kind, recordId, version, on, atMs, organization, member, plan, commitment, milestoneId } =
		change
	return {
		type: 'act.published',
		timestamp: new Date(atMs).toISOString(),
		data: {
			ledgerIndex: index,
			...{ kind, recordId, version, publishedOn: on },
			organization: organization?.id ?? null,
			member: member?.id ?? null,
			plan: plan?.id ?? null,
			commitment: commitment?.id ?? null,
			milestone: milestoneId,
			isDemonstration: change.isDemonstration,
			record: `${baseUrl}/records/${recordId}.json`,
			proof: `${baseUrl}/log`,
		},
	}
}

/** What a test says. */
export function testMessage(now: Date) {
	return { type: 'test', timestamp: now.toISOString(), data: {} }
}
