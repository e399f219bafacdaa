import { expect, test } from 'vitest'
import { answerMeaning, linksIn, stepsFollowed } from '#app/domain/process-finding/rules.ts'

test.each([
	['REPORT_ALL_COMMITMENTS', 'Yes ', 'YES'],
	['REPORT_ON_TIME', 'No', 'NO'],
	['EXECUTIVE', '1', 'YES'],
	['EXECUTIVE', '0', 'NO'],
	['NOTICE_DAYS', '1', 'AS_PUBLISHED'],
	['STEPS_FOLLOWED', '0', 'AS_PUBLISHED'],
	['REPORT_COMMENTS_RECEIVED', 'Unclear', 'AS_PUBLISHED'],
	['NOTICE_DAYS', 'NR', 'NONE'],
	['NOTICE_DAYS', 'NA', 'NONE'],
	['NOTICE_DAYS', undefined, 'NONE'],
] as const)('%s answered with %s means %s', (question, word, meaning) => {
	expect(answerMeaning(question, word)).toBe(meaning)
})

test('steps are counted among those that are answered', () => {
	expect(stepsFollowed({ TIMELINE_AHEAD: 'Yes', NOTICE_AHEAD: 'No', AWARENESS_RAISED: 'NR' })).toEqual({
		followed: 1,
		answered: 2,
	})
})

test('where no step is answered there is no figure, even where the database counts 0', () => {
	expect(stepsFollowed({ TIMELINE_AHEAD: 'NR', STEPS_FOLLOWED: '0' })).toBeNull()
})

test.each([
	['http://bit.ly/1aAQax7', ['http://bit.ly/1aAQax7']],
	['http://goo.gl/HuKVsm<br/>http://goo.gl/AqPpBr', ['http://goo.gl/HuKVsm', 'http://goo.gl/AqPpBr']],
	['http://www.AGA.cl/2011/<br/><br/>consulta-publica/', null],
	['http://open.canada.ca/en/consultation s/open', null],
	['bit.ly/1TESrtu', null],
	['See narrative', null],
	['', null],
])('the cell %s holds the addresses %o', (text, links) => {
	expect(linksIn(text)).toEqual(links)
})
