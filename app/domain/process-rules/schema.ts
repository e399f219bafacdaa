import { z } from 'zod'
import { figure } from '#app/domain/rule-set/schema.ts'

/**
 * The numbers of the first, third and fifth expectation. A requirement that a track does not know has no figure there.
 * Kept apart from the numbers that older reports have frozen.
 */
export const ProcessRules = z.strictObject({
	/** Days a new member has before an endorsement is missing. */
	endorsementDays: figure,
	/** Months after a change of administration in which the endorsement before it still counts. */
	reaffirmationMonths: figure,
	/** Longest time between two meetings of the forum, in days. */
	forumGapDays: figure,
	/** Age in days up to which the website is up to date. */
	siteFreshDays: figure,
	/** Age in days up to which it is at least partly so. */
	siteStaleDays: figure,
	/** Longest time without a new document in the repository while a plan is carried out, in days. */
	repositoryGapDays: figure,
	/** Months within which each commitment needs a public piece of evidence. */
	evidenceMonths: figure,
	/** Days before the start of co-creation by which its timeline is to be public. */
	timelineLeadDays: figure,
	/** Kinds of audience that outreach is to reach. */
	outreachAudiences: figure,
	/** Days for which an input mechanism is to be open. */
	inputDays: figure,
	/** Days after submission from which a missing reasoned response is not met. */
	responseGraceDays: figure,
	/** Meetings a plan year with civil society on results, and the month of the running year by which one is due. */
	resultMeetings: figure,
	resultMeetingMonth: figure,
	/** Days before a meeting by which its documents are to be sent. */
	documentLeadDays: figure,
	/** Months in which a contribution counts in full, and those in which it counts partly. */
	sharingMonths: figure,
	sharingPartMonths: figure,
	/** Months in which a national member is to have shared abroad. */
	abroadMonths: figure,
	/** Months after joining before sharing is expected. */
	newMemberMonths: figure,
})
export type ProcessRules = z.infer<typeof ProcessRules>
