import { expect, test } from 'vitest'
import { waitingDecision, waitingReply } from '#app/domain/waiting-thread/view.ts'
import type { StoredDecision, StoredReply, StoredThread } from '#app/domain/waiting-thread/view.ts'

function aStoredThread(over: Partial<StoredThread> = {}): StoredThread {
	return {
		recordId: 'finding-1',
		version: 1,
		organizationId: 'cso',
		commitmentId: 'k1',
		commitmentTitle: { en: 'Commitment', id: 'Komitmen' },
		milestoneTitle: null,
		planTitle: { en: 'Plan', id: 'Rencana' },
		institutionIds: ['agency', 'other-agency'],
		publishedOn: '2026-07-10',
		dueOn: '2026-07-31',
		today: '2026-07-31',
		replies: [],
		decisions: [],
		...over,
	}
}

const reply = (over: Partial<StoredReply> = {}): StoredReply => ({
	recordId: 'reply-1',
	version: 1,
	findingVersion: 1,
	organizationId: 'agency',
	publishedOn: '2026-07-20',
	...over,
})
const decision = (over: Partial<StoredDecision> = {}): StoredDecision => ({
	findingVersion: 1,
	decision: 'MAINTAINED',
	reply: { recordId: 'reply-1', version: 1 },
	...over,
})

test.each<[string, Partial<StoredThread>, object | null]>([
	['a finding within its clock waits for each institution', {}, { dueOn: '2026-07-31', isOver: false }],
	['after the clock it waits still, marked as over', { today: '2026-08-01' }, { isOver: true }],
	['answered by this institution it does not', { replies: [reply()] }, null],
	['answered by another one it does', { replies: [reply({ organizationId: 'other-agency' })] }, {}],
	['decided about it does not', { decisions: [decision({ reply: null })] }, null],
	['a new version asks anew', { version: 2, replies: [reply()] }, {}],
	['what is not adverse asks for nothing', { dueOn: null }, null],
])('%s', (_what, over, expected) => {
	const found = waitingReply(aStoredThread(over), { organizationId: 'agency', hasDraft: false })
	if (expected === null) expect(found).toBeNull()
	else expect(found).toMatchObject(expected)
})

test.each<[string, Partial<StoredThread>, string | null]>([
	['a reply waits for a decision', { replies: [reply()] }, 'REPLIED'],
	['one that was decided about does not', { replies: [reply()], decisions: [decision()] }, null],
	[
		'corrected since, it waits anew',
		{ replies: [reply({ version: 2 })], decisions: [decision()] },
		'REPLIED',
	],
	['silence waits from the day after the clock', { today: '2026-08-01' }, 'SILENT'],
	['and not before', {}, null],
	[
		'silence that was decided about waits no more',
		{ today: '2026-08-01', decisions: [decision({ reply: null })] },
		null,
	],
	[
		'a late reply after that decision does',
		{ replies: [reply()], decisions: [decision({ reply: null })] },
		'REPLIED',
	],
	['a new version after a reply waits to be declared', { version: 2, replies: [reply()] }, 'CHANGED'],
	['declared, it waits no more', { version: 2, replies: [reply()], decisions: [decision()] }, null],
])('%s', (_what, over, kind) => {
	expect(waitingDecision(aStoredThread(over))?.kind ?? null).toBe(kind)
})
