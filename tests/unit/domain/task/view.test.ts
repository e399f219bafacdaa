import { expect, test } from 'vitest'
import { tasksFrom } from '#app/domain/task/view.ts'
import {
	aCheckpoint,
	aClaim,
	aCommitmentRecord,
	aMilestoneRecord,
	aPlanRecord,
} from '#tests/factories/plan-record.ts'

const CHECKPOINTS = [
	aCheckpoint({ id: 'b03', code: 'B03', opensOn: '2026-03-01', dueOn: '2026-03-31', lockedOn: '2026-05-31' }),
	aCheckpoint({ id: 'b06', code: 'B06', opensOn: '2026-06-01', dueOn: '2026-06-30', lockedOn: '2026-07-31' }),
	aCheckpoint({ id: 'b09', code: 'B09', opensOn: '2026-09-01', dueOn: '2026-09-30', lockedOn: null }),
]

/** The tasks of the institution that leads the one commitment, on a day. */
function tasksOn(today: string, milestone: Parameters<typeof aMilestoneRecord>[0] = {}) {
	const commitment = aCommitmentRecord({
		id: 'own',
		milestones: [aMilestoneRecord({ startsOn: '2026-01-01', ...milestone })],
	})
	const record = aPlanRecord({
		checkpoints: CHECKPOINTS,
		commitments: [commitment, aCommitmentRecord({ id: 'foreign' })],
	})
	return tasksFrom(record, {
		commitmentIds: new Set(['own']),
		organizationIds: [aClaim().organizationId],
		drafts: [],
		today,
	}).map((task) => `${task.checkpointCode} ${task.group} ${task.state}`)
}

test.each([
	['2026-02-15', ['B03 LATER NOT_OPEN'], 'while none is open, the next is shown'],
	['2026-03-31', ['B03 DUE_SOON NOT_STARTED'], 'on the day it is due'],
	['2026-05-31', ['B03 OVERDUE NOT_STARTED'], 'late, on the last day it can be sent'],
	['2026-06-01', ['B06 DUE_SOON NOT_STARTED'], 'what is locked is not a task any more'],
	['2026-08-15', ['B09 LATER NOT_OPEN'], 'between two checkpoints'],
])('on %s: %j, %s', (today, tasks, _why) => {
	expect(tasksOn(today)).toEqual(tasks)
})

test('what was published is done, also after it is locked', () => {
	const claims = [aClaim({ checkpointCode: 'B03', level: 'LIMITED' })]
	expect(tasksOn('2026-06-15', { claims })).toEqual(['B03 DONE PUBLISHED', 'B06 DUE_SOON NOT_STARTED'])
})

test('a complete milestone owes nothing more', () => {
	const claims = [aClaim({ checkpointCode: 'B03', level: 'COMPLETE' })]
	expect(tasksOn('2026-06-15', { claims })).toEqual(['B03 DONE PUBLISHED'])
})

test('a milestone that has not begun owes nothing yet', () => {
	expect(tasksOn('2026-06-15', { startsOn: '2026-07-01' })).toEqual([])
})
