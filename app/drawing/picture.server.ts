import sharp from 'sharp'

/** The PNG of a drawing at the size that it names. Same drawing, same bytes. */
export async function pictureOf(drawing: string): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(
		await sharp(Buffer.from(drawing))
			.flatten({ background: '#ffffff' })
			.png({ compressionLevel: 8, palette: true })
			.toBuffer(),
	)
}
