import { LOCAL_REQUIREMENTS } from '#app/domain/cocreation-requirement/view.ts'
import { EXPECTATIONS } from '#app/domain/expectation/view.ts'
import type { MemberExpectation, MemberStanding } from '#app/domain/member-expectation/view.ts'

/** One expectation of which nothing is recorded; give what is known of it. */
export function anExpectation(over: Partial<MemberExpectation> = {}): MemberExpectation {
	return {
		code: 'E1_DECLARATION',
		level: 'NOT_RECORDED',
		reasons: ['NOT_RECORDED_HERE'],
		inputs: [],
		ruleSet: { id: 'rules-local-test', track: 'LOCAL', version: '2020.1-test' },
		records: [],
		requirements: [],
		changes: [],
		...over,
	}
}

/** The standing of the example member, its third expectation with all requirements of its track. */
export function aStanding(over: Partial<MemberStanding> = {}): MemberStanding {
	return {
		memberId: 'example',
		track: 'LOCAL',
		asOfOn: '2026-07-15',
		ruleSet: { id: 'rules-local-test', track: 'LOCAL', version: '2020.1-test' },
		planId: null,
		expectations: EXPECTATIONS.map((code) =>
			anExpectation({ code, requirements: code === 'E3_COCREATION' ? requirements : [] }),
		),
		...over,
	}
}

const requirements = LOCAL_REQUIREMENTS.map((code, at) => ({
	code,
	level: at === 0 ? ('NOT_MET' as const) : ('MET' as const),
	reasons: [],
	records: [],
	nextDueOn: at === 1 ? '2026-12-24' : null,
}))
