declare module 'virtual:outline' {
  /** Address of the outline of the world, as GeoJSON. */
  export const outlineUrl: string
}
