/** The centre of a commune, in WGS 84 degrees, with its INSEE code. */
export type CommuneCentre = { readonly code: string; readonly lat: number; readonly lon: number }

/** The outline of a territory of any kind, as a GeoJSON Polygon or MultiPolygon. */
export type TerritoryOutline = { readonly code: string; readonly name: string; readonly geometry: object }
