import { PUBLISHED_STATES } from '#app/domain/application/rules.ts'
import {
	CLOSING_GROUNDS,
	DOCUMENT_REQUIREMENTS,
	INFO_CLASSES,
	MEETING_ACCESS,
	MEETING_STATES,
	OUTREACH_CHANNELS,
	PHASES,
	SECTORS,
} from '#app/domain/cocreation/rules.ts'
import { ANSWER_OUTCOMES, INPUT_CHANNELS } from '#app/domain/consultation/rules.ts'
import { DECLARATION_ITEMS, ENDORSEMENT_KINDS, MEMBERSHIP_STATUSES } from '#app/domain/declaration/rules.ts'
import { EVIDENCE_KINDS } from '#app/domain/evidence/rules.ts'
import { EXPECTATIONS, EXPECTATION_LEVELS } from '#app/domain/expectation/view.ts'
import { HIDING_REASONS } from '#app/domain/observation/rules.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import { CONTRIBUTION_KINDS, CONTRIBUTION_ROLES, CONTRIBUTION_SCOPES } from '#app/domain/sharing/rules.ts'
import { ACTOR_GROUPS, CHANGE_ELEMENTS } from '#app/domain/theory-of-change/rules.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'

/** One question, and how it is answered. `both`: in Indonesian, in English or in both. */
type Named = {
	readonly name: string
	readonly isOptional?: true
	/** Whether `desk.<noun>.<name>.hint` says more. */
	readonly hasHint?: true
}

export type Field = Named &
	(
		| { readonly is: 'both' }
		| { readonly is: 'both-long' }
		| {
				readonly is:
					| 'text'
					| 'long'
					| 'day'
					| 'partial-day'
					| 'url'
					| 'yes-no'
					| 'count'
					| 'plan'
					| 'commitment'
					| 'policy-area'
					| 'interests'
		  }
		| { readonly is: 'one' | 'some'; readonly codes: readonly string[]; readonly family: string }
		| { readonly is: 'counts'; readonly codes: readonly string[]; readonly family: string }
		/** One entry a line; the members of an entry in their order, with `;` between. */
		| { readonly is: 'lines'; readonly members: readonly string[] }
	)

const optional = true as const
const note: Field = { name: 'note', is: 'both-long', isOptional: optional }
const title: Field = { name: 'title', is: 'both' }
const url: Field = { name: 'url', is: 'url', isOptional: optional }
const plan: Field = { name: 'planId', is: 'plan', isOptional: optional }

/** What each kind of act asks, in the order of its form and of its page. The words are under `desk.<noun>.<name>`. */
export const FIELDS: { readonly [K in DeskKind]: readonly Field[] } = {
	'endorsement.published': [
		{ name: 'endorsementKind', is: 'one', codes: ENDORSEMENT_KINDS, family: 'endorsement-kind' },
		{ name: 'signedOn', is: 'partial-day' },
		{ name: 'signatoryName', is: 'text' },
		{ name: 'signatoryRole', is: 'both' },
		{ name: 'isHeadOrDelegate', is: 'yes-no' },
		{ name: 'isPublic', is: 'yes-no' },
		{ name: 'isReaffirmation', is: 'yes-no' },
		url,
	],
	'administration.published': [
		title,
		{ name: 'headName', is: 'text' },
		{ name: 'startsOn', is: 'partial-day' },
		{ name: 'endsOn', is: 'partial-day', isOptional: optional },
	],
	'membership.published': [
		{ name: 'status', is: 'one', codes: MEMBERSHIP_STATUSES, family: 'membership-status' },
		{ name: 'sinceOn', is: 'partial-day' },
		note,
		url,
	],
	'declaration-items.published': [
		{ name: 'commitmentId', is: 'commitment' },
		{ name: 'items', is: 'some', codes: DECLARATION_ITEMS, family: 'declaration-item' },
		note,
	],
	'register.declared': [
		{
			name: 'register',
			is: 'one',
			codes: ['DECLARATION', 'COCREATION', 'CONSULTATION', 'SHARING'],
			family: 'register',
		},
		{ name: 'completeFrom', is: 'day', hasHint: true },
		{ name: 'until', is: 'day', isOptional: optional },
	],
	'forum.published': [
		title,
		{ name: 'remit', is: 'both-long', isOptional: optional },
		{ name: 'foundedOn', is: 'partial-day' },
		{ name: 'rulesUrl', is: 'url', isOptional: optional },
		{ name: 'decreeNumber', is: 'text', isOptional: optional },
		{ name: 'decreeOn', is: 'day', isOptional: optional },
		{ name: 'decreeUrl', is: 'url', isOptional: optional },
		{ name: 'members', is: 'lines', members: ['name', 'sector'], isOptional: optional, hasHint: true },
		{ name: 'isOpenCall', is: 'yes-no' },
	],
	'meeting.published': [
		title,
		{ name: 'state', is: 'one', codes: MEETING_STATES, family: 'meeting-state' },
		{ name: 'phase', is: 'one', codes: PHASES, family: 'phase' },
		{ name: 'isOfForum', is: 'yes-no' },
		{ name: 'meetsOn', is: 'day' },
		{ name: 'place', is: 'text', isOptional: optional },
		{ name: 'access', is: 'one', codes: MEETING_ACCESS, family: 'meeting-access' },
		{ name: 'ground', is: 'one', codes: CLOSING_GROUNDS, family: 'closing-ground', isOptional: optional },
		{ name: 'closedBy', is: 'text', isOptional: optional },
		{ name: 'agenda', is: 'both-long', isOptional: optional },
		{ name: 'documentsSentOn', is: 'day', isOptional: optional },
		{ name: 'attendance', is: 'counts', codes: SECTORS, family: 'sector', isOptional: optional },
		{ name: 'minutesOn', is: 'day', isOptional: optional },
		{ name: 'minutes', is: 'both-long', isOptional: optional },
		{ name: 'minutesUrl', is: 'url', isOptional: optional },
		{ name: 'results', is: 'both-long', isOptional: optional },
		{ name: 'resultsUrl', is: 'url', isOptional: optional },
		{ name: 'presentsResults', is: 'yes-no' },
		{ name: 'collectsComments', is: 'yes-no' },
	],
	'outreach.published': [
		title,
		{ name: 'heldOn', is: 'day' },
		{ name: 'audiences', is: 'some', codes: SECTORS, family: 'sector' },
		{ name: 'channel', is: 'one', codes: OUTREACH_CHANNELS, family: 'outreach-channel' },
		{ name: 'reached', is: 'count', isOptional: optional },
		note,
		url,
	],
	'timeline.published': [
		title,
		plan,
		{ name: 'startsOn', is: 'day' },
		{ name: 'publishedOn', is: 'day' },
		{ name: 'steps', is: 'lines', members: ['on', 'text'], isOptional: optional, hasHint: true },
		note,
		url,
	],
	'website.checked': [
		{ name: 'url', is: 'url' },
		{ name: 'checkedOn', is: 'day' },
		{ name: 'isReachable', is: 'yes-no' },
		{ name: 'needsLogin', is: 'yes-no' },
		{ name: 'updatedOn', is: 'day', isOptional: optional },
	],
	'plan-endorsement.published': [
		{ name: 'planId', is: 'plan' },
		{ name: 'byName', is: 'text' },
		{ name: 'sector', is: 'one', codes: SECTORS.filter((code) => code !== 'GOV'), family: 'sector' },
		{ name: 'endorsedOn', is: 'day' },
		note,
		url,
	],
	'document.published': [
		title,
		{ name: 'documentKind', is: 'one', codes: EVIDENCE_KINDS, family: 'evidence-kind' },
		{ name: 'datedOn', is: 'day' },
		{ name: 'phase', is: 'one', codes: PHASES, family: 'phase' },
		{
			name: 'requirement',
			is: 'one',
			codes: DOCUMENT_REQUIREMENTS,
			family: 'requirement',
			isOptional: optional,
		},
		{ name: 'infoClass', is: 'one', codes: INFO_CLASSES, family: 'info-class', isOptional: optional },
		plan,
		{ name: 'commitmentId', is: 'commitment', isOptional: optional },
		note,
		url,
	],
	'stakeholder.published': [
		{ name: 'planId', is: 'plan' },
		{ name: 'element', is: 'one', codes: CHANGE_ELEMENTS, family: 'change-element' },
		{ name: 'group', is: 'one', codes: ACTOR_GROUPS, family: 'actor-group', isOptional: optional },
		{ name: 'name', is: 'text' },
		{ name: 'role', is: 'both-long' },
	],
	'consultation.published': [
		title,
		{ name: 'question', is: 'both-long' },
		{ name: 'channel', is: 'one', codes: INPUT_CHANNELS, family: 'input-channel' },
		{ name: 'opensOn', is: 'day' },
		{ name: 'closesOn', is: 'day' },
		{ name: 'takesForms', is: 'yes-no' },
		plan,
		url,
	],
	'good-practice.published': [
		title,
		{ name: 'policyArea', is: 'policy-area', isOptional: optional },
		{ name: 'problem', is: 'both-long', isOptional: optional },
		{ name: 'done', is: 'both-long' },
		{ name: 'results', is: 'both-long', isOptional: optional },
		{
			name: 'points',
			is: 'lines',
			members: ['year', 'indicator', 'value', 'unit'],
			isOptional: optional,
			hasHint: true,
		},
		{ name: 'reuse', is: 'both-long', isOptional: optional },
		{ name: 'contactOffice', is: 'text', isOptional: optional },
		{ name: 'usedBy', is: 'lines', members: [], isOptional: optional, hasHint: true },
		url,
	],
	'contribution.published': [
		title,
		{ name: 'contributionKind', is: 'one', codes: CONTRIBUTION_KINDS, family: 'contribution-kind' },
		{ name: 'role', is: 'one', codes: CONTRIBUTION_ROLES, family: 'contribution-role' },
		{ name: 'scope', is: 'one', codes: CONTRIBUTION_SCOPES, family: 'contribution-scope' },
		{ name: 'heldOn', is: 'partial-day' },
		{ name: 'counterparts', is: 'lines', members: [], isOptional: optional, hasHint: true },
		{
			name: 'isOutsideJurisdiction',
			is: 'one',
			codes: ['YES', 'NO', 'UNKNOWN'],
			family: 'outside-jurisdiction',
		},
		{ name: 'events', is: 'count', isOptional: optional },
		{ name: 'participants', is: 'count', isOptional: optional },
		{ name: 'summary', is: 'both-long', isOptional: optional },
		url,
	],
}

const expectation: Field = { name: 'expectation', is: 'one', codes: EXPECTATIONS, family: 'expectation' }
const remark: readonly Field[] = [
	expectation,
	{ name: 'interests', is: 'interests', isOptional: optional },
	{ name: 'asOfOn', is: 'day' },
	{ name: 'level', is: 'one', codes: EXPECTATION_LEVELS, family: 'expectation-level' },
	{ name: 'text', is: 'both-long' },
	url,
]

/** What each kind of act says, those with forms of their own too. */
export const ACT_FIELDS: { readonly [K in MemberActKind]: readonly Field[] } = {
	...FIELDS,
	'public-contribution.published': [
		{ name: 'consultationId', is: 'text' },
		{ name: 'text', is: 'long' },
		{ name: 'name', is: 'text', isOptional: optional },
		{ name: 'sector', is: 'one', codes: SECTORS, family: 'sector', isOptional: optional },
		{ name: 'receivedOn', is: 'day' },
		{ name: 'channel', is: 'one', codes: INPUT_CHANNELS, family: 'input-channel' },
		{ name: 'paperNumber', is: 'text', isOptional: optional },
	],
	'application.published': [
		{ name: 'callName', is: 'both' },
		{ name: 'state', is: 'one', codes: PUBLISHED_STATES, family: 'application-state' },
		{ name: 'steppedOn', is: 'day' },
		{ name: 'texts', is: 'lines', members: ['title', 'text'] },
		{ name: 'confirmedBy', is: 'lines', members: ['side', 'name'] },
		{ name: 'letters', is: 'lines', members: ['letterKind', 'signedBy', 'on', 'url'] },
		{ name: 'monthsLeft', is: 'count', isOptional: optional },
		{ name: 'termEndsOn', is: 'partial-day', isOptional: optional },
		url,
		{ name: 'note', is: 'long', isOptional: optional },
	],
	'public-contribution.hidden': [
		{ name: 'contributionId', is: 'text' },
		{ name: 'reasonCode', is: 'one', codes: HIDING_REASONS, family: 'hiding-reason' },
		note,
	],
	'reasoned-answer.published': [
		{ name: 'contributionId', is: 'text' },
		{ name: 'outcome', is: 'one', codes: ANSWER_OUTCOMES, family: 'answer-outcome' },
		{ name: 'reason', is: 'both-long' },
		{ name: 'commitmentId', is: 'commitment', isOptional: optional },
	],
	'expectation-dissent.published': remark,
	'expectation-comment.published': remark,
}
