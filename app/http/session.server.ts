import { z } from 'zod'
import type { Actor } from '#app/access/policy.ts'
import { isAddressSealed } from '#app/domain/cso-account/queries.server.ts'
import type { StepKeeper } from '#app/domain/second-step/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { Log } from '#app/log.server.ts'
import type { Letter, Mail } from '#app/mail.server.ts'
import type { PrismaClient } from '#prisma/generated/client.ts'
import { betterAuthOf } from './better-auth.server.ts'
import { actorOf } from './held-appointments.server.ts'
import { STAMPS } from './stamps.ts'
import { NOBODY, cookieOnly, localeOf, sessionOf } from './session-of.server.ts'
import type { Auth, Session } from './session-of.server.ts'
import { isSealedFor, partsOf, sealedLinks, sealedToken } from './session-seal.ts'
import { stepKeeper } from './step-keeper.server.ts'
import { openSignInLimits } from './sign-in-limits.server.ts'
import type { SignInLimits } from './sign-in-limits.server.ts'

/** The one door to accounts: cookies in, people and their appointments out. */
export type Accounts = {
	readonly nobody: Session
	/** Who sends this request. Appointments are read anew each time, so a role that ended is gone at the next request. */
	readonly sessionOf: (request: Request, now: Date) => Promise<Session>
	/** A person without a request, for work that goes on after it: with the appointments that hold now. */
	readonly actorOf: (personId: string, now: Date) => Promise<Actor>
	/**
	 * Prepares a one-time sign-in link for an address and mails it, after the answer: known and unknown addresses are
	 * answered alike and as fast. `limited`: the asker's block of addresses asked too often.
	 */
	readonly mailLink: (input: {
		email: string
		/** Where the link leads after signing in; null: to the tasks. */
		next: string | null
		request: Request
	}) => Promise<'accepted' | 'limited'>
	/** Makes a one-time sign-in link for a person and gives it to the caller, for the start of a demonstration. */
	readonly linkFor: (input: { email: string; locale: Locale }) => Promise<string>
	/** Sends a letter after the answer; whoever waits for the answer does not wait for the mail server. */
	readonly mailLater: (letter: Letter) => void
	/** Whether one more token may be tried from where this request comes; and that the token was a true one. */
	readonly mayTryToken: (request: Request) => Promise<boolean>
	readonly tokenWasTrue: (request: Request) => Promise<void>
	/** Whether one more letter with a link may go to an address because of this request. */
	readonly mayWriteTo: (email: string, request: Request) => Promise<boolean>
	/** What seals second steps. */
	readonly stepKeeper: StepKeeper
	/** Whether one more code of a second step may be tried for a person; and that it was a true one. */
	readonly mayTryCode: (personId: string) => Promise<boolean>
	readonly codeWasTrue: (personId: string) => Promise<void>
	/** Seals what a link in a letter says for one person with the key that signs cookies, and reads it: null where it is not sealed. */
	readonly sealLink: (text: string, personId: string) => string
	readonly openLink: (word: string, personId: string) => string | null
	/** Uses a one-time link's token: the cookies of the new session, or null when it is unknown, used or too old. */
	readonly signIn: (token: string, request: Request) => Promise<Headers | null>
	/** Ends the session of this request: the cookies that clear it. */
	readonly signOut: (request: Request) => Promise<Headers>
	/** Waits until everything that was promised is done. */
	readonly close: () => Promise<void>
}

export type AccountsWorld = {
	readonly db: PrismaClient
	readonly baseUrl: string
	readonly secret: string
	readonly mail: Mail
	readonly log: Log
}

const MAILED_LINK_MINUTES = 15
const START_LINK_MINUTES = 24 * 60
/** Nobody has this address: the same work is done for it as for people's, so that the work does not tell. */
const DECOY = 'nobody@address.invalid'

/** Opens the door to accounts. People are those of the record; the library's own user row is made when first needed. */
export function openAccounts(world: AccountsWorld): Accounts {
	const mailed = betterAuthOf(world, MAILED_LINK_MINUTES)
	const handedOut = betterAuthOf(world, START_LINK_MINUTES)
	const limits = openSignInLimits()
	const { later, close } = afterTheAnswer(world.log)
	const known = { ...world, keeper: stepKeeper(world.secret), auth: mailed }

	return {
		nobody: NOBODY,
		stepKeeper: known.keeper,
		sessionOf: (request, now) => sessionOf({ ...known, now }, request),
		actorOf: (personId, now) => actorOf(world.db, personId, now),
		mailLink: async ({ email, next, request }) => {
			const address = normalAddress(email)
			const may = await limits.mayAskForLink(address, addressOf(request))
			if (may === 'address') return 'limited'
			if (may === 'account') return 'accepted'
			later(() => mailTo(world, mailed, { address, next }))
			return 'accepted'
		},
		mailLater: (letter) => later(() => world.mail.send(letter)),
		...guessesOf(limits),
		...sealedLinks(world.secret),
		linkFor: async ({ email, locale }) => {
			const person = await findPerson(world.db, normalAddress(email))
			if (!person) throw new Error('nobody has this address')
			return linkOf(world.baseUrl, locale, await tokenFor(handedOut, world.secret, person))
		},
		signIn: async (token, request) => {
			const address = addressOf(request)
			if (!(await limits.mayTryToken(address))) return null
			const answer = await signedIn(world, mailed, token)
			if (answer === null) return null
			await limits.tokenWasTrue(address)
			return cookiesOf(answer)
		},
		signOut: async (request) =>
			cookiesOf(await mailed.api.signOut({ headers: cookieOnly(request), asResponse: true })),
		close,
	}
}

/** Work that nobody waits for, one after the other; a fault of it is logged. */
function afterTheAnswer(log: Log) {
	let promised: Promise<void> = Promise.resolve()
	const later = (work: () => Promise<void>) => {
		promised = promised.then(work).catch((err: unknown) => {
			log.error({ event: 'mail', err })
		})
	}
	return { later, close: () => promised }
}

type Guesses = Pick<Accounts, 'mayTryToken' | 'tokenWasTrue' | 'mayTryCode' | 'codeWasTrue' | 'mayWriteTo'>

function guessesOf(limits: SignInLimits): Guesses {
	return {
		mayTryCode: limits.mayTryCode,
		codeWasTrue: limits.codeWasTrue,
		mayWriteTo: async (email, request) =>
			(await limits.mayAskForLink(normalAddress(email), addressOf(request))) === 'yes',
		mayTryToken: (request) => limits.mayTryToken(addressOf(request)),
		tokenWasTrue: (request) => limits.tokenWasTrue(addressOf(request)),
	}
}

/** The work for a link; for an unknown address the same, up to the mail. */
async function mailTo(
	world: AccountsWorld,
	auth: Auth,
	{ address, next }: { address: string; next: string | null },
): Promise<void> {
	const person = await findPerson(world.db, address)
	const token = await tokenFor(auth, world.secret, person ?? { id: '', email: DECOY })
	// Of somebody who acts for civil society, letters go to the address that the record seals, and to no other.
	if (!person || !(await isAddressSealed(world.db, person.id))) return
	const say = sayIn(person.locale)
	const onward = next === null ? '' : `&next=${encodeURIComponent(next)}`
	const link = linkOf(world.baseUrl, person.locale, token) + onward
	await world.mail.send({
		to: person.email,
		subject: say('account.mail.subject'),
		text: say('account.mail.text', { link, minutes: MAILED_LINK_MINUTES }),
	})
}

/** Uses up a link's token; a session for anybody but the person the link was made for is ended at once. */
async function signedIn(world: AccountsWorld, auth: Auth, word: string): Promise<Response | null> {
	const { token, seal } = partsOf(word)
	const verify = { query: { token }, headers: new Headers(), asResponse: true } as const
	const answer = await auth.api.magicLinkVerify(verify)
	if (answer.status !== 200) return null
	const made = SignedIn.parse(await answer.clone().json())
	if (isSealedFor(world.secret, { token, seal, personId: made.user.id })) return answer
	await world.db.authSession.deleteMany({ where: { token: made.token } })
	return null
}

const SignedIn = z.object({ token: z.string(), user: z.object({ id: z.string() }) })

async function tokenFor(
	auth: Auth,
	secret: string,
	{ id, email }: { readonly id: string; readonly email: string },
): Promise<string> {
	const made: string[] = []
	await auth.api.signInMagicLink({ body: { email, metadata: { made } }, headers: new Headers() })
	const [token] = made
	if (token === undefined) throw new Error('no token was made')
	return sealedToken(secret, { token, personId: id })
}

/** The person of an address, with the library's row for them, which carries the same id. */
async function findPerson(
	db: PrismaClient,
	email: string,
): Promise<{ id: string; email: string; locale: Locale } | null> {
	const person = await db.person.findFirst({ where: { email: { equals: email, mode: 'insensitive' } } })
	if (!person) return null
	const now = person.createdAt
	await db.authUser.upsert({
		where: { id: person.id },
		create: { id: person.id, name: '', email, emailVerified: true, createdAt: now, updatedAt: now },
		update: { email },
	})
	return { id: person.id, email, locale: localeOf(person.locale) }
}

function normalAddress(email: string): string {
	return email.trim().normalize('NFC').toLowerCase()
}

function linkOf(baseUrl: string, locale: Locale, token: string): string {
	return `${baseUrl}/${locale}/sign-in/link?token=${encodeURIComponent(token)}`
}

function addressOf(request: Request): string {
	return request.headers.get(STAMPS.clientAddress) ?? ''
}

function cookiesOf(answer: Response): Headers {
	const headers = new Headers()
	for (const cookie of answer.headers.getSetCookie()) headers.append('Set-Cookie', cookie)
	return headers
}
