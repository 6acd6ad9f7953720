/** The files of which something is in the outputs, from the root. */
export function listInputs(outputs) {
  return Object.values(outputs).flatMap(({ inputs }) =>
    Object.keys(inputs).filter((input) => inputs[input].bytesInOutput > 0),
  );
}
