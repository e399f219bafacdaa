import { logConsistencyHref, logHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { CheckpointVerdict } from '#app/ledger/held-checkpoint.ts'
import { CheckpointForm } from './checkpoint-form.tsx'
import { SignedNote } from './signed-note.tsx'

type Held = {
	readonly verdict: CheckpointVerdict
	readonly size: number | null
	/** The consistency proof in base64, one hash each. */
	readonly proof: readonly string[] | null
}

type LogConsistencyProps = {
	/** What was pasted. */
	given: string
	held: Held | null
	now: { readonly size: number; readonly text: string }
}

/** Holds a kept checkpoint against the log, and hands out the proof so that nobody has to believe this page. */
export function LogConsistency({ given, held, now }: LogConsistencyProps) {
	const { say, locale } = useWords()
	return (
		<Page breadcrumbs={[{ text: say('log.title'), href: logHref(locale) }]}>
			<PageTitle>{say('log.consistency.title')}</PageTitle>
			<p className="govuk-body-l">{say('log.consistency.lead')}</p>
			{held ? <Verdict held={held} now={now} /> : null}
			<CheckpointForm action={logConsistencyHref(locale)} given={given} />
			<p className="govuk-body">{say('log.consistency.believe')}</p>
		</Page>
	)
}

function Verdict({ held, now }: { held: Held; now: LogConsistencyProps['now'] }) {
	const { say, format } = useWords()
	const text = say(`log.verdict.${held.verdict}`, {
		size: held.size === null ? '' : format.count(held.size),
		now: format.count(now.size),
	})
	return (
		<section>
			<h2 className="govuk-heading-m">{say('log.verdict')}</h2>
			{held.verdict === 'consistent' ? <InsetText>{text}</InsetText> : <WarningText>{text}</WarningText>}
			{held.proof ? (
				<Details summary={say('log.proof')}>
					<p className="govuk-body">{say('log.proof.lead')}</p>
					<SignedNote text={held.proof.join('\n')} label={say('log.proof.hashes')} />
					<SignedNote text={now.text} label={say('log.note')} />
				</Details>
			) : null}
		</section>
	)
}
