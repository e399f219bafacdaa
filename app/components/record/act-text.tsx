import { compiledReportPageHref } from '#app/components/addresses.ts'
import { amendmentHref } from '#app/components/amendment/addresses.ts'
import { accountSentence } from '#app/components/cso/account-sentence.ts'
import { organizationHref } from '#app/components/cso/addresses.ts'
import { signatureRows } from '#app/components/key/signature-list.tsx'
import { reopeningRows, stageRows } from '#app/components/plan-draft/act-rows.tsx'
import { ClaimCard } from '#app/components/progress-update/claim-card.tsx'
import { assessmentHref } from '#app/components/self-assessment/addresses.ts'
import { hidingRows, observationRows } from '#app/components/observation/record-rows.tsx'
import { memberActRows } from './member-act-rows.tsx'
import { decisionRows, replyRows } from '#app/components/reply/record-rows.tsx'
import { PublishedCall } from '#app/components/application/published-call.tsx'
import { PublishedRules } from '#app/components/rule/published-rules.tsx'
import { ProvenanceNote } from '#app/components/provenance-note.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { recusalRows } from '#app/components/verification/recusal-rows.tsx'
import { VerificationCard } from '#app/components/verification/verification-card.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { ACCOUNT_EVENTS } from '#app/domain/cso-account/rules.ts'
import type { ActInPlan } from '#app/domain/plan-record/queries.server.ts'
import type { ActContent } from '#app/domain/record/schema.ts'
import type { Say } from '#app/i18n/translate.ts'

type ActTextProps = {
	/** Null where nothing is left that could be shown. */
	content: ActContent | null
	/** Null where the surroundings of the act cannot be read. */
	act: Pick<ActInPlan, 'claim' | 'verification'> | null
}

/** What an act says, whatever its kind. */
export function ActText({ content, act }: ActTextProps) {
	const words = useWords()
	if (content === null) return null
	if (content.kind === 'rule-set.published') return <PublishedRules content={content} />
	if (content.kind === 'application-call.published') return <PublishedCall content={content} />
	if (act?.claim) return <ClaimCard claim={act.claim} headingLevel={2} />
	if (act?.verification)
		return <VerificationCard verification={act.verification} headingLevel={2} signaturesBeside />
	const rows = rowsOf(content, words)
	return (
		<>
			{rows.length > 0 ? <SummaryList rows={rows} /> : null}
			{'source' in content && content.source ? (
				<ProvenanceNote
					source={content.source}
					sourceUrl={content.sourceUrl ?? null}
					publishedOn={null}
					importedBy={null}
				/>
			) : null}
		</>
	)
}

/** A figure for a whole plan is named by what it counts. */
function indicatorName({ indicator, value }: { indicator: string; value: string | null }, say: Say): string {
	if (indicator !== 'PLAN_TOTAL' || value === null) return say(`indicator.${indicator}`)
	return say(`plan-total.${value}`)
}

function rowsOf(content: ActContent, words: Words): SummaryRow[] {
	const { say } = words
	const missing = say('missing.text')
	if ('said' in content) return memberActRows(content, words)
	if (content.kind === 'irm-coding.published') {
		return [
			{ key: say('coding.indicator'), value: indicatorName(content, say) },
			{ key: say('coding.value'), value: content.valueAsPublished },
			{ key: say('coding.product'), value: content.product },
			{ key: say('coding.year'), value: content.year === null ? missing : String(content.year) },
		]
	}
	if (content.kind === 'commitment-level.published') {
		const suggested = content.suggestedLevel ?? 'NOT_ASSESSED'
		const sentence = { en: content.sentenceEn, id: content.sentenceId }
		return [
			{ key: say('commitment-level.level'), value: say(`level.${content.claimedLevel}`) },
			{ key: say('commitment-level.from-milestones'), value: say(`level.${suggested}`) },
			{ key: say('commitment-level.sentence'), value: <TextIn text={sentence} /> },
		]
	}
	if (content.kind === 'report.published') return reportRows(content, words)
	if (content.kind === 'self-assessment.published') return assessmentRows(content, words)
	if (content.kind === 'cso-account.changed') return accountRows(content, words)
	if (content.kind === 'signature.published') return signatureRows(content, words)
	if (content.kind === 'recusal.published') return recusalRows(content, words)
	if (content.kind === 'observation.published') return observationRows(content, words)
	if (content.kind === 'observation.hidden') return hidingRows(content, words)
	if (content.kind === 'reply.published') return replyRows(content, words)
	if (content.kind === 'verifier-decision.published') return decisionRows(content, words)
	if (content.kind === 'amendment.published') return amendmentRows(content, words)
	if (content.kind === 'plan-stage.published') return stageRows(content, words)
	if (content.kind === 'checkpoint.reopened') return reopeningRows(content, words)
	return 'titleEn' in content ? textRows(content, words) : []
}

/** A report: what it was made from, and with which template. */
function reportRows(
	content: Extract<ActContent, { kind: 'report.published' }>,
	{ say, format, locale }: Words,
): SummaryRow[] {
	return [
		{
			key: say('report.page.read'),
			value: (
				<a className="govuk-link" href={compiledReportPageHref(locale, content.recordId)}>
					{say('report.page.link')}
				</a>
			),
		},
		{ key: say('report.as-of'), value: format.day(content.asOfOn) },
		{ key: say('report.template'), value: content.templateVersion },
		{ key: say('report.snapshot'), value: <code className="app-hash">{content.snapshotHash}</code> },
	]
}

/** A change in who acts for an organization; all of them stand on its page. */
function accountRows(
	content: Extract<ActContent, { kind: 'cso-account.changed' }>,
	{ say, locale }: Words,
): SummaryRow[] {
	return [
		{ key: say('account-change.what'), value: accountSentence(content, say) },
		...(ACCOUNT_EVENTS.some((code) => code === content.event)
			? [{ key: say('account-change.meaning'), value: say(`account-event.meaning.${content.event}`) }]
			: []),
		{
			key: say('account-change.organization'),
			value: (
				<a className="govuk-link" href={organizationHref(locale, content.organizationId)}>
					{say('cso.public-page')}
				</a>
			),
		},
	]
}

/** A self-assessment in short; all that it says is on its own page. */
function assessmentRows(
	content: Extract<ActContent, { kind: 'self-assessment.published' }>,
	{ say, format, locale }: Words,
): SummaryRow[] {
	const { recordId, version, assessmentKind, stage, commentOpensOn, commentClosesOn, modelHash } = content
	return [
		{ key: say('self-assessment.record.kind'), value: say(`self-assessment.kind.${assessmentKind}`) },
		{ key: say('self-assessment.record.stage'), value: say(`self-assessment.stage.${stage}`) },
		{
			key: say('self-assessment.record.window'),
			value: say('period.both', { from: format.day(commentOpensOn), until: format.day(commentClosesOn) }),
		},
		{ key: say('self-assessment.hash'), value: <code className="app-hash">{modelHash}</code> },
		{
			key: say('self-assessment.record.page'),
			value: (
				<a className="govuk-link" href={assessmentHref(locale, recordId, version)}>
					{say('act.self-assessment.published')}
				</a>
			),
		},
	]
}

/** An amendment in short; old and new texts are on its own page. */
function amendmentRows(
	content: Extract<ActContent, { kind: 'amendment.published' }>,
	{ say, format, locale }: Words,
): SummaryRow[] {
	const { recordId, changes } = content
	return [
		{ key: say('amendment.reason'), value: <TextIn text={{ en: content.reasonEn, id: content.reasonId }} /> },
		{ key: say('amendment.proposedBy'), value: content.proposedBy },
		{ key: say('amendment.agreedBy'), value: content.agreedBy },
		{ key: say('amendment.effectiveOn'), value: format.day(content.effectiveOn) },
		{
			key: say('amendment.changes'),
			value: (
				<a className="govuk-link" href={amendmentHref(locale, recordId)}>
					{say('amendment.count', { count: changes.length, number: format.count(changes.length) })}
				</a>
			),
		},
	]
}

type TextContent = Extract<ActContent, { titleEn: string | null }>

function textRows(content: TextContent, { say, format }: Words): SummaryRow[] {
	const dayOr = (day: string | null) => (day === null ? say('missing.text') : format.day(day))
	const rows: SummaryRow[] = [
		{ key: say('record.title-row'), value: <TextIn text={{ en: content.titleEn, id: content.titleId }} /> },
		{ key: say('period.start'), value: dayOr(content.startsOn) },
		{ key: say('period.end'), value: dayOr(content.endsOn) },
	]
	if ('descriptionEn' in content) {
		const description = { en: content.descriptionEn, id: content.descriptionId }
		rows.push(
			{ key: say('commitment.description'), value: <TextIn text={description} /> },
			{ key: say('commitment.lead'), value: content.leadInstitution ?? say('missing.text') },
		)
	}
	if ('deliverableEn' in content) {
		const deliverable = { en: content.deliverableEn, id: content.deliverableId }
		rows.push({ key: say('milestone.deliverable'), value: <TextIn text={deliverable} /> })
	}
	return rows
}
