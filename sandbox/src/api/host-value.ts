/** What the platform hands over that JavaScript has of its own: a list, or a number. */
type OwnValue = readonly unknown[] | number;

/** Makes what scripts see in its place: on a JVM engine a List or a Long, else the value as it is. */
export type MakeHostValue = (value: OwnValue) => unknown;

let makeValue: MakeHostValue | undefined;

/** Called once, before any script is there. */
export function setHostValue(make: MakeHostValue | undefined): void {
  makeValue = make;
}

/** A list or number of the platform's. */
export function hostValue(value: OwnValue): unknown {
  return makeValue === undefined ? value : makeValue(value);
}
