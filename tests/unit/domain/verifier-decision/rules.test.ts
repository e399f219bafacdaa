import { expect, test } from 'vitest'
import { reasonNotToDecide } from '#app/domain/verifier-decision/rules.ts'

const DUE = '2026-07-31'

test.each([
	['MAINTAINED', '2026-07-31', DUE, false, 'reply_window_open', 'a reply may still come in time'],
	['MAINTAINED', '2026-08-01', DUE, false, null, 'the clock is over'],
	['MAINTAINED', '2026-07-20', DUE, true, null, 'the reply is there'],
	['MAINTAINED', '2026-08-01', null, false, 'finding_not_adverse', 'nobody was asked'],
	['WITHDRAWN', '2026-07-20', DUE, false, null, 'authors may take back what they said at any time'],
	['WITHDRAWN', '2026-07-20', null, false, null, 'also where it was not adverse'],
] as const)(
	'%s on %s, due %s, replied %s: %s, because %s',
	(decision, today, dueOn, hasReply, reason, _why) => {
		expect(reasonNotToDecide(decision, { dueOn, hasReply, today })).toBe(reason)
	},
)
