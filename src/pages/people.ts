/** Login → visible name, for everybody who occurs in an answer. Who cannot be seen goes by the login. */
export type People = Readonly<Record<string, string>>;
