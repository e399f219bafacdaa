import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { planHref, plansHref } from '#app/components/addresses.ts'
import { BaselineAndChanges } from '#app/components/amendment/baseline-and-changes.tsx'
import { StandingNote } from '#app/components/amendment/standing-note.tsx'
import { CiteThis } from '#app/components/citation/cite-this.tsx'
import { GapFigure } from '#app/components/charts/gap-figure.tsx'
import { PublishedAssessments } from '#app/components/assessment/published-list.tsx'
import { CodingTable } from '#app/components/commitment/coding-table.tsx'
import { CommitmentTitle } from '#app/components/commitment/commitment-title.tsx'
import { Promised } from '#app/components/commitment/promised.tsx'
import { SheetLinks } from '#app/components/commitment/sheet-links.tsx'
import { StatedLevelCard } from '#app/components/commitment/stated-level.tsx'
import { Timeline } from '#app/components/commitment/timeline.tsx'
import { CommitmentEmbed } from '#app/components/embed/commitment-embed.tsx'
import { oembedMeta } from '#app/components/embed/oembed-meta.ts'
import { JudgementTrio } from '#app/components/judgement/judgement-trio.tsx'
import { describedMeta } from '#app/components/layout/page-meta.ts'
import { Page } from '#app/components/layout/page.tsx'
import { MilestoneList } from '#app/components/milestone/milestone-list.tsx'
import { UnreadableActs } from '#app/components/record/unreadable-acts.tsx'
import { StoodBack } from '#app/components/verification/stood-back.tsx'
import { WholeVerifications } from '#app/components/verification/whole-verifications.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { listSourceNotes } from '#app/domain/source-note/queries.server.ts'
import { citationOfText } from '#app/http/citation.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

export const loader = guardedLoader('public', async (visit) => {
	const { ctx, params, locale } = visit
	const found = await findCommitment(ctx, idFrom(params.commitmentId))
	const { row, plan, amendments, unreadable, asOfOn, ledgerSize } = found
	const { leadInstitution: lead } = row.commitment
	const by = lead === null ? plan.member.name : { en: lead, id: lead }
	return {
		baseUrl: visit.load.config.baseUrl.replace(/\/+$/, ''),
		citation: await citationOfText(visit, 'COMMITMENT', { ...row.commitment, by }),
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

export const handle = { card: 'commitments' }

export const meta: MetaFunction<typeof loader> = ({ data, params, matches, location }) => [
	...describedMeta(params.lang, (say) => ({
		title: data?.title ?? say('commitment.one'),
		description: say('commitment.description-of', { title: data?.title ?? '', plan: data?.planTitle ?? '' }),
	})),
	...oembedMeta(matches, location.pathname),
]

export default function Commitment() {
	const { row, plan, amendments, unreadable, asOfOn, sourceNotes, title, planTitle, ...foot } =
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
			lastUpdated={foot.lastUpdated}
		>
			<CommitmentTitle commitment={commitment} text={title} />
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
			<CiteThis citation={foot.citation} />
			<CommitmentEmbed id={commitment.id} title={title} baseUrl={foot.baseUrl} />
		</Page>
	)
}
