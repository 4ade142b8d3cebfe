/** The places that a command of the server leads to. Nothing here knows the editor. */

export interface Position {
  line: number;
  character: number;
}

export interface Location {
  uri: string;
  range: { start: Position; end: Position };
}

/** The command by which the server asks to show places. */
export const SHOW_WAY = "dovetail.showWay";

/** Where the user is, and where the way leads. */
export interface Way {
  uri: string;
  position: Position;
  locations: Location[];
}

/** The arguments of the command; undefined when they are not as they should be. */
export function wayOf(args: readonly unknown[]): Way | undefined {
  const [uri, position, locations] = args;
  if (typeof uri !== "string" || !isPosition(position) || !Array.isArray(locations)) {
    return undefined;
  }
  const known = locations.filter(isLocation);
  return known.length === 0 || known.length < locations.length
    ? undefined
    : { uri, position, locations: known };
}

function isPosition(value: unknown): value is Position {
  const position = value as Position | null;
  return Number.isInteger(position?.line) && Number.isInteger(position?.character);
}

function isLocation(value: unknown): value is Location {
  const location = value as Location | null;
  return (
    typeof location?.uri === "string" &&
    isPosition(location.range?.start) &&
    isPosition(location.range?.end)
  );
}
