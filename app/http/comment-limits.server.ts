import { RateLimiterMemory } from 'rate-limiter-flexible'
import { Refusal } from '#app/domain/refusal.ts'
import { addressBlock } from './client-address.server.ts'

export type CommentLimits = {
	/** Takes note of one more text from this address. Refuses with the reason of these limits. */
	readonly take: (address: string) => Promise<void>
	/** Takes note of one more, and says whether it was within the limits. */
	readonly isLeft: (address: string) => Promise<boolean>
}

const HOUR_S = 60 * 60
/** An office or a village hall shares one address. Source: our own. */
const COMMENTS_PER_BLOCK = 20

/**
 * A limit on what comes without an account, by block of addresses, kept in memory: there are no accounts to limit by.
 * Refuses with `too_many_comments`, or the reason that is given.
 */
export function openCommentLimits(
	points = COMMENTS_PER_BLOCK,
	reason: 'too_many_comments' | 'too_many_observations' | 'too_many_contributions' = 'too_many_comments',
): CommentLimits {
	const limits = new RateLimiterMemory({ keyPrefix: 'comment', points, duration: HOUR_S })
	const isLeft = async (address: string) => {
		try {
			await limits.consume(addressBlock(address))
			return true
		} catch (refused) {
			if (refused instanceof Error) throw refused
			return false
		}
	}
	return {
		isLeft,
		take: async (address) => {
			if (!(await isLeft(address))) throw new Refusal(reason)
		},
	}
}

/** The limits of this process. */
export const commentLimits = openCommentLimits()
export const observationLimits = openCommentLimits(COMMENTS_PER_BLOCK, 'too_many_observations')
/** Pictures that come before an observation is sent. */
export const photoLimits = openCommentLimits(COMMENTS_PER_BLOCK, 'too_many_observations')
export const contributionLimits = openCommentLimits(COMMENTS_PER_BLOCK, 'too_many_contributions')
