import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { planHref, plansHref } from '#app/components/addresses.ts'
import { BaselineAndChanges } from '#app/components/amendment/baseline-and-changes.tsx'
import { StandingNote } from '#app/components/amendment/standing-note.tsx'
import { GapFigure } from '#app/components/charts/gap-figure.tsx'
import { PublishedAssessments } from '#app/components/assessment/published-list.tsx'
import { CodingTable } from '#app/components/commitment/coding-table.tsx'
import { Promised } from '#app/components/commitment/promised.tsx'
import { SheetLinks } from '#app/components/commitment/sheet-links.tsx'
import { StatedLevelCard } from '#app/components/commitment/stated-level.tsx'
import { Timeline } from '#app/components/commitment/timeline.tsx'
import { JudgementTrio } from '#app/components/judgement/judgement-trio.tsx'
import { pageMeta } from '#app/components/layout/page-meta.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { Page } from '#app/components/layout/page.tsx'
import { MilestoneList } from '#app/components/milestone/milestone-list.tsx'
import { UnreadableActs } from '#app/components/record/unreadable-acts.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { StoodBack } from '#app/components/verification/stood-back.tsx'
import { WholeVerifications } from '#app/components/verification/whole-verifications.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import type { CommitmentRecord } from '#app/domain/action-plan/view.ts'
import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { listSourceNotes } from '#app/domain/source-note/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async ({ ctx, params, locale }) => {
	const found = await findCommitment(ctx, idFrom(params.commitmentId))
	const { row, plan, amendments, unreadable, asOfOn, ledgerSize } = found
	return {
		row,
		plan,
		amendments,
		unreadable,
		asOfOn,
		sourceNotes: await listSourceNotes(ctx, row.commitment.id),
		title: textIn(row.commitment.title, locale)?.text ?? row.commitment.id,
		planTitle: textIn(plan.title, locale)?.text ?? plan.id,
		lastUpdated: { on: row.lastActOn, ledgerSize },
	}
})

export const meta: MetaFunction<typeof loader> = ({ data, params }) =>
	pageMeta(params.lang, (say) => data?.title ?? say('commitment.one'))

export default function Commitment() {
	const { row, plan, amendments, unreadable, asOfOn, sourceNotes, title, planTitle, lastUpdated } =
		useLoaderData<typeof loader>()
	const { say, locale } = useWords()
	const { commitment, judgements } = row
	return (
		<Page
			member={plan.member}
			breadcrumbs={[
				{ text: say('plans.title'), href: plansHref(locale) },
				{ text: planTitle, href: planHref(locale, plan.id) },
			]}
			lastUpdated={lastUpdated}
		>
			<Title commitment={commitment} text={title} />
			<UnreadableActs acts={unreadable} commitments={[commitment]} />
			<StandingNote record={commitment} />
			<SheetLinks commitmentId={commitment.id} />
			<JudgementTrio judgements={judgements} />
			<GapFigure id="gap" judgements={judgements} />
			<StatedLevelCard commitment={commitment} />
			<h2 className="govuk-heading-l">{say('commitment.milestones')}</h2>
			<MilestoneList commitment={commitment} today={asOfOn} />
			<WholeVerifications verifications={commitment.verifications} today={asOfOn} />
			<StoodBack recusals={commitment.recusals} />
			<PublishedAssessments of="commitment" by={plan.member} assessments={commitment.assessments} />
			<CodingTable codings={commitment.codings} />
			<Promised commitment={commitment} sourceNotes={sourceNotes} />
			<BaselineAndChanges commitment={commitment} amendments={amendments} today={asOfOn} />
			<h2 className="govuk-heading-l">{say('commitment.timeline')}</h2>
			<Timeline commitment={commitment} />
		</Page>
	)
}

function Title({ commitment, text }: { commitment: CommitmentRecord; text: string }) {
	const { say } = useWords()
	return (
		<PageTitle
			caption={
				commitment.number === null
					? say('commitment.one')
					: say('commitment.numbered', { number: commitment.number })
			}
			text={text}
		>
			<TextIn text={commitment.title} missing={say('commitment.untitled')} />
		</PageTitle>
	)
}
