import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'

/** How the organization that sent a file proves what it sent: the seal, its salt, and how the two fit the file. */
export function OriginalProof({ seal, salt }: { seal: string; salt: string }) {
	const { say } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-m">{say('evidence.original.title')}</h2>
			<p className="govuk-body">{say('evidence.original.how')}</p>
			<SummaryList
				rows={[
					{ key: say('evidence.original'), value: <code className="app-hash">{seal}</code> },
					{ key: say('evidence.original.salt'), value: <code className="app-hash">{salt}</code> },
				]}
			/>
			<p className="govuk-body">{say('evidence.original.check')}</p>
			<pre className="app-quote">
				<code>{`(printf '%s' ${salt} | xxd -r -p; cat FILE) | sha256sum`}</code>
			</pre>
			<p className="govuk-body">{say('evidence.original.careful')}</p>
		</section>
	)
}
