import type { NextFunction, Request, RequestHandler, Response } from 'express'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Config } from '#app/config.server.ts'
import { addressBlock, addressOf } from './client-address.server.ts'
import { answerError } from './error-answer.server.ts'

/** How many answers that have to be worked out a block of addresses may ask for in a time. Source: our own. */
export const API_LIMIT = { answers: 300, inS: 60 } as const

const DAY_S = 86_400

/**
 * The door of the API: open to pages of every site, since nothing here belongs to whoever asks, and with a limit for
 * each block of addresses. Answers that are at hand never come this far and cost nothing of it.
 */
export function apiDoor({ trustedProxies }: Pick<Config, 'trustedProxies'>): RequestHandler {
	const limits = new RateLimiterMemory({
		keyPrefix: 'api',
		points: API_LIMIT.answers,
		duration: API_LIMIT.inS,
	})
	return (req, res, next) => {
		if (!req.url.startsWith('/api/')) return next()
		openToAll(res)
		if (req.method === 'OPTIONS') return maySend(res)
		limits
			.consume(addressBlock(addressOf(req, trustedProxies)))
			.then((used) => {
				say(res, used)
				next()
			})
			.catch((refused: unknown) => tooMany({ req, res, next }, refused))
	}
}

function openToAll(res: Response): void {
	res.setHeader('Access-Control-Allow-Origin', '*')
	res.setHeader('Access-Control-Expose-Headers', 'ETag, RateLimit-Limit, RateLimit-Remaining, Retry-After')
	res.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
}

/** What a browser asks before it sends a question with a header of its own. */
function maySend(res: Response): void {
	res.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, OPTIONS')
	res.setHeader('Access-Control-Allow-Headers', 'Accept, Accept-Language, If-None-Match')
	res.setHeader('Access-Control-Max-Age', String(DAY_S))
	res.status(204).end()
}

function say(res: Response, { remainingPoints, msBeforeNext }: RateLimiterRes): void {
	res.setHeader('RateLimit-Limit', String(API_LIMIT.answers))
	res.setHeader('RateLimit-Remaining', String(remainingPoints))
	res.setHeader('RateLimit-Reset', seconds(msBeforeNext))
}

type Asked = { readonly req: Request; readonly res: Response; readonly next: NextFunction }

function tooMany({ req, res, next }: Asked, refused: unknown): void {
	if (!(refused instanceof RateLimiterRes)) return next(refused)
	say(res, refused)
	answerError(req, res, 'too_many_requests')
}

function seconds(ms: number): string {
	return String(Math.max(1, Math.ceil(ms / 1_000)))
}
