import { randomBytes, randomUUID } from 'node:crypto'
import type { Actor, OpenSite } from './open-site.ts'

/** Something that belongs to a few, with the addresses that would lead to it and an id that leads nowhere. */
export type PrivateObject = {
	/** The part of an address that names it. */
	readonly part: string
	readonly below: RegExp
	readonly id: string
	readonly missing: string
	readonly isOf: (actor: Actor) => boolean
}

type Owner = { readonly personId: string; readonly organizationId: string }

/** One of each kind of private thing, in the database of the site. */
export async function privateObjects({ site, actors }: OpenSite): Promise<readonly PrivateObject[]> {
	const officer = ownerOf(actors, 'IMPLEMENTER 1')
	const monitor = ownerOf(actors, 'CSO_MONITOR 1')
	const { db } = site.database
	const now = new Date()
	const [webhook, upload, preview, draft, invitation] = [id(), hex(), hex(), id(), id()]
	const about = { of: 'SITE', aboutId: '', madeAt: now, secretVersion: 1, secretMadeAt: now }
	await db.webhook.create({
		data: {
			...{ id: webhook, personId: officer.personId, url: 'https://calls.example/renaksi', ...about },
			...{ toldUpTo: 1_000_000, nextTryAt: now },
		},
	})
	await db.upload.create({
		data: { id: upload, ...monitor, state: 'RECEIVING', createdAt: now, updatedAt: now },
	})
	const plan = { subjectId: 'contoh-2025', kind: 'UPDATES', fileName: 'laporan.xlsx', createdAt: now }
	await db.importPreview.create({ data: { id: preview, ...officer, ...plan, content: {} } })
	const subject = { commitmentId: 'contoh-2025-2', milestoneId: 'contoh-2025-2-m1', evidence: [] }
	await db.verificationDraft.create({
		data: {
			id: draft,
			organizationId: monitor.organizationId,
			authorId: monitor.personId,
			...subject,
			updatedAt: now,
		},
	})
	const letter = { email: 'calon@contoh.example', tokenHash: hex(), createdAt: now, expiresAt: now }
	await db.invitation.create({
		data: {
			...{ id: invitation, organizationId: monitor.organizationId, role: 'CSO_MONITOR', ...letter },
			invitedById: monitor.personId,
		},
	})
	const isPerson = (owner: Owner) => (actor: Actor) => actor.personId === owner.personId
	const isColleague = (owner: Owner) => (actor: Actor) => actor.organizationId === owner.organizationId
	const named = { missing: id(), isOf: isPerson(officer) }
	return [
		{ part: ':webhookId', below: /webhooks/, id: webhook, ...named },
		{ part: ':previewId', below: /tasks\/file/, id: preview, ...named, missing: hex() },
		{ part: ':upload', below: /uploaded-files/, id: upload, missing: hex(), isOf: isColleague(monitor) },
		{ part: ':draftId', below: /verifications/, id: draft, missing: id(), isOf: isColleague(monitor) },
		{
			...{ part: ':invitationId', below: /\/cso\/invitations/, id: invitation, missing: id() },
			isOf: isColleague(monitor),
		},
	]
}

function ownerOf(actors: readonly Actor[], name: string): Owner {
	const { personId, organizationId } = actors.find((actor) => actor.name === name) ?? {}
	if (!personId || !organizationId) throw new Error(`the demonstration has no ${name}`)
	return { personId, organizationId }
}

function id(): string {
	return randomUUID()
}

function hex(): string {
	return randomBytes(16).toString('hex')
}
