import { idWithin } from '#app/domain/action-plan/schema.ts'
import { addMonths } from '#app/domain/calendar.ts'
import { replyDueOn } from '#app/domain/finding-thread/rules.ts'
import { isLate } from '#app/domain/reply/rules.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { commitmentOf, findingDay, leadOf, linkRows, published } from './demonstration-acts.ts'
import type { DemonstrationFinding } from './demonstration-acts.ts'
import { storyDay } from './demonstration-calendar.ts'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import { holderOf } from './demonstration-people.ts'
import { DEMONSTRATION_PLAN } from './demonstration-plan.ts'
import { DECISIONS, REPLIES } from './demonstration-thread.ts'
import type { DemonstrationDecision, DemonstrationReply } from './demonstration-thread.ts'
import { VERIFICATION_RULES } from './verification-rules.ts'

const inPlan = (key: string) => idWithin(DEMONSTRATION_PLAN, key)

/** What followed the findings: replies, decisions about them, and that an organization stood back. */
export function answerActs(
	findings: readonly DemonstrationFinding[],
	calendar: DemonstrationCalendar,
): readonly ActRows[] {
	return [
		...REPLIES.map((reply) => replyAct(reply, findingOf(findings, reply.to), calendar)),
		...DECISIONS.map((one) => decisionAct(one, findingOf(findings, one.about), calendar)),
		recusalAct(calendar),
	]
}

function replyAct(
	reply: DemonstrationReply,
	finding: DemonstrationFinding,
	calendar: DemonstrationCalendar,
): ActRows {
	const [key, version] = reply.to
	const organizationId = leadOf(finding.milestone)
	const recordId = inPlan(reply.key)
	const day = storyDay(reply.on, calendar)
	const dueOn = replyDueOn(findingDay(finding, calendar), VERIFICATION_RULES.replyDays.value)
	const row = {
		recordId,
		verificationRecordId: inPlan(key),
		verificationVersion: version,
		commitmentId: commitmentOf(finding.milestone),
		milestoneId: inPlan(finding.milestone),
		organizationId,
		textEn: reply.text[0],
		textId: reply.text[1],
		dueOn,
		isLate: isLate(dueOn, day),
		submittedById: holderOf(organizationId, 'IMPLEMENTER'),
		...published(organizationId, day),
	}
	return { kind: 'reply.published', row, evidence: linkRows({ recordId, version: 1 }, reply.evidence) }
}

function decisionAct(
	decided: DemonstrationDecision,
	{ by, milestone }: DemonstrationFinding,
	calendar: DemonstrationCalendar,
): ActRows {
	const [key, version] = decided.about
	const row = {
		recordId: inPlan(decided.key),
		verificationRecordId: inPlan(key),
		verificationVersion: version,
		replyRecordId: inPlan(decided.reply),
		replyVersion: 1,
		commitmentId: commitmentOf(milestone),
		milestoneId: inPlan(milestone),
		organizationId: by,
		decision: decided.decision,
		changedToVersion: decided.changedToVersion,
		reasonEn: decided.reason[0],
		reasonId: decided.reason[1],
		submittedById: holderOf(by, 'CSO_MONITOR'),
		...published(by, storyDay(decided.on, calendar)),
	}
	return { kind: 'verifier-decision.published', row }
}

const STOOD_BACK = { by: 'contoh-pemantau-anggaran', commitment: '6', replacedBy: 'contoh-forum-warga' }

/** An organization stands back from a commitment that it was paid to advise on; another one looks at it. */
function recusalAct(calendar: DemonstrationCalendar): ActRows {
	const { by, commitment } = STOOD_BACK
	const day = storyDay({ fromNow: -1, afterDue: -30 }, calendar)
	const row = {
		recordId: inPlan('s1'),
		organizationId: by,
		commitmentId: inPlan(commitment),
		scope: 'ORGANIZATION',
		personId: null,
		interests: ['FUNDED_BY'],
		reasonEn: 'The procurement office pays us for training its staff this year.',
		reasonId: 'Tahun ini bagian pengadaan membayar kami untuk melatih pegawainya.',
		replacement: 'OTHER_ORGANIZATION',
		replacementOrganizationId: STOOD_BACK.replacedBy,
		replacementPersonId: null,
		untilOn: addMonths(day, VERIFICATION_RULES.declarationMonths.value),
		submittedById: holderOf(by, 'CSO_OWNER'),
		...published(by, day),
	}
	return { kind: 'recusal.published', row }
}

function findingOf(findings: readonly DemonstrationFinding[], [key, version]: readonly [string, number]) {
	const found = findings.find((one) => one.key === key && (one.version ?? 1) === version)
	if (!found) throw new Error(`the demonstration has no version ${String(version)} of ${key}`)
	return found
}
