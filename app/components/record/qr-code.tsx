import { qrDrawing } from '#app/charts/qr-code.ts'

/** An address as a picture that telephones read, with the address in words for everyone else. */
export function QrCode({ address, label }: { address: string; label: string }) {
	const { side, runs } = qrDrawing(address)
	const dark = runs.map(
		({ x, y, length }) => `M${String(x)} ${String(y)}h${String(length)}v1h-${String(length)}z`,
	)
	return (
		<figure className="app-qr">
			<svg
				className="app-qr__picture"
				viewBox={`0 0 ${String(side)} ${String(side)}`}
				role="img"
				aria-label={label}
				shapeRendering="crispEdges"
			>
				<rect width={side} height={side} fill="#fff" />
				<path d={dark.join('')} fill="#000" />
			</svg>
			<figcaption className="govuk-body-s">
				{label}
				<br />
				<span className="app-address">{address}</span>
			</figcaption>
		</figure>
	)
}
