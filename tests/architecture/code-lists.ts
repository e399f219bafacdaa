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
import { REGISTERS } from '#app/domain/member-act/rules.ts'
import { CONTRIBUTION_KINDS, CONTRIBUTION_ROLES, CONTRIBUTION_SCOPES } from '#app/domain/sharing/rules.ts'
import { ACTOR_GROUPS, CHANGE_ELEMENTS } from '#app/domain/theory-of-change/rules.ts'
import { ROLES } from '#app/access/policy.ts'
import { APPLICATION_SIDES, APPLICATION_STATES, FIELD_STATES } from '#app/domain/application/rules.ts'
import { LETTER_KINDS, LETTER_STEPS } from '#app/domain/application-call/rules.ts'
import { CALL_PARTS } from '#app/domain/call-change/rules.ts'
import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'
import { CHECKPOINT_STATES } from '#app/domain/checkpoint/rules.ts'
import { COMMITMENT_SCREENS, MILESTONE_SCREENS } from '#app/domain/commitment-draft/rules.ts'
import { CHARTS } from '#app/domain/chart/view.ts'
import { CHECKPOINT_SCHEMES } from '#app/domain/cycle-rules/schema.ts'
import { REASONS_NOT_TO_TAKE_OVER } from '#app/domain/hand-over/rules.ts'
import { DRAFT_PROBLEMS, DRAFT_WARNINGS, OGP_VALUES } from '#app/domain/plan-draft/rules.ts'
import { PLAN_DRAFT_STATES } from '#app/domain/plan-draft/schema.ts'
import { AMENDMENT_FAULTS } from '#app/domain/amendment/rules.ts'
import { AMENDMENT_OPERATIONS } from '#app/domain/amendment/schema.ts'
import { DISPOSITIONS } from '#app/domain/assessment-comment/rules.ts'
import { CHANGES, POTENTIALS, QUESTION_BASES, YES_NO_UNCLEAR } from '#app/domain/assessment-question/rules.ts'
import { REQUIREMENT_REASONS } from '#app/domain/cocreation-requirement/view.ts'
import { COMMITMENT_TESTS, TEST_FIELDS } from '#app/domain/commitment-test/view.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { INTERESTS, SCOPES } from '#app/domain/conflict/rules.ts'
import { INTEREST_CHOICES } from '#app/domain/conflict/schema.ts'
import { REVIEW_STANDINGS } from '#app/domain/finding-review/rules.ts'
import { DECISIONS } from '#app/domain/verifier-decision/rules.ts'
import { REPLACEMENTS } from '#app/domain/recusal/rules.ts'
import { COMMITMENT_ORDERS } from '#app/domain/commitment-list/rules.ts'
import { FOUND_KINDS } from '#app/domain/search/rules.ts'
import { DIVERGENCE_STATES, EVIDENCE_GAPS } from '#app/domain/divergence/rules.ts'
import {
	EXPECTATION_INPUTS,
	EXPECTATION_LEVELS,
	EXPECTATION_REASONS,
	EXPECTATIONS,
	TEST_RESULTS,
} from '#app/domain/expectation/view.ts'
import { EXPECTATION_CHANGES } from '#app/domain/member-expectation/view.ts'
import { EVIDENCE_KINDS, STANCES } from '#app/domain/evidence/rules.ts'
import { IRM_INDICATORS, IRM_VALUES } from '#app/domain/irm-coding/rules.ts'
import { HIDING_REASONS, WRITTEN_LANGUAGES } from '#app/domain/observation/rules.ts'
import { PLAN_TOTALS } from '#app/domain/irm-coding/rules.ts'
import { ANSWER_FAULTS, ASSESSMENT_KINDS as LOCAL_KINDS } from '#app/domain/local-assessment/rules.ts'
import { SCHEDULES } from '#app/domain/milestone/rules.ts'
import { CHALLENGES, MISSING_ANSWERS, TASK_GROUPS, TASK_STATES } from '#app/domain/progress-update/rules.ts'
import { PROCESS_PARTS, PROCESS_QUESTIONS } from '#app/domain/process-finding/rules.ts'
import { STANDINGS } from '#app/domain/published-text/rules.ts'
import { REFUSAL_REASONS } from '#app/domain/refusal.ts'
import { REPORT_JOB_STATES } from '#app/domain/report-job/rules.ts'
import {
	ASSESSMENT_KINDS,
	ASSESSMENT_STAGES,
	SECTION_STATES,
	TEXT_SECTIONS,
} from '#app/domain/self-assessment/rules.ts'
import { SOURCE_NOTES } from '#app/domain/source-note/rules.ts'
import { FILE_REFUSALS, REMOVED_CODES } from '#app/domain/upload/rules.ts'
import {
	CONFIDENCES,
	FINDING_FAULTS,
	INDEPENDENCES,
	METHODS,
	OUTCOMES,
	PROTOCOL_CHECKS,
} from '#app/domain/verification/rules.ts'
import { PLAN_FILE_AIMS } from '#app/domain/plan-file/view.ts'
import { ROW_VERDICTS } from '#app/domain/update-file/rules.ts'
import { PROBLEM_CODES } from '#app/import/problem.ts'
import { CHECKPOINT_VERDICTS } from '#app/ledger/held-checkpoint.ts'
import { ACT_KINDS } from '#app/ledger/leaf.ts'
import { LOG_FAULTS } from '#app/ledger/public-log.server.ts'

/** Every closed list of codes that people read, with the family of messages that has its words. */
export const CODE_LISTS: readonly (readonly [family: string, codes: readonly string[]])[] = [
	['act', ACT_KINDS],
	['amendment.fault', AMENDMENT_FAULTS],
	['call-part', CALL_PARTS],
	['chart-name', CHARTS],
	['chart-note', CHARTS],
	['hand-over.unable', REASONS_NOT_TO_TAKE_OVER],
	['application-field', FIELD_STATES],
	['application-side', APPLICATION_SIDES],
	['application-state', APPLICATION_STATES],
	['application.next', APPLICATION_STATES],
	['application.letters.by', LETTER_STEPS],
	['letter-kind', LETTER_KINDS],
	['amendment.operation', AMENDMENT_OPERATIONS],
	['amendment.schedule', SCHEDULES],
	['assessment-kind', LOCAL_KINDS],
	['assessment.answer.change', CHANGES],
	['assessment.answer.potential', POTENTIALS],
	['assessment.answer.yes-no', YES_NO_UNCLEAR],
	['assessment.basis', QUESTION_BASES],
	['assessment.fault', ANSWER_FAULTS],
	['standing', STANDINGS],
	['challenge', CHALLENGES],
	['checkpoint-scheme', CHECKPOINT_SCHEMES],
	['checkpoint-state', CHECKPOINT_STATES],
	['confidence', CONFIDENCES],
	['disposition', DISPOSITIONS],
	['commitments.sort', COMMITMENT_ORDERS],
	['divergence', DIVERGENCE_STATES],
	['found-kind', FOUND_KINDS],
	['found-kind.one', FOUND_KINDS],
	['evidence-gap', EVIDENCE_GAPS],
	['evidence-kind', EVIDENCE_KINDS],
	['hiding-reason', HIDING_REASONS],
	['written-language', WRITTEN_LANGUAGES],
	['independence', INDEPENDENCES],
	['expectation', EXPECTATIONS],
	['commitment-test', COMMITMENT_TESTS],
	['test-field', TEST_FIELDS],
	['test-result', TEST_RESULTS],
	['expectation-change', EXPECTATION_CHANGES],
	['expectation-input', EXPECTATION_INPUTS],
	['expectation-level', EXPECTATION_LEVELS],
	['expectation-reason', EXPECTATION_REASONS],
	['finding.fault', FINDING_FAULTS],
	['finding-review.standing', REVIEW_STANDINGS],
	['import.error', PROBLEM_CODES],
	['interest', INTERESTS],
	['interest-choice.ORGANIZATION', INTEREST_CHOICES],
	['interest-choice.PERSON', INTEREST_CHOICES],
	['interest-scope', SCOPES],
	['indicator', IRM_INDICATORS],
	['irm-value', IRM_VALUES],
	['level', COMPLETION_LEVELS],
	['decision', DECISIONS],
	['decision.choice', DECISIONS],
	['thread.decision', DECISIONS],
	['log.fault', LOG_FAULTS],
	['log.verdict', CHECKPOINT_VERDICTS],
	['method', METHODS],
	['outcome', OUTCOMES],
	['plan-draft-state', PLAN_DRAFT_STATES],
	['plan-draft.notice', [...DRAFT_PROBLEMS, ...DRAFT_WARNINGS]],
	['plan-draft.screen', COMMITMENT_SCREENS],
	['plan-draft.value-hint', OGP_VALUES],
	['milestone-draft', MILESTONE_SCREENS],
	['plan-status', PLAN_STATUSES],
	['report-job.state', REPORT_JOB_STATES],
	['plan-preview.aim', PLAN_FILE_AIMS],
	['plan-preview.confirm', PLAN_FILE_AIMS],
	['plan-total', PLAN_TOTALS],
	['protocol-check', PROTOCOL_CHECKS],
	['recusal.replacement', REPLACEMENTS],
	['refusal', REFUSAL_REASONS],
	['removed', REMOVED_CODES],
	['requirement-reason', REQUIREMENT_REASONS],
	['role', ROLES],
	['schedule', SCHEDULES],
	['self-assessment.kind', ASSESSMENT_KINDS],
	['self-assessment.section', TEXT_SECTIONS],
	['self-assessment.stage', ASSESSMENT_STAGES],
	['self-assessment.state', SECTION_STATES],
	['stance', STANCES],
	['task.group', TASK_GROUPS],
	['task.missing', MISSING_ANSWERS],
	['task.state', TASK_STATES],
	['update-file.verdict', ROW_VERDICTS],
	['upload.refused', FILE_REFUSALS],
	['endorsement-kind', ENDORSEMENT_KINDS],
	['membership-status', MEMBERSHIP_STATUSES],
	['declaration-item', DECLARATION_ITEMS],
	['sector', SECTORS],
	['phase', PHASES],
	['meeting-state', MEETING_STATES],
	['meeting-access', MEETING_ACCESS],
	['closing-ground', CLOSING_GROUNDS],
	['outreach-channel', OUTREACH_CHANNELS],
	['info-class', INFO_CLASSES],
	['change-element', CHANGE_ELEMENTS],
	['actor-group', ACTOR_GROUPS],
	['input-channel', INPUT_CHANNELS],
	['answer-outcome', ANSWER_OUTCOMES],
	['contribution-kind', CONTRIBUTION_KINDS],
	['contribution-role', CONTRIBUTION_ROLES],
	['contribution-scope', CONTRIBUTION_SCOPES],
	['requirement', DOCUMENT_REQUIREMENTS],
	['register', REGISTERS],
	['source-note', SOURCE_NOTES],
	['process-part', Object.keys(PROCESS_PARTS)],
	['process-question', PROCESS_QUESTIONS],
	['process-answer', ['YES', 'NO']],
	['outside-jurisdiction', ['YES', 'NO', 'UNKNOWN']],
]
