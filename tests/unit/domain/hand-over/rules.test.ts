import { expect, test } from 'vitest'
import { memberInCharge, reasonNotToHandOver } from '#app/domain/hand-over/rules.ts'

const HELD = { personId: 'lead', organizationId: 'agency', fromOn: '2026-01-01', untilOn: null }
const TO = { personId: 'colleague', organizationId: 'agency', same: [] }

test.each([
	[{}, {}, null, 'a colleague takes it over'],
	[{}, { organizationId: 'other-agency' }, 'not_found', 'it never leaves its organization'],
	[{}, { personId: 'lead' }, 'already_appointed', 'nobody takes over from themselves'],
	[
		{},
		{ same: [{ fromOn: '2026-01-01', untilOn: null }] },
		'already_appointed',
		'who holds it already cannot',
	],
	[{}, { same: [{ fromOn: '2026-01-01', untilOn: '2026-07-31' }] }, null, 'who held it before the day can'],
	[
		{},
		{ same: [{ fromOn: '2026-01-01', untilOn: '2026-08-01' }] },
		'already_appointed',
		'who still holds it on the day cannot',
	],
	[{ untilOn: '2026-07-31' }, {}, 'appointment_over', 'what is over on the day cannot pass'],
	[{ untilOn: '2026-08-01' }, {}, null, 'on its last day it still can'],
] as const)('from %o to %o on 1 August: %s, because %s', (held, to, reason, _why) => {
	expect(reasonNotToHandOver({ ...HELD, ...held }, { ...TO, ...to }, '2026-08-01')).toBe(reason)
})

test.each([
	['GOVERNMENT_INSTITUTION', 'example'],
	['SECRETARIAT', 'example'],
	['CSO', null],
	['MONITORING_BODY', null],
	['IRM', null],
	['HOST', null],
])('the point of contact of the member answers for a %s: %s', (kind, memberId) => {
	expect(memberInCharge({ kind, memberId: 'example' })).toBe(memberId)
})
