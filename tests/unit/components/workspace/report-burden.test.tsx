import { expect, test } from 'vitest'
import { ChallengesQuestion } from '#app/components/workspace/challenges-question.tsx'
import { DoneQuestion } from '#app/components/workspace/done-question.tsx'
import { EvidenceFileQuestion } from '#app/components/workspace/evidence-file-question.tsx'
import { EvidenceQuestion } from '#app/components/workspace/evidence-question.tsx'
import { LevelQuestion } from '#app/components/workspace/level-question.tsx'
import { UpdateByLink } from '#app/components/workspace/update-by-link.tsx'
import { CLAIMED_LEVELS } from '#app/domain/commitment/rules.ts'
import type { ClaimedLevel } from '#app/domain/commitment/rules.ts'
import { NOTHING_FURTHER } from '#app/domain/further-answer/rules.ts'
import { missingAnswers, needsChallenges } from '#app/domain/progress-update/rules.ts'
import type { TaskView } from '#app/domain/progress-update/view.ts'
import { aCheckpoint } from '#tests/factories/plan-record.ts'
import { render } from '../render.ts'

const MOST_FIELDS = 12
const STARTS_ON = '2026-02-01'
const TODAY = '2026-07-15'
const person = { name: 'An officer' }
const name = { en: 'Open budgets', id: 'Anggaran terbuka' }
const nowhere = { rejected: undefined, person }

/** A report on a milestone that has begun, at a level. */
function aTask(level: ClaimedLevel | null): TaskView {
	const nothing = { isNil: false, done: { en: null, id: null }, challenges: [], challengeText: null }
	const answers = { ...nothing, level, further: NOTHING_FURTHER, evidence: [] }
	const milestone = { id: 'm1', number: '1', title: name, deliverable: name }
	return {
		plan: { id: 'plan', title: name, startsOn: '2026-01-01', endsOn: '2027-12-31' },
		member: { name, isDemonstration: true },
		commitment: { id: 'k1', number: '1', title: name },
		milestone: { ...milestone, startsOn: STARTS_ON, endsOn: '2026-12-31' },
		checkpoint: aCheckpoint({ code: 'B06', opensOn: '2026-06-01', dueOn: '2026-07-31' }),
		institution: name,
		timeZone: 'Asia/Jakarta',
		today: TODAY,
		closedBecause: null,
		draft: null,
		answers,
		published: null,
		before: null,
		asksForChallenges: needsChallenges({ ...answers, startsOn: STARTS_ON }, TODAY),
		missing: missingAnswers(answers, STARTS_ON, TODAY),
		statedLevel: level,
	}
}

/** The names of every field in the markup of a page, shown or not; hidden inputs, which nobody fills in, are none. */
function fieldsIn(html: string): readonly string[] {
	const tags = html.match(/<(?:input|textarea|select)\b[^>]*>/g) ?? []
	const asked = tags.filter((tag) => !tag.includes('type="hidden"'))
	return [...new Set(asked.map((tag) => /\bname="([^"]+)"/.exec(tag)?.[1] ?? tag))]
}

test.each(CLAIMED_LEVELS)(
	'a report at %s asks for twelve fields at most, with a link or with a file',
	(level) => {
		const task = aTask(level)
		const before = [
			render(<LevelQuestion task={task} {...nowhere} />),
			render(<DoneQuestion task={task} {...nowhere} />),
			...(task.asksForChallenges ? [render(<ChallengesQuestion task={task} {...nowhere} />)] : []),
		].flatMap(fieldsIn)
		const link = fieldsIn(render(<EvidenceQuestion task={task} {...nowhere} />))
		const file = fieldsIn(render(<EvidenceFileQuestion task={task} received={null} {...nowhere} />))
		expect(before.length).toBeGreaterThanOrEqual(5)
		expect(link).toEqual(['url', 'kind', 'title'])
		expect(before.length + link.length).toBeLessThanOrEqual(MOST_FIELDS)
		expect(before.length + file.length).toBeLessThanOrEqual(MOST_FIELDS)
	},
)

test('a report through one link asks for twelve fields at most', () => {
	const task = { ...aTask(null), officerName: 'An officer', startsOn: STARTS_ON }
	const html = render(<UpdateByLink task={task} token="token" rejected={undefined} />)
	expect(fieldsIn(html).length).toBeLessThanOrEqual(MOST_FIELDS)
})

test('what only some reports need is asked where it is asked for, and was given stays where it is not', () => {
	const task = aTask('LIMITED')
	const further = { ...NOTHING_FURTHER, startedOn: '2026-02-03', textStates: { doneEn: 'MACHINE' } } as const
	const given = { ...task, answers: { ...task.answers, further } }
	const short = render(<DoneQuestion task={given} {...nowhere} />)
	expect(short).toContain('<input type="hidden" name="startedOn" value="2026-02-03"/>')
	expect(short).toContain('<input type="hidden" name="translation" value="EN_MACHINE"/>')
	expect(short).toContain('href="/en/tasks/m1/B06/done?more"')
	const path = '/en/tasks/m1/B06/done?more'
	const long = render(<DoneQuestion task={given} {...nowhere} />, { path })
	expect(fieldsIn(long)).toEqual(expect.arrayContaining(['startedOn', 'expectedOn', 'translation']))
	expect(long).toContain(`action="${path}"`)
	const evidence = fieldsIn(render(<EvidenceQuestion task={task} {...nowhere} />, { path }))
	expect(evidence).toEqual(expect.arrayContaining(['archiveUrl', 'visibility', 'readers', 'embargoUntil']))
})
