import type { CocreationFacts, Finding } from '#app/domain/cocreation-window/rules.ts'
import {
	documentsBeforeMeetings,
	forumExists,
	forumIsMixed,
	forumMeets,
	meetingInMaking,
	openToPublic,
	resultMeetings,
} from '#app/domain/forum-requirement/rules.ts'
import {
	answersAreGiven,
	asAssessed,
	inputIsGathered,
	outreachIsDone,
	planIsEndorsed,
	responseIsPublished,
	timelineIsPublished,
} from '#app/domain/input-requirement/rules.ts'
import { repositoryIsKept, websiteIsKept } from '#app/domain/repository-requirement/rules.ts'
import { LOCAL_REQUIREMENTS, NATIONAL_REQUIREMENTS } from './view.ts'
import type { RequirementCode, RequirementView } from './view.ts'

const JUDGED: { readonly [Code in RequirementCode]: (facts: CocreationFacts) => Finding } = {
	MR1_1: forumMeets,
	MR2_1: websiteIsKept,
	MR2_2: repositoryIsKept,
	MR3_1: timelineIsPublished,
	MR3_2: outreachIsDone,
	MR3_3: inputIsGathered,
	MR4_1: answersAreGiven,
	MR5_1: resultMeetings,
	LMR1: forumExists,
	LMR2: forumIsMixed,
	LMR3: meetingInMaking,
	LMR4: planIsEndorsed,
	LRP1: websiteIsKept,
	LRP2: documentsBeforeMeetings,
	LRP3: openToPublic,
	LRP4: responseIsPublished,
	LRP5: (facts) => asAssessed(facts, 'LRP5'),
	LRP6: (facts) => asAssessed(facts, 'LRP6'),
}

/** Every requirement that OGP has for members of a track, in its order. */
export function codesOf(track: 'NATIONAL' | 'LOCAL'): readonly RequirementCode[] {
	return track === 'NATIONAL' ? NATIONAL_REQUIREMENTS : LOCAL_REQUIREMENTS
}

/**
 * One requirement of co-creation on one day.
 *
 * Source  our own computation over OGP's requirements; OGP publishes no formula, and the interface says so.
 */
export function requirementOn(code: RequirementCode, facts: CocreationFacts): RequirementView {
	return { code, ...JUDGED[code](facts) }
}

/** All requirements of a track on one day, in OGP's order. */
export function requirementsOn(
	track: 'NATIONAL' | 'LOCAL',
	facts: CocreationFacts,
): readonly RequirementView[] {
	return codesOf(track).map((code) => requirementOn(code, facts))
}

/** The same requirements where there is no plan to judge them by. */
export function requirementsWithoutPlan(track: 'NATIONAL' | 'LOCAL'): readonly RequirementView[] {
	return codesOf(track).map((code) => ({
		code,
		level: 'NOT_RECORDED',
		reasons: ['NO_PLAN'],
		records: [],
		nextDueOn: null,
	}))
}

/** Whether OGP asks for it, beside those that it only recommends to local members. */
export function isRequired(code: RequirementCode): boolean {
	return !code.startsWith('LRP')
}
