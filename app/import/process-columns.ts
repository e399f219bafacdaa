import type { ProcessQuestion } from '#app/domain/process-finding/rules.ts'

/** Columns that say whose plan it is. */
export const COUNTRY = 'Country name'
export const PLAN = 'Action Plan Number'
export const YEAR = 'Year AP Submitted'

/**
 * The column of each question. Columns that repeat a Yes or No as 1 or 0 are left out: in the database of July 2016
 * they say the same in every row.
 */
export const QUESTION_COLUMNS: { readonly [Q in ProcessQuestion]: string } = {
	TIMELINE_AHEAD: 'Step 1: Timeline and process: Prior availability',
	TIMELINE_ONLINE: 'Timeline: Online',
	TIMELINE_ELSEWHERE: 'Timeline: other channels',
	TIMELINE_LINKS: 'Timeline: links',
	NOTICE_AHEAD: 'Step 2: Advance notice',
	NOTICE_DAYS: 'Days in advance',
	NOTICE_ADEQUATE: 'Advance notice: Adequacy',
	AWARENESS_RAISED: 'Step 3: Awareness-raising activities',
	AWARENESS_LINKS: 'Awareness-raising activities: Links',
	CONSULTED_ONLINE: 'Step 4: Online consultations',
	CONSULTED_ONLINE_LINKS: 'Online consultations: Link',
	CONSULTED_IN_PERSON: 'Step 5: In-person consultations',
	COMMENTS_SUMMARISED: 'Step 6: Summary of comments',
	COMMENTS_LINKS: 'Summary of comments: Link',
	STEPS_FOLLOWED: '_Number of steps followed (out of 6)',
	DEVELOPMENT_OPENNESS: 'Invitation-only or open participation during dev. consultation',
	DEVELOPMENT_INFLUENCE: 'IAP2 level during development',
	REGULAR_FORUM: 'Consultation during action plan implementation (regular forum)',
	FORUM_OPENNESS: 'Invitation-only or open participation during imp. consultation',
	FORUM_INFLUENCE: 'IAP2 level during imp.',
	REPORT_PUBLISHED: 'Was annual progress report published?',
	REPORT_ON_TIME: 'Was it done according to schedule?',
	REPORT_IN_LOCAL_LANGUAGE: 'Is the report available in the local language?',
	REPORT_IN_ENGLISH: 'Is the report available in English?',
	REPORT_OPEN_FOR_COMMENT:
		'Did the government provide a two-week public comment period on draft self-assessment reports?',
	REPORT_REVIEWS_COMMENTS: 'Did the report include a review of its public comment period?',
	REPORT_COMMENTS_RECEIVED: 'Were any public comments received?',
	REPORT_IN_PORTAL: 'Is the report deposited in the OGP portal?',
	REPORT_REVIEWS_CONSULTATION: 'Did the self-assessment report include review of the consultation efforts?',
	REPORT_ALL_COMMITMENTS: 'Did the report cover all of the commitments?',
	REPORT_COMPLETION: 'Did it assess completion according to schedule?',
	REPORT_REVIEWS_DRAFT_CONSULTATION:
		'Did the self-assessment report include review of the consultation efforts on draft self-assessments?',
	ONE_BRANCH: 'Only one branch',
	EXECUTIVE: 'Executive',
	SEVERAL_AGENCIES: 'Multi-agency (1) vs. Single (0)',
	SINGLE_LEAD: 'Single Lead',
	HEAD_OFFICE: 'Pres Office/PM',
	HEAD_OFFICE_LEADS: 'Executive Lead Agency',
	FOREIGN_MINISTRY: 'Ministry of Foreign Affairs',
	FOREIGN_MINISTRY_LEADS: 'MOFA Lead Agency',
	OFFICIAL_MANDATE: 'Officially Mandated',
	LEGAL_MANDATE: 'Legally mandated',
	SEVERAL_ARRANGEMENTS: 'Multiple Arrangements',
	SAME_AGENCY: 'Implementing agency same as developing agency? 1=Y, 0=N',
	EXECUTIVE_CHANGED: 'Change of executive',
}
