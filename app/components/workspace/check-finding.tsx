import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { independenceFrom, stepOf } from '#app/domain/verification/rules.ts'
import type { FindingStep } from '#app/domain/verification/rules.ts'
import type { FindingView } from '#app/domain/verification/view.ts'
import { findingHref } from './addresses.ts'
import { DraftEvidence } from './draft-evidence.tsx'
import { FindingFrame } from './finding-frame.tsx'
import { MissingList } from './missing-list.tsx'
import { QuestionForm } from './question-form.tsx'
import { errorsOf } from './rejection.ts'
import type { Rejected } from './rejection.ts'
import { StoredText } from './stored-text.tsx'
import type { Signed } from './workspace-page.tsx'

type CheckProps = { view: FindingView; person: Signed; rejected?: Rejected }

/** A whole finding before its author publishes it. */
export function CheckFinding({ view, person, rejected }: CheckProps) {
	const { say, locale } = useWords()
	const { draft } = view
	const faults = view.faults.map((fault) => ({
		href: findingHref(locale, draft.id, stepOf(fault)),
		text: say(`finding.fault.${fault}`),
	}))
	return (
		<FindingFrame
			view={view}
			person={person}
			title={say('finding.check.title')}
			errors={errorsOf(rejected, [], say)}
			refusal={rejected?.reason}
		>
			{view.newerClaim === null ? <MissingList items={faults} /> : null}
			<FindingSummary view={view} />
			<p className="govuk-body">{say('finding.check.lead')}</p>
			{faults.length > 0 || view.newerClaim !== null ? null : (
				<QuestionForm
					action={findingHref(locale, draft.id, 'publish')}
					version={draft.version}
					button={say('finding.check.publish')}
				/>
			)}
		</FindingFrame>
	)
}

function FindingSummary({ view }: { view: FindingView }) {
	const { say, locale } = useWords()
	const { draft, declaration } = view
	const row = (key: string, step: FindingStep, value: SummaryRow['value']): SummaryRow => ({
		key,
		value,
		action: { href: findingHref(locale, draft.id, step), text: say('workspace.change'), hidden: key },
	})
	const code = (room: string, value: string | null) =>
		value === null ? say('workspace.not-given') : say(`${room}.${value}`)
	const level =
		draft.level === null && draft.outcome === 'CANNOT_VERIFY' ? say('finding.level.none') : undefined
	const independence = declaration
		? say(`independence.${independenceFrom(declaration)}`)
		: say('workspace.not-given')
	return (
		<SummaryList
			rows={[
				row(say('finding.level'), 'finding', <LevelWord level={draft.level} judge="verified" word={level} />),
				row(say('finding.check.outcome'), 'finding', code('outcome', draft.outcome)),
				row(say('finding.method'), 'reasons', code('method', draft.method)),
				row(say('finding.confidence'), 'reasons', code('confidence', draft.confidence)),
				row(say('finding.check.rationale'), 'reasons', <StoredText text={draft.rationale} />),
				row(say('task.check.evidence'), 'evidence', <DraftEvidence pieces={draft.evidence} />),
				{ key: say('finding.check.independence'), value: independence },
			]}
		/>
	)
}
