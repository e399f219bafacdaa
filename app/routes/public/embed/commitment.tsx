import { useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { commitmentHref } from '#app/components/addresses.ts'
import { EmbedFrame } from '#app/components/embed/embed-frame.tsx'
import { embedMeta } from '#app/components/embed/embed-meta.ts'
import { DivergenceText } from '#app/components/judgement/divergence-text.tsx'
import { JudgementTrio } from '#app/components/judgement/judgement-trio.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** Any site may show it in a frame. */
export const handle = { framed: true }

export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const { row, plan, asOfOn, ledgerSize } = await findCommitment(ctx, idFrom(params.commitmentId))
	const { id, title } = row.commitment
	return {
		...{ id, title, judgements: row.judgements, asOfOn, ledgerSize },
		...{ planTitle: plan.title, isDemonstration: plan.member.isDemonstration },
	}
})

export const meta: MetaFunction<typeof loader> = ({ params }) =>
	embedMeta(params.lang, (say) => say('embed.commitment.title'))

export default function EmbeddedCommitment() {
	const { id, title, judgements, asOfOn, ledgerSize, planTitle, isDemonstration } =
		useLoaderData<typeof loader>()
	const { locale } = useWords()
	return (
		<EmbedFrame
			about={<TextIn text={planTitle} />}
			message={textIn(title, locale)?.text ?? id}
			isDemonstration={isDemonstration}
			href={commitmentHref(locale, id)}
			state={{ on: asOfOn, size: ledgerSize }}
		>
			<JudgementTrio judgements={judgements} />
			<DivergenceText judgements={judgements} />
		</EmbedFrame>
	)
}
