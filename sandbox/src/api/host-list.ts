/** Makes what scripts see where the platform hands over a list: on a JVM engine a Java List, else an array. */
export type MakeHostList = (elements: readonly unknown[]) => unknown;

let makeList: MakeHostList | undefined;

/** Called once, before any script is there. */
export function setHostList(make: MakeHostList | undefined): void {
  makeList = make;
}

/** A list of the platform's. */
export function hostList(elements: readonly unknown[]): unknown {
  return makeList === undefined ? elements : makeList(elements);
}
