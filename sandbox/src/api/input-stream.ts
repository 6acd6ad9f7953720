/** Bytes (an attachment's content, a request's body) that stay with the host; a script can only pass them on. */
const handles = new WeakMap<object, number>();

class InputStream {
  toString(): string {
    return '[object InputStream]';
  }
}

/** The object for bytes the host holds under a number. */
export function wrapStream(handle: number): object {
  const stream = new InputStream();
  handles.set(stream, handle);
  return stream;
}

/** The number of the bytes an object stands for. */
export function findStream(value: object): number | undefined {
  return handles.get(value);
}
