import { findCommitment } from '#app/domain/commitment/queries.server.ts'
import { cardAnswer, cardFrom } from '#app/http/card-answer.server.ts'
import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'
import { commitmentCard } from '#reports/card/model.ts'

/** The picture of a commitment for where its address is shared: `<commitmentId>.<language>.png`. */
export const loader = guardedLoader('public', async ({ ctx, params }) => {
	const { name, locale } = cardFrom(params.file)
	return cardAnswer(commitmentCard(await findCommitment(ctx, idFrom(name))), locale)
})
