import { json } from '@remix-run/node'
import type { HeadersFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { commitmentHref, planHref, plansHref } from '#app/components/addresses.ts'
import { CiteThis } from '#app/components/citation/cite-this.tsx'
import { TextAsVerified } from '#app/components/amendment/text-as-verified.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { ActText } from '#app/components/record/act-text.tsx'
import { inputHref } from '#app/components/consultation/addresses.ts'
import { HiddenContribution } from '#app/components/consultation/hidden-contribution.tsx'
import { HiddenNote } from '#app/components/observation/hidden-note.tsx'
import { LedgerFacts } from '#app/components/record/ledger-facts.tsx'
import { SignaturesOfRecord } from '#app/components/key/signature-list.tsx'
import { RecordStanding } from '#app/components/record/record-standing.tsx'
import { Thread } from '#app/components/reply/thread.tsx'
import { useWords } from '#app/components/words.tsx'
import { examineRecord } from '#app/domain/integrity/queries.server.ts'
import type { ExaminedRecord } from '#app/domain/integrity/queries.server.ts'
import { signaturesUnder } from '#app/domain/signature/queries.server.ts'
import { citationOf } from '#app/http/citation.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'
import { newestCheckpoint } from '#app/http/log-answer.server.ts'
import { surroundingsOf } from '#app/http/record-surroundings.server.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, url, load } = visit
	const { size } = await newestCheckpoint(visit)
	const known = load.integrity.findings()
	const world = { ...ctx, log: load.publicLog, files: load.files, known }
	const examined = await examineRecord(world, idFrom(params.recordId), versionFrom(url))
	const { record, findings } = examined
	load.integrity.note(record.recordId, findings)
	const cited = { id: record.recordId, version: record.version, on: record.day, title: '', by: null }
	const shown = {
		...examined,
		...(await surroundingsOf(visit, record, examined.hiding)),
		signatures: await signaturesUnder(ctx.db, record),
		address: `${load.config.baseUrl}${url.pathname}`,
		citation: await citationOf(visit, { of: 'RECORD', ...cited }),
		lastUpdated: record.day === null ? null : { on: examined.hiding?.on ?? record.day, ledgerSize: size },
	}
	return json(shown, record.content === null && record.isWithdrawn ? { status: 410 } : {})
})

/** Whether a record still is what was published is found out anew for every reader. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => (data ? say(`act.${data.record.kind}`) : say('record.title')))

export default function Record() {
	const { record, standing, findings, hiding, ...around } = useLoaderData<typeof loader>()
	const { act, plan, milestone, commitment, thread, ofMember, by, signatures, ...foot } = around
	const { say, locale } = useWords()
	const way = [
		...(plan ? [{ text: plan.title, href: planHref(locale, plan.id) }] : []),
		...(commitment ? [{ text: commitment.title, href: commitmentHref(locale, commitment.id) }] : []),
	]
	return (
		<Page
			member={plan?.member ?? ofMember?.member}
			breadcrumbs={[{ text: say('plans.title'), href: plansHref(locale) }, ...way]}
			lastUpdated={foot.lastUpdated ?? undefined}
		>
			<PageTitle caption={say('record.caption', { version: record.version })}>
				{say(`act.${record.kind}`)}
			</PageTitle>
			{hiding && findings.length === 0 ? null : (
				<RecordStanding version={record.version} standing={standing} findings={findings} />
			)}
			<Hidden hiding={hiding} />
			{milestone && act.verification ? (
				<TextAsVerified milestone={milestone} verification={act.verification} />
			) : null}
			<ActText content={record.content} act={act} />
			{record.kind === 'consultation.published' ? <OwnPage recordId={record.recordId} /> : null}
			{thread ? <Thread {...thread} headingLevel={2} /> : null}
			{signatures ? <SignaturesOfRecord signatures={signatures} record={record} /> : null}
			<LedgerFacts
				record={record}
				standing={standing}
				by={act?.organizationName ?? ofMember?.by ?? by}
				address={foot.address}
			/>
			<CiteThis citation={{ ...foot.citation, title: say(`act.${record.kind}`) }} />
		</Page>
	)
}

function Hidden({ hiding }: Pick<ExaminedRecord, 'hiding'>) {
	if (hiding === null) return null
	return 'contributionId' in hiding ? <HiddenContribution hiding={hiding} /> : <HiddenNote hiding={hiding} />
}

/** A consultation has a page of its own, with what it brought. */
function OwnPage({ recordId }: { recordId: string }) {
	const { say, locale } = useWords()
	return (
		<p className="govuk-body">
			<a className="govuk-link" href={inputHref(locale, recordId)}>
				{say('input.public-page')}
			</a>
		</p>
	)
}
