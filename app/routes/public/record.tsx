import { json } from '@remix-run/node'
import type { HeadersFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { commitmentHref, planHref, plansHref } from '#app/components/addresses.ts'
import { TextAsVerified } from '#app/components/amendment/text-as-verified.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { ActText } from '#app/components/record/act-text.tsx'
import { HiddenNote } from '#app/components/observation/hidden-note.tsx'
import { LedgerFacts } from '#app/components/record/ledger-facts.tsx'
import { RecordStanding } from '#app/components/record/record-standing.tsx'
import { Thread } from '#app/components/reply/thread.tsx'
import { useWords } from '#app/components/words.tsx'
import { findPlanRecord } from '#app/domain/action-plan/queries.server.ts'
import { textIn } from '#app/domain/bilingual.ts'
import { dayIn } from '#app/domain/calendar.ts'
import { findingsOf } from '#app/domain/finding-thread/view.ts'
import { examineRecord } from '#app/domain/integrity/queries.server.ts'
import { findActInPlan } from '#app/domain/plan-record/queries.server.ts'
import type { ShownRecord } from '#app/domain/record/view.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import type { Visit } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'
import { newestCheckpoint } from '#app/http/log-answer.server.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, url, load } = visit
	const { size } = await newestCheckpoint(visit)
	const known = load.integrity.findings()
	const world = { ...ctx, log: load.publicLog, files: load.files, known }
	const examined = await examineRecord(world, idFrom(params.recordId), versionFrom(url))
	const { record, findings } = examined
	load.integrity.note(record.recordId, findings)
	const shown = {
		...examined,
		...(await surroundingsOf(visit, record)),
		address: `${load.config.baseUrl}${url.pathname}`,
		lastUpdated: record.day === null ? null : { on: record.day, ledgerSize: size },
	}
	return json(shown, record.content === null && record.isWithdrawn ? { status: 410 } : {})
})

/** Whether a record still is what was published is found out anew for every reader. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => (data ? say(`act.${data.record.kind}`) : say('record.title')))

export default function Record() {
	const {
		record,
		standing,
		findings,
		hiding,
		act,
		plan,
		milestone,
		commitment,
		thread,
		address,
		lastUpdated,
	} = useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	const way = [
		...(plan ? [{ text: plan.title, href: planHref(locale, plan.id) }] : []),
		...(commitment ? [{ text: commitment.title, href: commitmentHref(locale, commitment.id) }] : []),
	]
	return (
		<Page
			member={plan?.member}
			breadcrumbs={[{ text: say('plans.title'), href: plansHref(locale) }, ...way]}
			lastUpdated={lastUpdated ?? undefined}
		>
			<PageTitle caption={say('record.caption', { version: record.version })}>
				{say(`act.${record.kind}`)}
			</PageTitle>
			<RecordStanding version={record.version} standing={standing} findings={findings} />
			{hiding ? <HiddenNote hiding={hiding} /> : null}
			{milestone && act.verification ? (
				<TextAsVerified milestone={milestone} verification={act.verification} />
			) : null}
			<ActText content={record.content} act={act} />
			{thread ? <Thread {...thread} headingLevel={2} /> : null}
			<LedgerFacts record={record} standing={standing} by={act?.organizationName ?? null} address={address} />
		</Page>
	)
}

/** The plan and the words around a record. Where something around it cannot be read, the record is shown without. */
async function surroundingsOf({ ctx, load, locale }: Visit, { recordId, version, content }: ShownRecord) {
	const nothing = { act: null, plan: null, commitment: null, milestone: null, thread: null }
	if (!content) return nothing
	try {
		const act = await findActInPlan(ctx, { entry: { recordId, version }, content })
		const { plan, commitments } = await findPlanRecord(ctx, act.planId)
		const inPlan = findingsOf({ commitments }).find(({ finding }) => finding.recordId === recordId)
		const commitment = commitments.find(({ id }) => id === act.commitmentId)
		const milestone = commitment?.milestones.find(({ id }) => id === act.verification?.milestoneId)
		return {
			act,
			milestone: milestone ?? null,
			thread: inPlan ? { finding: inPlan.finding, today: dayIn(plan.member.timeZone, ctx.now) } : null,
			plan: { id: plan.id, member: plan.member, title: textIn(plan.title, locale)?.text ?? plan.id },
			commitment: commitment && {
				id: commitment.id,
				title: textIn(commitment.title, locale)?.text ?? commitment.id,
			},
		}
	} catch (error) {
		load.log.warn({ event: 'record.without-surroundings', requestId: ctx.requestId, recordId, err: error })
		return nothing
	}
}
