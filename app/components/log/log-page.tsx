import {
	CHECKPOINT_ADDRESS,
	VERIFIER_ADDRESS,
	aboutHref,
	logConsistencyHref,
} from '#app/components/addresses.ts'
import { Prose } from '#app/components/about/prose.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { WarningText } from '#app/components/ui/warning-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { LogFault } from '#app/ledger/public-log.server.ts'
import { CheckpointForm } from './checkpoint-form.tsx'
import { SignedNote } from './signed-note.tsx'

type LogPageProps = {
	checkpoint: { readonly size: number; readonly root: string; readonly text: string }
	origin: string
	vkey: string
	/** Why the log signs no more. */
	fault: LogFault | null
}

/** The public log: how long it is, who signs it, and how anyone can hold it to what it said. */
export function LogPage({ checkpoint, origin, vkey, fault }: LogPageProps) {
	const { say, locale, format } = useWords()
	return (
		<Page>
			<PageTitle>{say('log.title')}</PageTitle>
			<p className="govuk-body-l">{say('log.lead')}</p>
			{fault === null ? null : <WarningText>{say(`log.fault.${fault}`)}</WarningText>}
			<h2 className="govuk-heading-m">{say('log.checkpoint')}</h2>
			<SummaryList
				rows={[
					{
						key: say('log.size'),
						value: say('log.size.value', { count: checkpoint.size, size: format.count(checkpoint.size) }),
					},
					{ key: say('log.root'), value: <code className="app-hash">{checkpoint.root}</code> },
					{ key: say('log.origin'), value: <code className="app-hash">{origin}</code> },
					{ key: say('log.key'), value: <code className="app-hash">{vkey}</code> },
				]}
			/>
			<SignedNote text={checkpoint.text} label={say('log.note')} />
			<WaysToCheck />
			<h2 className="govuk-heading-m">{say('log.consistency.title')}</h2>
			<p className="govuk-body">{say('log.consistency.lead')}</p>
			<CheckpointForm action={logConsistencyHref(locale)} given="" />
			<Prose stem="log.how" paragraphs={3} />
			<Prose stem="log.limits" paragraphs={2} />
		</Page>
	)
}

function WaysToCheck() {
	const { say, locale } = useWords()
	return (
		<ul className="govuk-list">
			<li>
				<a className="govuk-link" href={CHECKPOINT_ADDRESS}>
					{say('log.checkpoint.download')}
				</a>
			</li>
			<li>
				<a className="govuk-link" href={VERIFIER_ADDRESS}>
					{say('log.verifier')}
				</a>
			</li>
			<li>
				<a className="govuk-link" href={aboutHref(locale, 'api')}>
					{say('log.formats')}
				</a>
			</li>
		</ul>
	)
}
