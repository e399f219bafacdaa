import { privateSeal } from '#app/ledger/leaf.ts'
import type { ActSignature } from '#prisma/generated/client.ts'

/** What the log seals of a signature. */
export function signatureContent(row: ActSignature) {
	return {
		kind: 'signature.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		signedRecordId: row.signedRecordId,
		signedVersion: row.signedVersion,
		signedLeafHash: row.signedLeafHash,
		keyId: row.keyId,
		publicKey: row.publicKey,
		authenticatorData: row.authenticatorData,
		clientData: row.clientData,
		signature: row.signature,
		isKeyConfirmed: row.isKeyConfirmed,
		organizationId: row.organizationId,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}
