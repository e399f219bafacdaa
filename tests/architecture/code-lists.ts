import { ROLES } from '#app/access/policy.ts'
import { PLAN_STATUSES } from '#app/domain/action-plan/rules.ts'
import { COMPLETION_LEVELS } from '#app/domain/commitment/rules.ts'
import { DIVERGENCE_STATES, EVIDENCE_GAPS } from '#app/domain/divergence/rules.ts'
import {
	EXPECTATION_INPUTS,
	EXPECTATION_LEVELS,
	EXPECTATION_REASONS,
	EXPECTATIONS,
} from '#app/domain/expectation/view.ts'
import { EVIDENCE_KINDS, STANCES } from '#app/domain/evidence/rules.ts'
import { IRM_INDICATORS } from '#app/domain/irm-coding/rules.ts'
import { PLAN_TOTALS } from '#app/domain/irm-coding/view.ts'
import { SCHEDULES } from '#app/domain/milestone/rules.ts'
import { CHALLENGES, MISSING_ANSWERS, TASK_GROUPS, TASK_STATES } from '#app/domain/progress-update/rules.ts'
import { REFUSAL_REASONS } from '#app/domain/refusal.ts'
import { FILE_REFUSALS, REMOVED_CODES } from '#app/domain/upload/rules.ts'
import {
	CONFIDENCES,
	FINDING_FAULTS,
	INDEPENDENCES,
	METHODS,
	OUTCOMES,
} from '#app/domain/verification/rules.ts'
import { PROBLEM_CODES } from '#app/import/problem.ts'
import { CHECKPOINT_VERDICTS } from '#app/ledger/held-checkpoint.ts'
import { ACT_KINDS } from '#app/ledger/leaf.ts'
import { LOG_FAULTS } from '#app/ledger/public-log.server.ts'

/** Every closed list of codes that people read, with the family of messages that has its words. */
export const CODE_LISTS: readonly (readonly [family: string, codes: readonly string[]])[] = [
	['act', ACT_KINDS],
	['challenge', CHALLENGES],
	['confidence', CONFIDENCES],
	['divergence', DIVERGENCE_STATES],
	['evidence-gap', EVIDENCE_GAPS],
	['evidence-kind', EVIDENCE_KINDS],
	['independence', INDEPENDENCES],
	['expectation', EXPECTATIONS],
	['expectation-input', EXPECTATION_INPUTS],
	['expectation-level', EXPECTATION_LEVELS],
	['expectation-reason', EXPECTATION_REASONS],
	['finding.fault', FINDING_FAULTS],
	['import.error', PROBLEM_CODES],
	['indicator', IRM_INDICATORS],
	['level', COMPLETION_LEVELS],
	['log.fault', LOG_FAULTS],
	['log.verdict', CHECKPOINT_VERDICTS],
	['method', METHODS],
	['outcome', OUTCOMES],
	['plan-status', PLAN_STATUSES],
	['plan-total', PLAN_TOTALS],
	['refusal', REFUSAL_REASONS],
	['removed', REMOVED_CODES],
	['role', ROLES],
	['schedule', SCHEDULES],
	['stance', STANCES],
	['task.group', TASK_GROUPS],
	['task.missing', MISSING_ANSWERS],
	['task.state', TASK_STATES],
	['upload.refused', FILE_REFUSALS],
]
