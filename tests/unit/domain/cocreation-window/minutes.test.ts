import { describe, expect, test } from 'vitest'
import { hasMinutes } from '#app/domain/cocreation-window/rules.ts'
import type { SaidOf } from '#app/domain/member-register/view.ts'
import { aMeeting, aRegister } from '#tests/factories/member-registers.ts'

type Over = Partial<SaidOf<'meeting.published'>>

const closed: Over = { access: 'CLOSED_ART17', ground: '17F', closedBy: 'Head of the office' }
const nowhere: Over = { minutesUrl: undefined, resultsId: undefined }

describe('what was said at a meeting can be read', () => {
	test.each<[string, Over, boolean, boolean]>([
		['where its minutes are linked', {}, false, true],
		['where they came as a file', nowhere, true, true],
		['nowhere, where neither is there', nowhere, false, false],
		[
			'of a closed one where its results are said',
			{ ...nowhere, ...closed, resultsId: 'Hasil' },
			false,
			true,
		],
		['of a closed one where its minutes came as a file', { ...nowhere, ...closed }, true, true],
		['nowhere before the day on which they came', { minutesOn: '2026-08-02' }, true, false],
	])('%s', (_where, over, hasFile, expected) => {
		const [meeting] = aRegister([aMeeting('2026-07-20', over)]).of['meeting.published']
		if (!meeting) throw new Error('no meeting')
		const asked = hasFile ? { ...meeting, hasMinutesFile: true as const } : meeting
		expect(hasMinutes(asked, '2026-08-01')).toBe(expected)
	})
})
