import { prismaAdapter } from '@better-auth/prisma-adapter'
import { betterAuth } from 'better-auth/minimal'
import { magicLink } from 'better-auth/plugins/magic-link'
import type { PrismaClient } from '#prisma/generated/client.ts'
import { SESSION_HOURS } from './session-limits.ts'
import { sessionSeal } from './session-seal.ts'
import { STAMPS } from './stamps.ts'

export type AuthWorld = {
	readonly db: PrismaClient
	readonly baseUrl: string
	readonly secret: string
}

/**
 * The library behind the session door. It is called from here only: none of its own addresses is served, so its
 * limiter, sign-up, password and profile endpoints do not exist for the outside. Tokens lie hashed in the database,
 * nobody can sign up, no session is read from a cookie, and neither addresses nor browsers of people are stored.
 */
export function betterAuthOf({ db, baseUrl, secret }: AuthWorld, linkMinutes: number) {
	return betterAuth({
		appName: 'Renaksi',
		baseURL: baseUrl,
		secret,
		database: prismaAdapter(db, { provider: 'postgresql' }),
		...TABLES,
		emailAndPassword: {
			enabled: false,
			disableSignUp: true,
			minPasswordLength: 15,
			revokeSessionsOnPasswordReset: true,
		},
		rateLimit: { enabled: false },
		telemetry: { enabled: false },
		logger: { disabled: true },
		databaseHooks: {
			session: {
				create: {
					// In the column for the browser's name, which is not stored: who the session was made for, sealed.
					before: (session) => {
						const seal = sessionSeal(secret, { token: session.token, personId: session.userId })
						return Promise.resolve({ data: { ...session, userAgent: seal } })
					},
				},
			},
		},
		advanced: cookiesAndAddresses(baseUrl.startsWith('https:')),
		plugins: [
			magicLink({
				expiresIn: linkMinutes * 60,
				disableSignUp: true,
				storeToken: 'hashed',
				sendMagicLink: ({ token, metadata }) => {
					const made: unknown = metadata?.made
					if (Array.isArray(made)) made.push(token)
				},
			}),
		],
	})
}

const TABLES = {
	user: { modelName: 'authUser' },
	account: { modelName: 'authAccount' },
	verification: { modelName: 'authToken' },
	session: {
		modelName: 'authSession',
		expiresIn: SESSION_HOURS * 60 * 60,
		disableSessionRefresh: true,
		cookieCache: { enabled: false },
	},
} as const

/** `__Host-`: the browser takes the cookie from this host only, and only over https. */
function cookiesAndAddresses(isSecure: boolean) {
	return {
		useSecureCookies: false,
		cookiePrefix: isSecure ? '__Host-ogp' : 'ogp',
		defaultCookieAttributes: { secure: isSecure, httpOnly: true, sameSite: 'lax' as const, path: '/' },
		ipAddress: { ipAddressHeaders: [STAMPS.clientAddress], disableIpTracking: true },
	}
}
