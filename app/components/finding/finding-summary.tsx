import { LevelWord } from '#app/components/charts/level-mark.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import type { SummaryRow } from '#app/components/ui/summary-list.tsx'
import { ProtocolChecksList } from '#app/components/verification/protocol-checks.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import { findingHref } from '#app/components/workspace/addresses.ts'
import { DraftEvidence } from '#app/components/workspace/draft-evidence.tsx'
import { StoredText } from '#app/components/workspace/stored-text.tsx'
import { interestsIn } from '#app/domain/conflict/view.ts'
import type { FindingView } from '#app/domain/finding-draft/view.ts'
import { independenceFrom, lacksNeeds } from '#app/domain/verification/rules.ts'
import type { FindingStep } from '#app/domain/verification/rules.ts'
import { InterestList } from '#app/components/verification/interest-list.tsx'
import { earlierInWords } from './follow-up-field.tsx'

type FindingSummaryProps = { view: FindingView; canChange: boolean }

/** All answers of a finding; with a way to change each, for its author. */
export function FindingSummary({ view, canChange }: FindingSummaryProps) {
	const words = useWords()
	const { say, locale } = words
	const { draft } = view
	const row = (key: string, step: FindingStep, value: SummaryRow['value']): SummaryRow => ({
		key,
		value,
		action: canChange
			? { href: findingHref(locale, draft.id, step), text: say('workspace.change'), hidden: key }
			: undefined,
	})
	const code = (room: string, value: string | null) =>
		value === null ? say('workspace.not-given') : say(`${room}.${value}`)
	const level =
		draft.level === null && draft.outcome === 'CANNOT_VERIFY' ? say('finding.level.none') : undefined
	return (
		<SummaryList
			rows={[
				row(say('finding.level'), 'finding', <LevelWord level={draft.level} judge="verified" word={level} />),
				row(say('finding.check.outcome'), 'finding', code('outcome', draft.outcome)),
				row(say('finding.method'), 'reasons', code('method', draft.method)),
				...furtherRows(view, words).map(({ key, value }) => row(key, 'reasons', value)),
				row(say('finding.confidence'), 'reasons', code('confidence', draft.confidence)),
				row(say('finding.check.rationale'), 'reasons', <StoredText text={draft.rationale} />),
				row(say('task.check.evidence'), 'evidence', <DraftEvidence pieces={draft.evidence} />),
				{ key: say('finding.check.independence'), value: <Independence view={view} /> },
			]}
		/>
	)
}

/** Answers that only some findings have. */
function furtherRows(
	{ draft, earlier }: FindingView,
	words: Words,
): readonly { readonly key: string; readonly value: SummaryRow['value'] }[] {
	const { say, format } = words
	const { furtherMethods, protocolChecks, confidence, confidenceNeeds, followsUp } = draft
	const followed = earlier.find((found) => found.recordId === followsUp)
	const hasNeeds = confidenceNeeds.en !== null || confidenceNeeds.id !== null
	return [
		...(furtherMethods.length === 0
			? []
			: [
					{
						key: say('verification.further-methods'),
						value: format.list(furtherMethods.map((method) => say(`method.${method}`))),
					},
				]),
		...(protocolChecks.length === 0
			? []
			: [{ key: say('verification.checks'), value: <ProtocolChecksList checks={protocolChecks} /> }]),
		...(hasNeeds || lacksNeeds(confidence, confidenceNeeds)
			? [{ key: say('verification.confidence-needs'), value: <StoredText text={confidenceNeeds} /> }]
			: []),
		...(followed ? [{ key: say('verification.follows-up'), value: earlierInWords(followed, words) }] : []),
	]
}

/** What comes out of the declarations and of what the record shows: nobody chooses it. */
function Independence({ view: { conflict } }: { view: FindingView }) {
	const { say } = useWords()
	const declared = interestsIn(conflict)
	if (declared === null) return <>{say('workspace.not-given')}</>
	return (
		<>
			{say(`independence.${independenceFrom({ hasInterest: declared.interests.length > 0 })}`)}
			<InterestList interests={declared.interests} />
		</>
	)
}
